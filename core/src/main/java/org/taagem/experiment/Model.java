package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.taagem.nn.Ensemble;
import org.taagem.nn.Kernel;
import org.taagem.nn.Mlp;
import org.taagem.nn.Network;
import org.taagem.state.StateException;
import org.taagem.state.StateFile;
import org.taagem.state.StateReader;

/**
 * What has learned, with all that it takes to ask it (docs/state-format.md). None of the samples that it has
 * learned is part of it.
 *
 * @param origin how it was made
 * @param samples what its samples look like
 * @param answering what answers: one network, or several
 */
public record Model(Provenance origin, SampleSpace samples, Ensemble answering) {
    /** The kind of state that a model's file holds. */
    public static final String KIND = "model";

    /** The most networks that a file may have. */
    private static final int MOST_NETWORKS = 100;

    /** Checks that the networks take such samples. */
    public Model {
        if (answering.inputs() != samples.features() || answering.outputs() != samples.room()) {
            throw new IllegalArgumentException("the network has " + answering.inputs() + " inputs and "
                    + answering.outputs() + " outputs; expected " + samples.features() + " and " + samples.room());
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
            out.writeInt("networks", answering.members().size());
            for (Network network : answering.members()) {
                out.writePart("network", network);
            }
        });
    }

    /**
     * Reads a model.
     *
     * @param file where from
     * @param kernel what its networks are to compute with
     * @return the model
     * @throws StateException if there is none, or the file is damaged or of another version
     */
    public static Model read(Path file, Kernel kernel) throws StateException {
        return StateFile.read(file, List.of(KIND), in -> restore(in, kernel));
    }

    private static Model restore(StateReader in, Kernel kernel) throws IOException {
        Provenance origin = in.readSection("origin", Provenance::restore);
        SampleSpace samples = in.readSection("samples", SampleSpace::restore);
        int count = in.readInt("networks", 1, MOST_NETWORKS);
        List<Mlp> networks = new ArrayList<>();
        while (networks.size() < count) {
            Mlp network = in.readSection("network", section -> Mlp.read(section, kernel));
            if (network.inputs() != samples.features() || network.outputs() != samples.room()) {
                throw in.wrong(
                        "samples.features",
                        samples.features() + " with room for " + samples.room() + " classes",
                        network.inputs() + " and " + network.outputs() + ", as the network has");
            }
            networks.add(network);
        }
        return new Model(origin, samples, new Ensemble(networks));
    }
}
