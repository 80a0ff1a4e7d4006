package org.taagem.memory;

import java.util.ArrayList;
import java.util.List;
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
        return kinds;
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
