package org.taagem.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

import org.taagem.data.TrainTest;
import org.taagem.experiment.DivergedException;
import org.taagem.experiment.Environment;
import org.taagem.experiment.Experiment;
import org.taagem.experiment.Run;
import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.Checkpointed;
import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.RunListener;
import org.taagem.experiment.RunOptions;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunRecorder;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.StreamFacts;
import org.taagem.nn.Kernel;
import org.taagem.report.CheckpointFile;
import org.taagem.report.CheckpointWriter;
import org.taagem.report.Checkpoints;
import org.taagem.report.RunFolder;
import org.taagem.report.RunLock;
import org.taagem.report.RunRecordFile;
import org.taagem.report.SameRun;
import org.taagem.report.StoredRun;
import org.taagem.report.html.PageFile;
import org.taagem.report.html.ReportedRun;
import org.taagem.report.html.RunReport;
import org.taagem.state.AtomicFile;

/** An experiment that leaves its record, its losses and its model in a folder of its own, and can go on if it is cut off. */
final class RecordedExperiment {
    private final Experiment experiment;
    private final TrainSettings settings;
    private final Environment environment;
    private final Path folder;
    private final Checkpoints checkpoints;
    private final CheckpointWriter writer;
    private final RunProducts products;
    private final RecordPace pace = new RecordPace(System::nanoTime);
    private final Optional<CutOffRun> goingOn;
    private final Consumer<String> warnings;

    private RunRecorder recorder;
    /** The record of the end, if an error was the end: its time goes on in the recorder. */
    private Optional<RunRecord> failed = Optional.empty();
    /** Whether the record of the end lies on the disk. */
    private boolean recorded;

    private RecordedExperiment(Setup setup, Path folder, RunRecorder recorder, Optional<CutOffRun> goingOn) {
        experiment = setup.experiment;
        settings = setup.settings;
        environment = setup.environment;
        warnings = setup.warnings;
        this.folder = folder;
        this.recorder = recorder;
        this.goingOn = goingOn;
        checkpoints = new Checkpoints(folder);
        writer = new CheckpointWriter(checkpoints);
        products = new RunProducts(folder, experiment);
    }

    /** What is known before there is a folder. */
    private record Setup(
            TrainSettings settings, Experiment experiment, Environment environment, Consumer<String> warnings) {
        static Setup of(TrainSettings settings, TrainTest data, Kernel kernel, Consumer<String> warnings) {
            BuildInfo build = BuildInfo.read();
            return new Setup(
                    settings,
                    new Experiment(settings.experiment(), data, kernel),
                    Environment.here(build.version(), build.commit(), kernel),
                    warnings);
        }
    }

    /**
     * Sets up a run and makes its folder; nothing is written if something does not fit.
     *
     * @param settings the configuration
     * @param data what it learns
     * @param kernel what computes
     * @param warnings is told, in one line each, what went wrong and does not spoil the run
     */
    static RecordedExperiment begin(TrainSettings settings, TrainTest data, Kernel kernel, Consumer<String> warnings)
            throws IOException {
        Setup setup = Setup.of(settings, data, kernel, warnings);
        String taskType = settings.experiment().stream().scenario().name();
        Path folder = RunFolder.create(
                settings.outputDir(),
                new RunFolder.Name(
                        taskType,
                        settings.data().shortName(),
                        settings.experiment().seed()),
                Clock.system(ZoneId.systemDefault()));
        RunRecorder recorder = new RunRecorder(settings.toMap(), setup.environment, setup.experiment.stream());
        return new RecordedExperiment(setup, folder, recorder, Optional.empty());
    }

    /**
     * Sets up a run that goes on in its folder, from its last checkpoint; if it never came as far as that, from the
     * beginning.
     *
     * @param cutOff the run
     * @param data what it learns
     * @param kernel what computes from now on
     * @param warnings is told, in one line each, which checkpoints are damaged, and what else
     *     went wrong and does not spoil the run
     */
    static RecordedExperiment resume(CutOffRun cutOff, TrainTest data, Kernel kernel, Consumer<String> warnings) {
        Setup setup = Setup.of(cutOff.settings(data), data, kernel, warnings);
        // The configuration as the record has it: where the data is now, and what else changes no number, is not to
        // enter it.
        RunRecorder recorder = new RunRecorder(cutOff.record().config(), setup.environment, setup.experiment.stream());
        return new RecordedExperiment(setup, cutOff.folder(), recorder, Optional.of(cutOff));
    }

    /** Leaves nothing but the record, and a checkpoint if the run is interrupted: no losses, no model, no memory. */
    RecordedExperiment keepingOnlyTheRecord() {
        products.leaveNothing();
        return this;
    }

    Path folder() {
        return folder;
    }

    StreamFacts stream() {
        return experiment.stream();
    }

    /** Returns the record of the run so far; of one that failed, as it lies on the disk. */
    RunRecord record() {
        return failed.orElseGet(() -> recorder.record());
    }

    /** Returns every file that a run that came to its end, or was interrupted, has written. */
    List<Path> files() {
        return products.files();
    }

    /**
     * Runs to the end, or until it is to stop; the record is brought up to date after every task, and in between
     * at the {@linkplain RecordPace pace} of those who look on.
     *
     * @param listener told of everything that happens, by the thread that calls this
     * @param stopRequested asked after every batch
     * @param processors how many there are for this run at the moment
     */
    RunStatus run(RunListener listener, BooleanSupplier stopRequested, IntSupplier processors) throws IOException {
        try (RunLock lock = RunLock.take(folder)) {
            RunOptions options = new RunOptions(processors, settings.checkpoints());
            RunStatus status = run(event -> on(event, listener), options, stopRequested);
            if (status == RunStatus.FINISHED) {
                checkpoints.remove();
                lock.remove();
            }
            return status;
        } finally {
            if (settings.report() && recorded) {
                report();
            }
        }
    }

    /** A run whose report cannot be written is none the worse for it. */
    private void report() {
        try {
            PageFile.write(
                    folder.resolve(RunReport.NAME),
                    RunReport.page(new ReportedRun(
                            new StoredRun(folder, recorder.record()).name(),
                            recorder.record(),
                            Optional.of(recorder.losses()),
                            products.memory())));
        } catch (IOException e) {
            warnings.accept("there is no report: " + TaagemCommand.oneLine(e) + "; 'taagem report " + folder
                    + "' makes it anew");
        }
    }

    private RunStatus run(RunListener listener, RunOptions options, BooleanSupplier stopRequested) throws IOException {
        boolean begun = goingOn.isEmpty(); // the record of a run that cannot go on stays as it is
        boolean ended = false;
        boolean diverged = false;
        try {
            if (begun) {
                RunRecordFile.write(folder, recorder.record());
            }
            Run run = setUp(listener, options);
            if (!begun) {
                begun = true;
                RunRecordFile.write(folder, recorder.record());
            }
            RunStatus status = runToEnd(run, stopRequested);
            writer.close();
            ended = true;
            finish(run);
            return status;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (DivergedException e) {
            diverged = true;
            throw e;
        } finally {
            if (begun && !ended) {
                keepWhatIsThere(diverged);
            }
        }
    }

    private void keepWhatIsThere(boolean diverged) throws IOException {
        if (diverged) {
            recorder.diverge();
        } else {
            recorder.fail();
        }
        RunRecord record = recorder.record();
        failed = Optional.of(record);
        products.writeLosses(recorder.losses());
        RunRecordFile.write(folder, record);
        recorded = true;
        writer.close();
    }

    private Run setUp(RunListener listener, RunOptions options) throws IOException {
        if (goingOn.isEmpty()) {
            return experiment.begin(listener, options);
        }
        goingOn.get().checkStillUnfinished();
        AtomicFile.removeLeftovers(folder);
        Optional<Path> newest = checkpoints.newestWhole(warnings);
        if (newest.isEmpty()) {
            SameRun.check(folder.resolve(RunRecordFile.NAME), goingOn.get().record(), recorder.record());
            warnings.accept("there is no checkpoint in '" + folder + "'; the run begins anew");
            return experiment.begin(listener, options);
        }
        return CheckpointFile.read(newest.get(), record -> {
            SameRun.check(newest.get(), record, recorder.record());
            recorder = new RunRecorder(record, environment);
            return experiment.begin(listener, options);
        });
    }

    private RunStatus runToEnd(Run run, BooleanSupplier stopRequested) throws IOException {
        try (run) {
            return run.run(stopRequested);
        } catch (DivergedException e) {
            products.writeMemory(run);
            throw e;
        }
    }

    private void on(RunEvent event, RunListener listener) {
        recorder.on(event);
        listener.on(event);
        try {
            if (event instanceof TaskFinished) {
                RunRecordFile.write(folder, recorder.record());
            } else if (event instanceof Evaluated) {
                pace.write(() -> RunRecordFile.write(folder, recorder.record()));
            } else if (event instanceof Checkpointed checkpointed) {
                writer.add(recorder.record(), checkpointed.checkpoint());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish(Run run) throws IOException {
        products.writeLosses(recorder.losses());
        products.writeModel(recorder.record(), run);
        products.writeMemory(run);
        RunRecordFile.write(folder, recorder.record());
        recorded = true;
    }
}
