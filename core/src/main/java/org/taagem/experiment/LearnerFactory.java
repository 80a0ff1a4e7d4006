package org.taagem.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.taagem.learn.Agem;
import org.taagem.learn.AgemProjection;
import org.taagem.learn.FineTuning;
import org.taagem.learn.Rehearsal;
import org.taagem.memory.ClusteredMemory;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.nn.AdaptiveLearningRate;
import org.taagem.nn.Kernel;
import org.taagem.nn.LearningRate;
import org.taagem.nn.Mlp;
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

    /** Makes a learner around a network. */
    Learner create(Mlp network) {
        Sgd sgd = new Sgd(learningRate());
        return switch (config.strategy()) {
            case SGD -> new Learner(new FineTuning(network, sgd), sgd, Optional.empty(), Optional.empty());
            case TA_A_GEM -> taAGem(network, sgd);
        };
    }

    private Learner taAGem(Mlp network, Sgd sgd) {
        MemoryConfig settings = config.memory();
        EpisodicMemory memory = new ClusteredMemory(
                settings.limits(), settings.assignment(), settings.removal(), seeds.named("memory"));
        MemoryWriter writer = new MemoryWriter(memory, settings.samplingRate());
        boolean duringEpoch = settings.fill() == MemoryFill.BATCH;
        Rehearsal rehearsal =
                new Rehearsal(memory, settings.referenceBatch(), duringEpoch ? writer : new MemoryWriter(memory, 0));
        return new Learner(
                new Agem(network, sgd, rehearsal, new AgemProjection()),
                sgd,
                Optional.of(memory),
                duringEpoch ? Optional.empty() : Optional.of(writer));
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
