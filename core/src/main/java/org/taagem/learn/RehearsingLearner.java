package org.taagem.learn;

import java.io.IOException;
import java.util.List;

import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.memory.EpisodicMemory;
import org.taagem.nn.Classifier;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;
import org.taagem.state.StateException;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** What all learners that rehearse from a memory are made of; how they learn from a batch is theirs to say. */
public abstract class RehearsingLearner implements ContinualLearner, Snapshotting, Stateful {
    /** What learns. */
    protected final Network network;

    /** Takes its steps. */
    protected final Optimizer optimizer;

    /** The memory in use. */
    protected final Rehearsal rehearsal;

    /**
     * Puts a learner together.
     *
     * @param network what learns
     * @param optimizer takes its steps
     * @param rehearsal the memory and its use
     */
    protected RehearsingLearner(Network network, Optimizer optimizer, Rehearsal rehearsal) {
        this.network = network;
        this.optimizer = optimizer;
        this.rehearsal = rehearsal;
    }

    @Override
    public int[] predict(List<FeatureVector> inputs) {
        return network.predict(inputs);
    }

    @Override
    public Classifier snapshot() {
        return network.snapshot();
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writePart("network", network);
        out.writePart("optimizer", optimizer);
        out.writePart("memory", rehearsal.memory());
        out.writePart("writer", rehearsal.writer());
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.readPart("network", network);
        in.readPart("optimizer", optimizer);
        in.readPart("memory", rehearsal.memory());
        checkFits(in, rehearsal.memory());
        in.readPart("writer", rehearsal.writer());
    }

    /** What the memory holds is learned without being looked at again. */
    private void checkFits(StateReader in, EpisodicMemory memory) throws StateException {
        for (Sample sample : memory.samples()) {
            if (sample.features().length() != network.inputs() || sample.label() >= network.outputs()) {
                throw in.wrong(
                        "memory",
                        "one with a sample of " + sample.features().length() + " features and label " + sample.label(),
                        network.inputs() + " features and labels below " + network.outputs());
            }
        }
    }
}
