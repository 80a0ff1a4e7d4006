package org.taagem.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.taagem.memory.Draw;
import org.taagem.memory.Memories;
import org.taagem.memory.PoolLimits;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Reservoir;
import org.taagem.memory.Retention;
import org.taagem.memory.Ring;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;
import org.taagem.random.SeededRandom;

/** Every learner in every configuration but that of its memory. A new learner or gradient rule is added here. */
final class Learners {
    static final List<GradientProjection> PROJECTIONS = List.of(new AgemProjection());

    /** As large as the batch, all there is, and a number that is neither. */
    static final List<ReferenceBatch> REFERENCES =
            List.of(ReferenceBatch.BATCH, ReferenceBatch.ALL, ReferenceBatch.of(7));

    private static final PoolLimits OF_TASK = new PoolLimits(Memories.LABELS, 2 * Memories.LABELS);

    private Learners() {}

    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>(rehearsing());
        kinds.add(new Kind("fine-tuning", (network, optimizer, rehearsal) -> new FineTuning(network, optimizer)));
        kinds.add(new Kind(
                "A-GEM with tasks",
                (network, optimizer, rehearsal) ->
                        new TaskwiseAgem(network, optimizer, rehearsal, samples(random -> new Ring(OF_TASK)))));
        kinds.add(new Kind(
                "online EWC",
                (network, optimizer, rehearsal) -> new OnlineEwc(
                        network,
                        optimizer,
                        new OnlineEwc.Strength(10, 0.9),
                        samples(random -> new Reservoir(OF_TASK, random)))));
        kinds.add(new Kind(
                "Bayesian gradient descent",
                (network, optimizer, rehearsal) -> new BayesianGradientDescent(
                        network, new BayesianGradientDescent.Settings(0.1, 1, 3), new SeededRandom(6))));
        return kinds;
    }

    private static TaskSamples samples(Function<RandomGenerator, Retention> rule) {
        RandomGenerator random = new SeededRandom(7);
        return new TaskSamples(() -> new PooledMemory(OF_TASK, rule.apply(random), Draw.UNIFORM, random), 1);
    }

    /** Those that use a memory. */
    static List<Kind> rehearsing() {
        List<Kind> kinds = new ArrayList<>();
        for (GradientProjection projection : PROJECTIONS) {
            kinds.add(new Kind(
                    "Agem, " + projection.getClass().getSimpleName(),
                    (network, optimizer, rehearsal) -> new Agem(network, optimizer, rehearsal, projection)));
        }
        for (LossBalance balance : LossBalance.values()) {
            kinds.add(new Kind(
                    "Mega, " + balance,
                    (network, optimizer, rehearsal) -> new Mega(network, optimizer, rehearsal, balance)));
        }
        kinds.add(new Kind("orthogonal gradient descent", OrthogonalGradientDescent::new));
        kinds.add(new Kind(
                "experience replay",
                (network, optimizer, rehearsal) -> new ExperienceReplay(network, optimizer, rehearsal, 1)));
        kinds.add(new Kind(
                "DER++",
                (network, optimizer, rehearsal) -> new DarkExperienceReplay(
                        network, optimizer, rehearsal, new DarkExperienceReplay.Weights(0.5, 0.5))));
        kinds.add(new Kind("SLATE", Learners::slate));
        return kinds;
    }

    private static ContinualLearner slate(Network network, Optimizer optimizer, Rehearsal rehearsal) {
        Consolidation.Settings how = new Consolidation.Settings(20, 100, 0.4, 10);
        return new Slate(
                optimizer,
                rehearsal,
                new Slate.Weights(0.5, 2, 3, 1),
                new Consolidation(network, how, new SeededRandom(8)));
    }

    interface Factory {
        ContinualLearner make(Network network, Optimizer optimizer, Rehearsal rehearsal);
    }

    record Kind(String name, Factory factory) {
        @Override
        public String toString() {
            return name;
        }
    }
}
