package org.taagem.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.taagem.learn.Agem;
import org.taagem.learn.AgemProjection;
import org.taagem.learn.BayesianGradientDescent;
import org.taagem.learn.ContinualLearner;
import org.taagem.learn.DarkExperienceReplay;
import org.taagem.learn.ExperienceReplay;
import org.taagem.learn.FineTuning;
import org.taagem.learn.LossBalance;
import org.taagem.learn.Mega;
import org.taagem.learn.OnlineEwc;
import org.taagem.learn.OrthogonalGradientDescent;
import org.taagem.learn.Rehearsal;
import org.taagem.learn.TaskSamples;
import org.taagem.learn.TaskwiseAgem;
import org.taagem.memory.Draw;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.memory.PoolLimits;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Reservoir;
import org.taagem.nn.Adam;
import org.taagem.nn.AdaptiveLearningRate;
import org.taagem.nn.Kernel;
import org.taagem.nn.LearningRate;
import org.taagem.nn.Mlp;
import org.taagem.nn.Momentum;
import org.taagem.nn.Optimizer;
import org.taagem.nn.Sgd;
import org.taagem.random.Seeds;

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
        return switch (config.strategy()) {
            case SGD, JOINT -> alone(new FineTuning(network, optimizer), optimizer);
            case EWC_ONLINE -> alone(ewc(network, optimizer), optimizer);
            case BGD -> bgd(network);
            default -> rehearsing(network, optimizer, tasks);
        };
    }

    private static Learner alone(ContinualLearner learner, Optimizer optimizer) {
        return new Learner(learner, optimizer::learningRate, Optional.empty(), Optional.empty());
    }

    private ContinualLearner ewc(Mlp network, Optimizer optimizer) {
        RandomGenerator random = seeds.named("fisher");
        PoolLimits limits = new PoolLimits(
                network.outputs(), Math.max(network.outputs(), config.rules().ewcSamples()));
        TaskSamples samples =
                new TaskSamples(() -> new PooledMemory(limits, new Reservoir(limits, random), Draw.UNIFORM, random), 1);
        return new OnlineEwc(network, optimizer, config.rules().ewc(), samples);
    }

    private Learner bgd(Mlp network) {
        BayesianGradientDescent.Settings settings = config.rules().bgd();
        return new Learner(
                new BayesianGradientDescent(network, settings, seeds.named("noise")),
                settings::eta,
                Optional.empty(),
                Optional.empty());
    }

    private Learner rehearsing(Mlp network, Optimizer optimizer, int tasks) {
        MemoryConfig settings = config.memory();
        MemoryFactory memories = new MemoryFactory(settings, seeds.named("memory"));
        EpisodicMemory memory = memories.create();
        MemoryWriter writer = new MemoryWriter(memory, settings.samplingRate());
        boolean duringEpoch = settings.fill() == MemoryFill.BATCH;
        Rehearsal rehearsal =
                new Rehearsal(memory, settings.referenceBatch(), duringEpoch ? writer : new MemoryWriter(memory, 0));
        TaskSamples thisTask = new TaskSamples(() -> memories.ofOneTask(tasks), settings.samplingRate());
        ContinualLearner learner = config.strategy() == Strategy.A_GEM
                ? new TaskwiseAgem(network, optimizer, rehearsal, thisTask)
                : taskAgnostic(network, optimizer, rehearsal);
        return new Learner(
                learner,
                optimizer::learningRate,
                Optional.of(memory),
                duringEpoch ? Optional.empty() : Optional.of(writer));
    }

    private ContinualLearner taskAgnostic(Mlp network, Optimizer optimizer, Rehearsal rehearsal) {
        StrategyConfig rules = config.rules();
        return switch (config.strategy()) {
            case TA_A_GEM -> new Agem(network, optimizer, rehearsal, new AgemProjection());
            case ER -> new ExperienceReplay(network, optimizer, rehearsal, rules.memoryWeight());
            case MEGA_1 -> new Mega(network, optimizer, rehearsal, LossBalance.MEGA_1);
            case MEGA_2 -> new Mega(network, optimizer, rehearsal, LossBalance.MEGA_2);
            case DER -> new DarkExperienceReplay(network, optimizer, rehearsal, rules.der());
            case TA_OGD -> new OrthogonalGradientDescent(network, optimizer, rehearsal);
            case SGD, JOINT, A_GEM, EWC_ONLINE, BGD ->
                throw new IllegalStateException(config.strategy() + " is made elsewhere");
        };
    }

    private Optimizer optimizer(Mlp network) {
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
        return config.model().learningRateScheduler() ? new AdaptiveLearningRate(rate) : LearningRate.constant(rate);
    }
}
