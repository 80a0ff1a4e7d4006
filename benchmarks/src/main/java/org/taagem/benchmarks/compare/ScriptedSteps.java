package org.taagem.benchmarks.compare;

import java.util.List;
import java.util.stream.Stream;

import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.learn.Agem;
import org.taagem.learn.AgemProjection;
import org.taagem.learn.ReferenceBatch;
import org.taagem.learn.Rehearsal;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.nn.Kernel;
import org.taagem.nn.KernelChoice;
import org.taagem.nn.Kernels;
import org.taagem.nn.Mlp;
import org.taagem.nn.Sgd;
import org.taagem.random.Seeds;

/** Takes the steps of an {@link Exchange} in taagem: A-GEM as it always is, but for a memory that says what it is told. */
final class ScriptedSteps {
    static final double LEARNING_RATE = 1e-3;

    private final List<Batch> batches;
    private final Script script;
    private final float[] start;
    private final Mlp network;
    private final Agem learner;

    ScriptedSteps(Exchange exchange) {
        batches = Stream.of(exchange.batches()).map(exchange::batch).toList();
        script =
                new Script(Stream.of(exchange.references()).map(exchange::batch).toList());
        start = exchange.start();
        Kernel kernel = Kernels.select(KernelChoice.AUTO).kernel();
        network = new Mlp(exchange.layerSizes(), new Seeds(0).named("init"), kernel);
        Rehearsal rehearsal = new Rehearsal(script, ReferenceBatch.BATCH, new MemoryWriter(script, 0));
        learner = new Agem(network, new Sgd(LEARNING_RATE), rehearsal, new AgemProjection());
        reset(true);
    }

    int count() {
        return batches.size();
    }

    /** Goes back to the start parameters; the steps to come have their reference batches, or none. */
    void reset(boolean withReferences) {
        network.setParameters(start);
        script.open = withReferences;
    }

    /** Takes a step; says whether its gradient was projected. */
    boolean take(int step) {
        script.step = step;
        long before = learner.projectedSteps();
        learner.observe(batches.get(step));
        return learner.projectedSteps() > before;
    }

    float[] parameters() {
        return network.parameters();
    }

    /** A memory that gives the reference batch of the step at hand. */
    private static final class Script implements EpisodicMemory {
        private static final Batch NOTHING = Batch.of();

        private final List<Batch> references;
        private int step;
        private boolean open;

        Script(List<Batch> references) {
            this.references = references;
        }

        @Override
        public void add(Sample sample) {
            throw new UnsupportedOperationException("the script is written already");
        }

        @Override
        public Batch sample(int count) {
            return open ? references.get(step) : NOTHING;
        }

        @Override
        public int size() {
            return references.get(step).size();
        }

        @Override
        public int capacity() {
            return size();
        }

        @Override
        public List<Sample> samples() {
            return List.of();
        }
    }
}
