package org.taagem.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Every memory in every configuration, each of room for a few samples only. A new memory is added here. */
public final class Memories {
    /** Most labels that the samples may have. */
    public static final int LABELS = 3;

    private Memories() {}

    public static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>();
        for (Assignment assignment : Assignment.values()) {
            for (Removal removal : Removal.values()) {
                kinds.add(new Kind(
                        "clustered, " + assignment + ", " + removal,
                        random -> new ClusteredMemory(new ClusterLimits(LABELS, 3, 2), assignment, removal, random)));
            }
        }
        PoolLimits limits = new PoolLimits(LABELS, 3 * 3 * 2);
        for (Draw draw : Draw.values()) {
            kinds.add(pooled("reservoir", limits, draw, random -> new Reservoir(limits, random)));
            kinds.add(pooled("class reservoir", limits, draw, random -> new ClassReservoir(limits, random)));
            kinds.add(pooled("ring", limits, draw, random -> new Ring(limits)));
            kinds.add(pooled("greedy k-center", limits, draw, random -> new GreedyKCenter(limits)));
        }
        return kinds;
    }

    private static Kind pooled(String name, PoolLimits limits, Draw draw, Function<RandomGenerator, Retention> rule) {
        return new Kind(name + ", " + draw, random -> new PooledMemory(limits, rule.apply(random), draw, random));
    }

    public interface Factory {
        EpisodicMemory make(RandomGenerator random);
    }

    public record Kind(String name, Factory factory) {
        @Override
        public String toString() {
            return name;
        }
    }
}
