package org.taagem.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.BatchTrained;
import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.RunStarted;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.StreamFacts;

/** Shows a bar of the whole run, with task, epoch, steps per second, time left and accuracy, and a block per task. */
final class BarConsole implements Console {
    private static final int UPDATE_MILLIS = 200;

    private final PrintWriter out;
    private final Terminal terminal;
    private final StreamFacts stream;
    private final Instant startedAt = Instant.now();
    private Optional<ProgressBar> bar = Optional.empty();
    private BarOutput output;
    private String position = "begins";
    private Optional<Evaluation> last = Optional.empty();

    BarConsole(PrintWriter out, Terminal terminal, StreamFacts stream) {
        this.out = out;
        this.terminal = terminal;
        this.stream = stream;
        output = new BarOutput(terminal.err());
    }

    private void begin(long step) {
        output = new BarOutput(terminal.err());
        bar = Optional.of(new ProgressBarBuilder()
                .setInitialMax(stream.steps())
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setRenderer(new BarLine(terminal.unicode(), "steps"))
                .setConsumer(output)
                .startsFrom(step, Duration.between(startedAt, Instant.now()))
                .build()
                .setExtraMessage(position));
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunStarted started) {
            begin(started.losses().size());
        } else if (event instanceof BatchTrained trained) {
            bar.ifPresent(shown -> shown.stepTo(trained.step()));
            position = "task " + (trained.taskId() + 1) + "/" + stream.tasks().size() + "  epoch " + trained.epoch()
                    + "/" + stream.epochs();
            showPosition();
        } else if (event instanceof Evaluated evaluated) {
            last = Optional.of(evaluated.evaluation());
            showPosition();
        } else if (event instanceof TaskFinished finished) {
            long step = finished.result().step();
            bar.ifPresent(shown -> shown.stepTo(step));
            close();
            TaskText.block(finished.result(), last.orElseThrow(), stream).forEach(out::println);
            out.flush();
            if (step < stream.steps()) {
                begin(step);
            }
        }
    }

    private void showPosition() {
        String accuracy = last.map(evaluation -> "  accuracy " + TaskText.accuracy(evaluation.overallAccuracy()))
                .orElse("");
        bar.ifPresent(shown -> shown.setExtraMessage(position + accuracy));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        output.close(); // a bar that is closed before its thread has drawn it does not do this
        bar = Optional.empty();
    }
}
