package org.taagem.experiment;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.taagem.nn.Ensemble;
import org.taagem.state.StateReader;

/**
 * A run of an {@link Experiment} that is set up: it begins at the first batch, or goes on from a {@link Checkpoint}.
 *
 * <p>For one thread, and for one call of {@link #run}.
 */
public final class Run implements AutoCloseable {
    private final StreamFacts facts;
    private final Ensemble answering;
    private final OrderedEvents events;
    private final RunLoop loop;

    Run(StreamFacts facts, Ensemble answering, OrderedEvents events, RunLoop loop) {
        this.facts = facts;
        this.answering = answering;
        this.events = events;
        this.loop = loop;
    }

    /**
     * Brings this run, which has not begun, to where another one of the same experiment was; what it does from then on is
     * the same, bit for bit, as what that one did. The listener is told nothing of what came before; it has its own ways to
     * know ({@link RunRecorder#RunRecorder(RunRecord, Environment)}).
     *
     * @param in gives the fields of {@link Checkpoint#save}
     * @throws org.taagem.state.StateException if the state is that of another experiment
     * @throws IOException if reading fails
     */
    public void restore(StateReader in) throws IOException {
        in.readSection("told", section -> {
            events.restore(section);
            return events;
        });
        in.readSection("loop", section -> {
            loop.restore(section);
            return loop;
        });
    }

    /**
     * Runs to the end, or until somebody wants it to stop.
     *
     * @param stopRequested asked after every batch; the run ends as interrupted when it says yes
     * @return how the run ended
     * @throws DivergedException if a loss is infinite or not a number
     */
    public RunStatus run(BooleanSupplier stopRequested) {
        events.tell(new RunEvent.RunStarted(facts, loop.losses()));
        if (loop.losses().size() == 0) {
            events.testUntrained(loop.tasks());
        }
        return loop.run(stopRequested);
    }

    /**
     * Returns what has learned.
     *
     * @return what the learner answers with; itself, which goes on with the run
     */
    public Ensemble answering() {
        return answering;
    }

    /**
     * Looks into the memory, which takes a moment: it copies lists.
     *
     * @return what the memory holds now; absent for a learner without one
     */
    public Optional<MemoryContents> memory() {
        return loop.memory();
    }

    /** Tells what has not been told, and waits for the test that is under way. */
    @Override
    public void close() {
        events.close();
    }
}
