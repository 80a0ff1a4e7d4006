package org.taagem.experiment;

import java.util.random.RandomGenerator;

import org.taagem.memory.Assignment;
import org.taagem.memory.ClassReservoir;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.ClusteredMemory;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.GreedyKCenter;
import org.taagem.memory.PoolLimits;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Removal;
import org.taagem.memory.Reservoir;
import org.taagem.memory.Retention;
import org.taagem.memory.Ring;

/** Makes the memory that a configuration describes. */
final class MemoryFactory {
    private final MemoryConfig config;
    private final RandomGenerator random;

    MemoryFactory(MemoryConfig config, RandomGenerator random) {
        this.config = config;
        this.random = random;
    }

    EpisodicMemory create() {
        ClusterLimits limits = config.limits();
        return switch (config.kind()) {
            case CLUSTERED -> new ClusteredMemory(limits, config.assignment(), config.removal(), random);
            case RANDOM -> new ClusteredMemory(limits, Assignment.RANDOM, Removal.RANDOM, random);
            case RESERVOIR, CLASS_RESERVOIR, RING, GREEDY_K_CENTER ->
                pooled(new PoolLimits(limits.pools(), limits.capacity()), config.kind());
        };
    }

    /** Makes the memory of one task of several, for learners that gather its samples: a ring buffer per class. */
    EpisodicMemory ofOneTask(int tasks) {
        int pools = config.limits().pools();
        int capacity = Math.max(pools, config.limits().capacity() / tasks);
        return pooled(new PoolLimits(pools, capacity), MemoryKind.RING);
    }

    private EpisodicMemory pooled(PoolLimits limits, MemoryKind kind) {
        Retention rule =
                switch (kind) {
                    case RESERVOIR -> new Reservoir(limits, random);
                    case CLASS_RESERVOIR -> new ClassReservoir(limits, random);
                    case RING -> new Ring(limits);
                    case GREEDY_K_CENTER -> new GreedyKCenter(limits);
                    case CLUSTERED, RANDOM -> throw new IllegalArgumentException(kind + " is made of clusters");
                };
        return new PooledMemory(limits, rule, config.draw(), random);
    }
}
