package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.taagem.nn.Kernel;
import org.taagem.nn.Mlp;
import org.taagem.state.StateException;
import org.taagem.state.StateFile;
import org.taagem.state.StateReader;

/**
 * A network that has learned, with all that it takes to ask it (docs/state-format.md). None of the samples that it has
 * learned is part of it.
 *
 * @param origin how it was made
 * @param samples what its samples look like
 * @param network what answers
 */
public record Model(Provenance origin, SampleSpace samples, Mlp network) {
    /** The kind of state that a model's file holds. */
    public static final String KIND = "model";

    /** Checks that the network takes such samples. */
    public Model {
        if (network.inputs() != samples.features() || network.outputs() != samples.room()) {
            throw new IllegalArgumentException("the network has " + network.inputs() + " inputs and "
                    + network.outputs() + " outputs; expected " + samples.features() + " and " + samples.room());
        }
    }

    /**
     * Writes the model in place of an older one, if there is one.
     *
     * @param file where to
     * @throws StateException if it cannot be written; an old file is untouched then
     */
    public void write(Path file) throws StateException {
        StateFile.write(file, KIND, out -> {
            out.writeSection("origin", origin::save);
            out.writeSection("samples", samples::save);
            out.writePart("network", network);
        });
    }

    /**
     * Reads a model.
     *
     * @param file where from
     * @param kernel what the network is to compute with
     * @return the model
     * @throws StateException if there is none, or the file is damaged or of another version
     */
    public static Model read(Path file, Kernel kernel) throws StateException {
        return StateFile.read(file, List.of(KIND), in -> restore(in, kernel));
    }

    private static Model restore(StateReader in, Kernel kernel) throws IOException {
        Provenance origin = in.readSection("origin", Provenance::restore);
        SampleSpace samples = in.readSection("samples", SampleSpace::restore);
        Mlp network = in.readSection("network", section -> Mlp.read(section, kernel));
        if (network.inputs() != samples.features() || network.outputs() != samples.room()) {
            throw in.wrong(
                    "samples.features",
                    samples.features() + " with room for " + samples.room() + " classes",
                    network.inputs() + " and " + network.outputs() + ", as the network has");
        }
        return new Model(origin, samples, network);
    }
}
