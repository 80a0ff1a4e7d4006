package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.taagem.experiment.Experiment;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.Model;
import org.taagem.experiment.Provenance;
import org.taagem.experiment.Run;
import org.taagem.experiment.RunRecord;
import org.taagem.report.KeptSamples;
import org.taagem.report.MemoryFile;
import org.taagem.report.RunRecordFile;
import org.taagem.report.html.RunReport;

/** What a run leaves in its folder beside its record: losses, model and memory, unless only the record is wanted. */
final class RunProducts {
    private final Path folder;
    private final Experiment experiment;
    private boolean wanted = true;
    private Optional<KeptSamples> kept = Optional.empty();

    RunProducts(Path folder, Experiment experiment) {
        this.folder = folder;
        this.experiment = experiment;
    }

    /** Leaves nothing from now on. */
    void leaveNothing() {
        wanted = false;
    }

    void writeLosses(LossSeries losses) throws IOException {
        if (wanted) {
            RunRecordFile.writeLosses(folder, losses);
        }
    }

    void writeModel(RunRecord record, Run run) throws IOException {
        if (wanted) {
            Provenance origin = Provenance.of(
                    record.environment().taagemVersion(), record.environment().gitCommit(), record.config());
            new Model(origin, experiment.samples().orElseThrow(), run.answering())
                    .write(folder.resolve(SavedModel.NAME));
        }
    }

    void writeMemory(Run run) throws IOException {
        if (wanted) {
            KeptSamples samples = KeptSamples.of(experiment, run);
            MemoryFile.write(folder, samples);
            kept = Optional.of(samples);
        }
    }

    /** Returns the samples that were written, if any. */
    Optional<KeptSamples> memory() {
        return kept;
    }

    /** Returns every file that a run that came to its end, or was interrupted, has written. */
    List<Path> files() {
        return Stream.of(RunRecordFile.NAME, RunRecordFile.LOSSES, SavedModel.NAME, MemoryFile.NAME, RunReport.NAME)
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }
}
