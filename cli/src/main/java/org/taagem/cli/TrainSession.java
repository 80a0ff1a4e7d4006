package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import org.taagem.data.TrainTest;
import org.taagem.experiment.Environment;
import org.taagem.experiment.Experiment;
import org.taagem.experiment.Model;
import org.taagem.experiment.Provenance;
import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.RunRecorder;
import org.taagem.experiment.RunStatus;
import org.taagem.nn.Kernels;
import org.taagem.nn.Mlp;
import org.taagem.report.RunFolder;
import org.taagem.report.RunRecordFile;

/** One run of the train command: its folder, its record and what it shows. */
final class TrainSession implements AutoCloseable {
    private final Experiment experiment;
    private final RunRecorder recorder;
    private final Provenance origin;
    private final Path folder;
    private final PrintWriter out;
    private final Console console;
    private final StopSignal stopSignal = StopSignal.install();

    private TrainSession(TrainSettings settings, Experiment experiment, RunText.Facts facts, Screen screen) {
        this.experiment = experiment;
        folder = facts.folder();
        out = screen.out();
        BuildInfo build = BuildInfo.read();
        Environment environment =
                Environment.here(build.version(), build.commit(), facts.kernel().kernel());
        origin = Provenance.of(build.version(), build.commit(), settings.toMap());
        recorder = new RunRecorder(settings.toMap(), environment, experiment.stream());
        RunText.header(build, settings.toMap(), facts).forEach(out::println);
        out.flush();
        console = console(settings, screen);
    }

    /** Sets up a run and makes its folder; nothing is written if something does not fit. */
    static TrainSession begin(TrainSettings settings, TrainTest data, Kernels.Selection kernel, Screen screen)
            throws IOException {
        Experiment experiment = new Experiment(settings.experiment(), data, kernel.kernel());
        String taskType = settings.experiment().stream().scenario().name();
        Path folder = RunFolder.create(
                settings.outputDir(),
                new RunFolder.Name(
                        taskType,
                        settings.data().shortName(),
                        settings.experiment().seed()),
                Clock.system(ZoneId.systemDefault()));
        return new TrainSession(settings, experiment, new RunText.Facts(experiment.stream(), kernel, folder), screen);
    }

    /** Where a run is shown: lines go to one, progress to the other. */
    record Screen(PrintWriter out, Terminal terminal) {}

    private Console console(TrainSettings settings, Screen screen) {
        if (!settings.verbose() || !screen.terminal().interactive()) {
            return new PlainConsole(out, experiment.stream());
        }
        return settings.data().lite()
                ? new LossConsole(out, experiment.stream())
                : new BarConsole(out, screen.terminal(), experiment.stream());
    }

    /** Runs to the end, or until it is interrupted; the record is brought up to date after every task. */
    RunStatus run() throws IOException {
        RunRecordFile.write(folder, recorder.record());
        boolean ended = false;
        try {
            RunStatus status = experiment.run(this::on, stopSignal::isRequested);
            console.close();
            ended = true;
            finish();
            return status;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            console.close();
            if (!ended) {
                recorder.fail();
                RunRecordFile.writeLosses(folder, recorder.losses());
                RunRecordFile.write(folder, recorder.record());
            }
        }
    }

    private void on(RunEvent event) {
        recorder.on(event);
        console.on(event);
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
        Path model = folder.resolve(SavedModel.NAME);
        Mlp network = experiment.network().orElseThrow();
        new Model(origin, experiment.samples().orElseThrow(), network).write(model);
        RunRecordFile.write(folder, recorder.record());
        List<Path> written = List.of(folder.resolve(RunRecordFile.NAME), folder.resolve(RunRecordFile.LOSSES), model);
        RunText.summary(recorder.record(), written).forEach(out::println);
        out.flush();
    }

    @Override
    public void close() {
        stopSignal.close();
    }
}
