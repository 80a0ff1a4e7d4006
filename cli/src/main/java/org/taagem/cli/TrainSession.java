package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

import org.taagem.data.TrainTest;
import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.RunStarted;
import org.taagem.experiment.RunStatus;
import org.taagem.mlflow.RunTracker;
import org.taagem.nn.Kernels;

/** One run of the train command, and what it shows. */
final class TrainSession implements AutoCloseable {
    private final RecordedExperiment experiment;
    private final PrintWriter out;
    private final Console console;
    private final Tracking tracking;
    private final Screen screen;
    private final StopSignal stopSignal;

    /** Tells what is about to be run. */
    TrainSession(TrainSettings settings, RecordedExperiment experiment, Kernels.Selection kernel, Screen screen)
            throws IOException {
        this.experiment = experiment;
        tracking = Tracking.of(settings, experiment, Optional.empty());
        this.screen = screen;
        out = screen.out();
        RunText.Facts facts = new RunText.Facts(experiment.stream(), kernel, experiment.folder());
        RunText.header(BuildInfo.read(), settings.toMap(), facts).forEach(out::println);
        out.flush();
        console = console(settings, screen);
        stopSignal = StopSignal.install(); // last: what cannot be set up will not be closed
    }

    /** Sets up a run and makes its folder; nothing is written if something does not fit. */
    static TrainSession begin(TrainSettings settings, TrainTest data, Kernels.Selection kernel, Screen screen)
            throws IOException {
        RecordedExperiment experiment = RecordedExperiment.begin(settings, data, kernel.kernel(), screen::warn);
        return new TrainSession(settings, experiment, kernel, screen);
    }

    /** Where a run is shown: lines, complaints and progress each go to a place of their own. */
    record Screen(PrintWriter out, PrintWriter err, Terminal terminal) {
        /** Tells what went wrong and does not spoil the rest. */
        void warn(String warning) {
            err.println("taagem: warning: " + warning);
            err.flush();
        }
    }

    private Console console(TrainSettings settings, Screen screen) {
        if (!settings.verbose() || !screen.terminal().interactive()) {
            return new PlainConsole(out, experiment.stream());
        }
        return settings.data().lite()
                ? new LossConsole(out, experiment.stream())
                : new BarConsole(out, screen.terminal(), experiment.stream());
    }

    /** Runs to the end, or until it is interrupted. */
    RunStatus run() throws IOException {
        try {
            return runToEnd();
        } finally {
            tracking.finish().ifPresent(this::tell);
        }
    }

    private void tell(RunTracker.Outcome outcome) {
        outcome.page().ifPresent(page -> out.println("  mlflow   " + page));
        out.flush();
        tracking.problem(outcome).ifPresent(screen::warn);
    }

    private RunStatus runToEnd() throws IOException {
        RunStatus status;
        try {
            status = experiment.run(this::on, stopSignal::isRequested, Runtime.getRuntime()::availableProcessors);
        } finally {
            console.close();
        }
        RunText.summary(experiment.record(), experiment.folder(), experiment.files())
                .forEach(out::println);
        out.flush();
        return status;
    }

    private void on(RunEvent event) {
        if (event instanceof RunStarted started && started.losses().size() > 0) {
            out.println(RunText.goesOn(started.losses().size(), experiment.stream()));
            out.flush();
        }
        console.on(event);
        tracking.on(event);
    }

    @Override
    public void close() {
        stopSignal.close();
    }
}
