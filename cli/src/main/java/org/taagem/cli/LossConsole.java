package org.taagem.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.BatchTrained;
import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.StreamFacts;

/** Tells the loss of every 50th batch and of every epoch: for a quick look at whether it learns. */
final class LossConsole implements Console {
    private static final int BATCHES_PER_LINE = 50;

    private final PrintWriter out;
    private final StreamFacts stream;
    private Optional<Evaluation> last = Optional.empty();

    LossConsole(PrintWriter out, StreamFacts stream) {
        this.out = out;
        this.stream = stream;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof BatchTrained trained && trained.step() % BATCHES_PER_LINE == 0) {
            out.printf(
                    Locale.ROOT,
                    "  task %d  epoch %2d  batch %3d/%d  loss %.4f%n",
                    trained.taskId() + 1,
                    trained.epoch(),
                    trained.batch(),
                    trained.batches(),
                    trained.loss());
        } else if (event instanceof Evaluated evaluated) {
            tellEpoch(evaluated.evaluation());
        } else if (event instanceof TaskFinished finished) {
            TaskText.block(finished.result(), last.orElseThrow(), stream).forEach(out::println);
            if (finished.result().step() < stream.steps()) {
                out.println();
            }
        }
        out.flush();
    }

    private void tellEpoch(Evaluation evaluation) {
        last = Optional.of(evaluation);
        out.printf(
                Locale.ROOT,
                "  task %d  epoch %2d  loss %.4f  accuracy %.3f%n",
                evaluation.taskId() + 1,
                evaluation.epoch(),
                evaluation.epochLoss(),
                evaluation.overallAccuracy());
    }
}
