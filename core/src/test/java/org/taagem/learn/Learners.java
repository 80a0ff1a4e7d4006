package org.taagem.learn;

import java.util.ArrayList;
import java.util.List;

import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;

/** Every learner in every configuration but that of its memory. A new learner or gradient rule is added here. */
final class Learners {
    static final List<GradientProjection> PROJECTIONS = List.of(new AgemProjection());

    private Learners() {}

    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>(rehearsing());
        kinds.add(new Kind("fine-tuning", (network, optimizer, rehearsal) -> new FineTuning(network, optimizer)));
        return kinds;
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
        kinds.add(new Kind(
                "experience replay",
                (network, optimizer, rehearsal) -> new ExperienceReplay(network, optimizer, rehearsal, 1)));
        kinds.add(new Kind(
                "DER++",
                (network, optimizer, rehearsal) -> new DarkExperienceReplay(
                        network, optimizer, rehearsal, new DarkExperienceReplay.Weights(0.5, 0.5))));
        return kinds;
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
