package org.taagem.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.taagem.learn.ContinualLearner;
import org.taagem.learn.Paced;
import org.taagem.learn.Rehearsal;
import org.taagem.learn.TaskAware;
import org.taagem.learn.TaskSamples;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.Draw;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.memory.PoolLimits;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Ring;
import org.taagem.nn.Adam;
import org.taagem.nn.AdaptiveLearningRate;
import org.taagem.nn.ClippedSteps;
import org.taagem.nn.Kernel;
import org.taagem.nn.LearningRate;
import org.taagem.nn.Mlp;
import org.taagem.nn.Momentum;
import org.taagem.nn.Optimizer;
import org.taagem.nn.Sgd;
import org.taagem.nn.WarmUp;
import org.taagem.random.Seeds;
import org.taagem.state.Stateful;

/** Makes the learner that a configuration describes. */
final class LearnerFactory {
    private final LearnerConfig config;
    private final Seeds seeds;
    private final Kernel kernel;

    LearnerFactory(LearnerConfig config, Kernel kernel) {
        this.config = config;
        seeds = new Seeds(config.seed());
        this.kernel = kernel;
    }

    /** Makes a learner around a network, for a stream of some tasks; learners that need not know how many take any number. */
    Learner create(Mlp network, int tasks) {
        Optimizer optimizer = optimizer(network);
        RandomGenerator random = seeds.named("memory");
        if (!config.strategy().rehearses()) {
            LearnerParts parts = new LearnerParts(
                    network, optimizer, Optional.empty(), () -> samplesOfOneTask(tasks, random), seeds);
            return learner(parts, Optional.empty());
        }
        MemoryConfig settings = config.memory();
        EpisodicMemory memory = settings.kind().memory(new MemoryType.Parts(settings.limits(), random));
        MemoryWriter writer = new MemoryWriter(memory, settings.samplingRate());
        boolean duringEpoch = settings.fill() == MemoryFill.BATCH;
        Rehearsal rehearsal =
                new Rehearsal(memory, settings.referenceBatch(), duringEpoch ? writer : new MemoryWriter(memory, 0));
        LearnerParts parts = new LearnerParts(
                network, optimizer, Optional.of(rehearsal), () -> samplesOfOneTask(tasks, random), seeds);
        return learner(parts, duringEpoch ? Optional.empty() : Optional.of(writer));
    }

    private Learner learner(LearnerParts parts, Optional<MemoryWriter> epochWriter) {
        ContinualLearner learner = config.strategy().learner(parts);
        check(learner);
        return new Learner(
                learner,
                learner instanceof Paced paced ? paced::learningRate : parts.optimizer()::learningRate,
                parts.memory().map(Rehearsal::memory),
                epochWriter);
    }

    /** What others promise of a learner must be true, or a run would end in its middle, or its record would lie. */
    private void check(ContinualLearner learner) {
        String name = "strategy is " + config.strategy().name() + ", whose "
                + learner.getClass().getName();
        if (!(learner instanceof Stateful)) {
            throw new ConfigException(name + " keeps no state; let it implement org.taagem.state.Stateful");
        }
        if (learner instanceof TaskAware && config.strategy().type().tasks() != LearnerType.Tasks.ENDS) {
            throw new ConfigException(
                    name + " is told when a task ends, but its type does not say so; let tasks() return ENDS");
        }
    }

    /** A ring buffer per class, as large as a task's share of the memory. */
    private TaskSamples samplesOfOneTask(int tasks, RandomGenerator random) {
        ClusterLimits limits = config.memory().limits();
        PoolLimits ofTask = new PoolLimits(limits.pools(), Math.max(limits.pools(), limits.capacity() / tasks));
        return new TaskSamples(
                () -> new PooledMemory(ofTask, new Ring(ofTask), Draw.EVEN, random),
                config.memory().samplingRate());
    }

    private Optimizer optimizer(Mlp network) {
        Optimizer unclipped = unclipped(network);
        double maxNorm = config.model().maxGradientNorm();
        return maxNorm == 0 ? unclipped : new ClippedSteps(unclipped, maxNorm);
    }

    private Optimizer unclipped(Mlp network) {
        return switch (config.model().optimizer()) {
            case SGD -> new Sgd(learningRate());
            case MOMENTUM ->
                new Momentum(network, learningRate(), config.model().momentum());
            case ADAM -> new Adam(network, learningRate());
        };
    }

    /** Makes the network as it is before the first step. */
    Mlp network(int features, int classes) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(features);
        for (int l = 0; l < config.model().hiddenLayers(); l++) {
            sizes.add(config.model().hiddenDim());
        }
        sizes.add(classes);
        if (!Mlp.fits(sizes, kernel)) {
            throw new ConfigException(
                    "hidden_dim is " + config.model().hiddenDim() + ", too many units for the kernel " + kernel.name()
                            + ", which keeps the weights of a layer in one array; lower it, or take kernel: plain");
        }
        return new Mlp(sizes, seeds.named("init"), kernel);
    }

    private LearningRate learningRate() {
        double rate = config.model().learningRate();
        LearningRate full =
                config.model().learningRateScheduler() ? new AdaptiveLearningRate(rate) : LearningRate.constant(rate);
        int warmupSteps = config.model().warmupSteps();
        return warmupSteps == 0 ? full : new WarmUp(full, warmupSteps);
    }
}
