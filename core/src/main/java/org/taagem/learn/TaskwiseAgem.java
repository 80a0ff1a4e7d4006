package org.taagem.learn;

import java.io.IOException;
import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.nn.Classifier;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * A-GEM as published: a task's samples are not rehearsed before the task has ended (Chaudhry et al. 2019, "Efficient Lifelong
 * Learning with A-GEM", <a href="https://arxiv.org/abs/1812.00420">arXiv:1812.00420</a>, algorithms 1 and 2).
 *
 * <p>During a task its samples gather in a memory of the task's own, in the paper a ring buffer per class; at its end they join
 * those of former tasks.
 */
public final class TaskwiseAgem implements ContinualLearner, TaskAware, Projecting, Snapshotting, Stateful {
    private final Agem agem;
    private final EpisodicMemory formerTasks;
    private final TaskSamples thisTask;

    /**
     * Makes a learner.
     *
     * @param network what learns
     * @param optimizer takes the steps
     * @param rehearsal the memory of former tasks; its writer is not used
     * @param thisTask gathers the samples of the present task
     */
    public TaskwiseAgem(Network network, Optimizer optimizer, Rehearsal rehearsal, TaskSamples thisTask) {
        formerTasks = rehearsal.memory();
        MemoryWriter none = new MemoryWriter(formerTasks, 0);
        Rehearsal reading = new Rehearsal(formerTasks, rehearsal.referenceBatch(), none);
        agem = new Agem(network, optimizer, reading, new AgemProjection());
        this.thisTask = thisTask;
    }

    @Override
    public double observe(Batch batch) {
        double loss = agem.observe(batch);
        thisTask.offer(batch);
        return loss;
    }

    @Override
    public void endTask() {
        thisTask.endTask().forEach(formerTasks::add);
    }

    @Override
    public int[] predict(List<FeatureVector> inputs) {
        return agem.predict(inputs);
    }

    @Override
    public Classifier snapshot() {
        return agem.snapshot();
    }

    @Override
    public long projectedSteps() {
        return agem.projectedSteps();
    }

    @Override
    public long comparedSteps() {
        return agem.comparedSteps();
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writePart("agem", agem);
        out.writePart("this_task", thisTask);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.readPart("agem", agem);
        in.readPart("this_task", thisTask);
    }
}
