package org.taagem.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.report.legacy.LegacyException;
import org.taagem.report.legacy.LegacyRun;

/**
 * A run as it lies on a disk: a folder of taagem's, or a file that the Python original left.
 *
 * @param path its folder, or its {@code .pkl} file
 * @param record its record
 */
public record StoredRun(Path path, RunRecord record) {
    /**
     * Reads a run.
     *
     * @param run its folder, the record in it, or a result of the Python original
     * @return the run
     * @throws RunRecordException if there is none, or it is of another version, damaged or incomplete
     */
    public static StoredRun read(Path run) throws RunRecordException {
        if (isLegacy(run)) {
            return new StoredRun(run, legacy(run).record());
        }
        RunRecord record = RunRecordFile.read(run);
        return new StoredRun(run.endsWith(RunRecordFile.NAME) ? run.resolveSibling("") : run, record);
    }

    /** Says whether a path is one of a result of the Python original. */
    static boolean isLegacy(Path path) {
        return LegacyRun.isNamedSo(path) && !Files.isDirectory(path);
    }

    private static LegacyRun legacy(Path file) throws RunRecordException {
        try {
            return LegacyRun.read(file);
        } catch (LegacyException e) {
            throw new RunRecordException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Returns what tells it from the other runs in its parent.
     *
     * @return the name of its folder or file
     */
    public String name() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    /**
     * Tells a run that goes on from one whose process has died without a word, and whose record therefore still says that it
     * is running.
     *
     * @return whether it has died
     * @throws RunRecordException if that cannot be told, for its lock or its record cannot be read
     */
    public boolean isCutOff() throws RunRecordException {
        return record.status() == RunStatus.RUNNING
                && !RunLock.isHeld(path)
                // one that has ended meanwhile wrote its record before it let go of its lock
                && RunRecordFile.read(path).status() == RunStatus.RUNNING;
    }

    /**
     * Writes its record as {@code run.json} has it, in ASCII.
     *
     * @return the JSON, on several lines, without a line break at its end
     */
    public String toJson() {
        return RunJson.ascii(RunFile.of(record, isLegacy(path) ? Map.of() : RunRecordFile.SERIES));
    }

    /**
     * Reads the losses of its batches.
     *
     * @return the series, bit for bit; of a result of the Python original, each learning rate is that at the end of its epoch
     * @throws RunRecordException if there is none, as of a run that is still going on, or it is damaged
     */
    public LossSeries losses() throws RunRecordException {
        return isLegacy(path) ? legacy(path).losses() : RunRecordFile.readLosses(path);
    }
}
