package org.taagem.experiment;

import java.io.IOException;

import org.taagem.state.CapturedState;
import org.taagem.state.StateWriter;

/**
 * The whole state of a run at one moment, from which {@link Run#restore} goes on: position in the stream, learner, memory,
 * generators and losses so far. What was measured so far is not part of it, but in the {@link RunRecord} of that moment.
 *
 * <p>Immutable, so that it can be written to a file beside training.
 */
public final class Checkpoint {
    private final long step;
    private final CapturedState told;
    private final CapturedState loop;

    /**
     * Puts a checkpoint together.
     *
     * @param step batches learned so far
     * @param told where the teller of events stands
     * @param loop where the loop stands, and all that learns
     */
    Checkpoint(long step, CapturedState told, CapturedState loop) {
        this.step = step;
        this.told = told;
        this.loop = loop;
    }

    /**
     * Returns the moment.
     *
     * @return batches learned so far
     */
    public long step() {
        return step;
    }

    /**
     * Writes the state, for {@link Run#restore}.
     *
     * @param out takes the fields
     * @throws IOException if writing fails
     */
    public void save(StateWriter out) throws IOException {
        out.writeSection("told", told);
        out.writeSection("loop", loop);
    }
}
