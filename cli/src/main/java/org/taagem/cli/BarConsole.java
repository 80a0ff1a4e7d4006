package org.taagem.cli;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.BatchTrained;
import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.RunFinished;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.RunListener;
import org.taagem.experiment.StreamFacts;

/** Shows a bar of the whole run, with task, epoch, steps per second, time left and accuracy, and a block per task. */
final class BarConsole implements RunListener {
    private static final int UPDATE_MILLIS = 200;

    private final PrintWriter out;
    private final Terminal terminal;
    private final StreamFacts stream;
    private final Instant startedAt = Instant.now();
    private ProgressBar bar;
    private Optional<Evaluation> last = Optional.empty();

    BarConsole(PrintWriter out, Terminal terminal, StreamFacts stream) {
        this.out = out;
        this.terminal = terminal;
        this.stream = stream;
        bar = newBar(0);
    }

    private ProgressBar newBar(long step) {
        return new ProgressBarBuilder()
                .setTaskName("training")
                .setInitialMax(stream.steps())
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err()))
                .showSpeed(new DecimalFormat("0 steps"))
                .startsFrom(step, Duration.between(startedAt, Instant.now()))
                .build();
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof BatchTrained trained) {
            bar.stepTo(trained.step());
            bar.setExtraMessage(position(trained));
        } else if (event instanceof Evaluated evaluated) {
            last = Optional.of(evaluated.evaluation());
        } else if (event instanceof TaskFinished finished) {
            long step = finished.result().step();
            bar.stepTo(step);
            bar.close();
            TaskText.block(finished.result(), last.orElseThrow(), stream).forEach(out::println);
            out.flush();
            if (step < stream.steps()) {
                bar = newBar(step);
            }
        } else if (event instanceof RunFinished) {
            bar.close();
        }
    }

    private String position(BatchTrained trained) {
        return "task " + (trained.taskId() + 1) + "/" + stream.tasks().size() + " epoch " + trained.epoch() + "/"
                + stream.epochs()
                + last.map(evaluation -> " accuracy " + TaskText.accuracy(evaluation.overallAccuracy()))
                        .orElse("");
    }
}
