package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.taagem.state.StateException;
import org.taagem.state.StateFile;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/** The file of an {@link OnlineLearner}: everything it takes to go on learning later (docs/state-format.md). */
public final class OnlineFile {
    /** The kind of state that such a file holds. */
    public static final String KIND = "online learner";

    private OnlineFile() {}

    /**
     * What stands in a file before the learner itself.
     *
     * @param origin how it was made
     * @param samples what its samples look like
     * @param position how far it has read
     */
    public record Header(Provenance origin, SampleSpace samples, Position position) {}

    /**
     * How far a stream has been read.
     *
     * @param source where it comes from, as the user named it; {@code -} for standard input
     * @param rows how many rows have been read, those left out included
     * @param digest a hash of these rows, to know the stream again
     */
    public record Position(String source, long rows, long digest) {
        private void save(StateWriter out) throws IOException {
            out.writeText("source", source);
            out.writeLong("rows", rows);
            out.writeLong("digest", digest);
        }

        private static Position restore(StateReader in) throws IOException {
            return new Position(in.readText("source"), in.readCount("rows"), in.readLong("digest"));
        }
    }

    /** Makes a learner for a header, as it was before its first step. */
    @FunctionalInterface
    public interface Maker {
        /**
         * Makes the learner.
         *
         * @param header what the file says of it
         * @return the learner, of the configuration that the header tells
         */
        OnlineLearner make(Header header);
    }

    /**
     * A learner from a file.
     *
     * @param header what the file says of it
     * @param learner the learner, which goes on where it was
     */
    public record Saved(Header header, OnlineLearner learner) {}

    /**
     * Writes a learner in place of an older one, if there is one.
     *
     * @param file where to
     * @param saved the learner, and what to say of it
     * @throws StateException if it cannot be written; an old file is untouched then
     */
    public static void write(Path file, Saved saved) throws StateException {
        StateFile.write(file, KIND, out -> {
            out.writeSection("origin", saved.header.origin::save);
            out.writeSection("samples", saved.header.samples::save);
            out.writeSection("position", saved.header.position::save);
            out.writePart("state", saved.learner);
        });
    }

    /**
     * Reads a learner.
     *
     * @param file where from
     * @param maker makes the learner that the state is restored into
     * @return the learner, and what the file says of it
     * @throws StateException if there is none, or the file is damaged, of another version, or does not fit the learner made
     */
    public static Saved read(Path file, Maker maker) throws StateException {
        return StateFile.read(file, List.of(KIND), in -> {
            Provenance origin = in.readSection("origin", Provenance::restore);
            SampleSpace samples = in.readSection("samples", SampleSpace::restore);
            Header header = new Header(origin, samples, in.readSection("position", Position::restore));
            OnlineLearner learner = maker.make(header);
            in.readPart("state", learner);
            return new Saved(header, learner);
        });
    }
}
