package org.taagem.report;

import java.nio.file.Path;

import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;

/**
 * A run as it lies on a disk.
 *
 * @param path its folder
 * @param record its record
 */
public record StoredRun(Path path, RunRecord record) {
    /**
     * Reads a run.
     *
     * @param runFolderOrFile its folder, or the record in it
     * @return the run
     * @throws RunRecordException if there is none, or it is of another version, damaged or incomplete
     */
    public static StoredRun read(Path runFolderOrFile) throws RunRecordException {
        RunRecord record = RunRecordFile.read(runFolderOrFile);
        boolean isFile = runFolderOrFile.endsWith(RunRecordFile.NAME);
        Path folder = isFile ? runFolderOrFile.resolveSibling("") : runFolderOrFile;
        return new StoredRun(folder, record);
    }

    /**
     * Returns what tells it from the other runs in its parent.
     *
     * @return the name of its folder
     */
    public String name() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    /**
     * Reads the losses of its batches.
     *
     * @return the series, bit for bit
     * @throws RunRecordException if there is none, as of a run that is still going on, or it is damaged
     */
    public LossSeries losses() throws RunRecordException {
        return RunRecordFile.readLosses(path);
    }
}
