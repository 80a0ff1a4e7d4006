package org.taagem.learn;

import java.util.ArrayList;
import java.util.List;

import org.taagem.nn.Network;
import org.taagem.nn.Sgd;

/** Every learner in every configuration but that of its memory. A new learner or gradient rule is added here. */
final class Learners {
    static final List<GradientProjection> PROJECTIONS = List.of(new AgemProjection());

    private Learners() {}

    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>(rehearsing());
        kinds.add(new Kind("fine-tuning", (network, sgd, rehearsal) -> new FineTuning(network, sgd)));
        return kinds;
    }

    /** Those that use a memory. */
    static List<Kind> rehearsing() {
        List<Kind> kinds = new ArrayList<>();
        for (GradientProjection projection : PROJECTIONS) {
            kinds.add(new Kind(
                    "Agem, " + projection.getClass().getSimpleName(),
                    (network, sgd, rehearsal) -> new Agem(network, sgd, rehearsal, projection)));
        }
        return kinds;
    }

    interface Factory {
        ContinualLearner make(Network network, Sgd sgd, Rehearsal rehearsal);
    }

    record Kind(String name, Factory factory) {
        @Override
        public String toString() {
            return name;
        }
    }
}
