package org.taagem.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.report.KeptSamples;
import org.taagem.report.MemoryFile;
import org.taagem.report.RunRecordFile;
import org.taagem.report.StoredRun;

/**
 * Everything that a report of a run is made of. Of a run that failed early, is still going on or was made by somebody else,
 * some of it is not there.
 *
 * @param name what tells the run from others, such as the name of its folder
 * @param record its record
 * @param losses loss and learning rate of every batch
 * @param kept what was in memory at the end, and sample images
 * @param cutOff whether its process has died without a word, so that its record still says that it is running
 */
public record ReportedRun(
        String name, RunRecord record, Optional<LossSeries> losses, Optional<KeptSamples> kept, boolean cutOff) {
    /**
     * Describes a run that was not cut off.
     *
     * @param name what tells the run from others, such as the name of its folder
     * @param record its record
     * @param losses loss and learning rate of every batch
     * @param kept what was in memory at the end, and sample images
     */
    public ReportedRun(String name, RunRecord record, Optional<LossSeries> losses, Optional<KeptSamples> kept) {
        this(name, record, losses, kept, false);
    }

    /**
     * Reads a run.
     *
     * @param run its folder, the record in it, or a result of the Python original
     * @return the run
     * @throws IOException if there is none, or something of it is damaged; the message is one line
     */
    public static ReportedRun read(Path run) throws IOException {
        return of(StoredRun.read(run));
    }

    /**
     * Reads what lies beside a record.
     *
     * @param run the run
     * @return the run with its losses and samples, if they are there
     * @throws IOException if something of it is damaged; the message is one line
     */
    public static ReportedRun of(StoredRun run) throws IOException {
        boolean there = Files.isRegularFile(run.path()) // a result of the Python original, which has all in one file
                || Files.exists(run.path().resolve(RunRecordFile.LOSSES));
        Optional<LossSeries> losses = there ? Optional.of(run.losses()) : Optional.empty();
        return new ReportedRun(run.name(), run.record(), losses, MemoryFile.read(run.path()), run.isCutOff());
    }
}
