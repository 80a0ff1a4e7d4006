package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.taagem.memory.Assignment;
import org.taagem.memory.ClassReservoir;
import org.taagem.memory.ClusteredMemory;
import org.taagem.memory.Draw;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.GreedyKCenter;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Removal;
import org.taagem.memory.Reservoir;
import org.taagem.memory.Retention;
import org.taagem.memory.Ring;

/** The memories of taagem itself. All hold the same number of samples. */
final class OwnMemories {
    static final String ASSIGNMENT = "assignment";
    static final String REMOVAL = "removal";
    private static final String DRAW = "draw";

    static final MemoryType CLUSTERED = new OwnType(
            "clustered",
            "clusters of similar samples, a pool per class (Lamers et al. 2023)",
            Map.of(ASSIGNMENT, Assignment.PAPER, REMOVAL, Removal.OLDEST, DRAW, Draw.EVEN),
            settings -> clustered(
                    "clustered",
                    settings,
                    settings.choice(ASSIGNMENT, Assignment.class),
                    settings.choice(REMOVAL, Removal.class)));
    private static final MemoryType RANDOM = new OwnType(
            "random",
            "the same pools, but samples join and leave clusters at random, as in the Python original",
            Map.of(DRAW, Draw.EVEN),
            settings -> clustered("random", settings, Assignment.RANDOM, Removal.RANDOM));
    private static final MemoryType RESERVOIR = pooled(
            "reservoir",
            "every sample of the stream with the same probability (Vitter 1985)",
            parts -> new Reservoir(parts.pools(), parts.random()));
    private static final MemoryType CLASS_RESERVOIR = pooled(
            "class-reservoir",
            "the same per class, and as many of each class as possible (Chrysakis and Moens 2020)",
            parts -> new ClassReservoir(parts.pools(), parts.random()));
    private static final MemoryType RING =
            pooled("ring", "the latest of each class (Chaudhry et al. 2019)", parts -> new Ring(parts.pools()));
    private static final MemoryType GREEDY_K_CENTER = pooled(
            "greedy-k-center",
            "samples of each class that are far from one another (Gonzalez 1985)",
            parts -> new GreedyKCenter(parts.pools()));

    private OwnMemories() {}

    static List<MemoryType> all() {
        return List.of(CLUSTERED, RESERVOIR, CLASS_RESERVOIR, RING, RANDOM, GREEDY_K_CENTER);
    }

    private static Function<MemoryType.Parts, EpisodicMemory> clustered(
            String name, ConfigReader settings, Assignment assignment, Removal removal) {
        if (settings.choice(DRAW, Draw.class) == Draw.UNIFORM) {
            throw new ConfigException(
                    "draw is uniform; expected even with the memory " + name + ", which draws from its pools in turn");
        }
        return parts -> new ClusteredMemory(parts.limits(), assignment, removal, parts.random());
    }

    private static MemoryType pooled(String name, String description, Function<MemoryType.Parts, Retention> retention) {
        return new OwnType(name, description, Map.of(DRAW, Draw.EVEN), settings -> {
            Draw draw = settings.choice(DRAW, Draw.class);
            return parts -> new PooledMemory(parts.pools(), retention.apply(parts), draw, parts.random());
        });
    }

    /** A memory of taagem's own. */
    private record OwnType(
            String name,
            String description,
            Map<String, Object> keys,
            Function<ConfigReader, Function<MemoryType.Parts, EpisodicMemory>> making)
            implements MemoryType {
        @Override
        public Function<MemoryType.Parts, EpisodicMemory> maker(ConfigReader settings) {
            return making.apply(settings);
        }
    }
}
