package org.taagem.cli;

import java.io.PrintWriter;
import java.util.Optional;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.StreamFacts;

/** Tells one line per task: for logs, pipes and people in a hurry. */
final class PlainConsole implements Console {
    private final PrintWriter out;
    private final StreamFacts stream;
    private Optional<Evaluation> last = Optional.empty();

    PlainConsole(PrintWriter out, StreamFacts stream) {
        this.out = out;
        this.stream = stream;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof Evaluated evaluated) {
            last = Optional.of(evaluated.evaluation());
        } else if (event instanceof TaskFinished finished) {
            out.println(TaskText.line(finished.result(), last.orElseThrow(), stream));
            out.flush();
        }
    }
}
