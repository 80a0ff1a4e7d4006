package org.taagem.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

import org.taagem.data.TrainTest;
import org.taagem.experiment.Environment;
import org.taagem.experiment.Experiment;
import org.taagem.experiment.Model;
import org.taagem.experiment.Provenance;
import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.RunListener;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunRecorder;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.StreamFacts;
import org.taagem.nn.Kernel;
import org.taagem.nn.Mlp;
import org.taagem.report.RunFolder;
import org.taagem.report.RunRecordFile;

/** An experiment that leaves its record, its losses and its model in a folder of its own. */
final class RecordedExperiment {
    private final Experiment experiment;
    private final RunRecorder recorder;
    private final Provenance origin;
    private final Path folder;

    private RecordedExperiment(TrainSettings settings, Experiment experiment, Kernel kernel, Path folder) {
        this.experiment = experiment;
        this.folder = folder;
        BuildInfo build = BuildInfo.read();
        Environment environment = Environment.here(build.version(), build.commit(), kernel);
        origin = Provenance.of(build.version(), build.commit(), settings.toMap());
        recorder = new RunRecorder(settings.toMap(), environment, experiment.stream());
    }

    /** Sets up a run and makes its folder; nothing is written if something does not fit. */
    static RecordedExperiment begin(TrainSettings settings, TrainTest data, Kernel kernel) throws IOException {
        Experiment experiment = new Experiment(settings.experiment(), data, kernel);
        String taskType = settings.experiment().stream().scenario().name();
        Path folder = RunFolder.create(
                settings.outputDir(),
                new RunFolder.Name(
                        taskType,
                        settings.data().shortName(),
                        settings.experiment().seed()),
                Clock.system(ZoneId.systemDefault()));
        return new RecordedExperiment(settings, experiment, kernel, folder);
    }

    Path folder() {
        return folder;
    }

    StreamFacts stream() {
        return experiment.stream();
    }

    /** Returns the record of the run so far. */
    RunRecord record() {
        return recorder.record();
    }

    /** Returns every file that a run that came to its end, or was interrupted, has written. */
    List<Path> files() {
        return List.of(
                folder.resolve(RunRecordFile.NAME),
                folder.resolve(RunRecordFile.LOSSES),
                folder.resolve(SavedModel.NAME));
    }

    /**
     * Runs to the end, or until it is to stop; the record is brought up to date after every task.
     *
     * @param listener told of everything that happens, by the thread that calls this
     * @param stopRequested asked after every batch
     * @param processors how many there are for this run at the moment
     */
    RunStatus run(RunListener listener, BooleanSupplier stopRequested, IntSupplier processors) throws IOException {
        RunRecordFile.write(folder, recorder.record());
        boolean ended = false;
        try {
            RunStatus status = experiment.run(event -> on(event, listener), stopRequested, processors);
            ended = true;
            finish();
            return status;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (!ended) {
                recorder.fail();
                RunRecordFile.writeLosses(folder, recorder.losses());
                RunRecordFile.write(folder, recorder.record());
            }
        }
    }

    private void on(RunEvent event, RunListener listener) {
        recorder.on(event);
        listener.on(event);
        if (event instanceof TaskFinished) {
            try {
                RunRecordFile.write(folder, recorder.record());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void finish() throws IOException {
        RunRecordFile.writeLosses(folder, recorder.losses());
        Mlp network = experiment.network().orElseThrow();
        new Model(origin, experiment.samples().orElseThrow(), network).write(folder.resolve(SavedModel.NAME));
        RunRecordFile.write(folder, recorder.record());
    }
}
