package org.taagem.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.taagem.experiment.Checkpoint;
import org.taagem.experiment.Run;
import org.taagem.experiment.RunRecord;
import org.taagem.state.StateException;
import org.taagem.state.StateFile;

/** A run as it was at one moment: its record, and everything it takes to go on (docs/state-format.md). */
public final class CheckpointFile {
    /** The kind of state that such a file holds. */
    public static final String KIND = "run checkpoint";

    private CheckpointFile() {}

    /** Sets up the run that a checkpoint is of. */
    @FunctionalInterface
    public interface Maker {
        /**
         * Sets it up.
         *
         * @param record the record of the moment of the checkpoint
         * @return the run, at its beginning
         * @throws StateException if the record is not that of a run that can be set up here
         */
        Run make(RunRecord record) throws StateException;
    }

    /**
     * Writes a checkpoint in place of an older one of the same name, if there is one.
     *
     * @param file where to
     * @param record the record of the moment of the checkpoint
     * @param checkpoint the state at that moment
     * @throws StateException if it cannot be written; an old file is untouched then
     */
    public static void write(Path file, RunRecord record, Checkpoint checkpoint) throws StateException {
        StateFile.write(file, KIND, out -> {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            RunJson.write(RunFile.of(record, RunRecordFile.SERIES), json);
            out.writeText("record", json.toString(StandardCharsets.UTF_8));
            checkpoint.save(out);
        });
    }

    /**
     * Reads a checkpoint.
     *
     * @param file where from
     * @param maker sets up the run that goes on
     * @return that run, where it was
     * @throws StateException if there is no checkpoint, or it is damaged, of another version, or that of another run
     */
    public static Run read(Path file, Maker maker) throws StateException {
        return StateFile.read(file, List.of(KIND), in -> {
            Run run = maker.make(record(in.readText("record")));
            run.restore(in);
            return run;
        });
    }

    private static RunRecord record(String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return RunJson.toFile(RunJson.parse(new ByteArrayInputStream(bytes))).toRecord();
    }
}
