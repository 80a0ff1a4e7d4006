package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.TrainTest;
import org.taagem.memory.Assignment;
import org.taagem.memory.Draw;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.NoMemory;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Removal;
import org.taagem.memory.Ring;
import org.taagem.random.SeededRandom;
import org.taagem.testing.ServiceFile;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MemoryTypesTest {
    private final TrainTest data = SyntheticData.images(80, 40);

    @TempDir
    private Path folder = Path.of("");

    static List<MemoryType> all() {
        return MemoryTypes.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void memory_ofAnyType_keepsItsPromises(MemoryType type) throws IOException {
        MemoryContract.check(MemoryKind.of(type, Map.of()));

        assertTrue(type.description().length() < 100, type.description());
    }

    /** In a comparison all have the same room. */
    @ParameterizedTest
    @MethodSource("all")
    void memory_ofAnyType_holdsAsManySamples(MemoryType type) {
        MemoryType.Parts parts = new MemoryType.Parts(ContractStream.LIMITS, new SeededRandom(1));

        assertEquals(18, MemoryKind.of(type, Map.of()).memory(parts).capacity());
    }

    /** A memory of a user's, as it may lie on the class path. */
    public static final class Latest implements MemoryType {
        @Override
        public String name() {
            return "latest";
        }

        @Override
        public String description() {
            return "the latest of each class";
        }

        @Override
        public Map<String, Object> keys() {
            return Map.of("latest_draw", Draw.UNIFORM);
        }

        @Override
        public Function<Parts, EpisodicMemory> maker(ConfigReader settings) {
            Draw draw = settings.choice("latest_draw", Draw.class);
            return parts -> new PooledMemory(parts.pools(), new Ring(parts.pools()), draw, parts.random());
        }
    }

    @Test
    void memory_onTheClassPath_runsAndIsNamedInTheRecord() throws IOException {
        RecordedRun run = ServiceFile.with(
                folder,
                MemoryType.class,
                Latest.class.getName(),
                () -> RecordedRun.of(Configs.tiny("memory", "latest", "latest_draw", "Even"), data));

        assertEquals("latest", run.record().config().get("memory"));
        assertEquals("even", run.record().config().get("latest_draw"));
        assertFalse(run.record().config().containsKey("removal"));
        assertEquals(RecordedRun.of(Configs.tiny("memory", "ring"), data).losses(), run.losses());
    }

    @Test
    void kinds_ofTheSameNameAndSettings_areEqual() {
        MemoryKind latest = MemoryKind.of(new Latest(), Map.of());

        assertEquals(latest, MemoryKind.of(new Latest(), Map.of()));
        assertEquals(latest.hashCode(), MemoryKind.of(new Latest(), Map.of()).hashCode());
        assertFalse(latest.equals(MemoryKind.of(new Latest(), Map.of("latest_draw", "even"))));
        assertEquals(Map.of("latest_draw", "uniform"), latest.settings());
        assertEquals("latest", latest.toString());
        assertFalse(MemoryKind.clustered(Assignment.MERGE, Removal.OLDEST)
                .equals(MemoryKind.clustered(Assignment.PAPER, Removal.OLDEST)));
    }

    @Test
    void memory_withoutAState_isRefused() {
        MemoryType stateless = new MemoryType() {
            @Override
            public String name() {
                return "stateless";
            }

            @Override
            public String description() {
                return "keeps nothing, not even its state";
            }

            @Override
            public Function<Parts, EpisodicMemory> maker(ConfigReader settings) {
                return parts -> new NoMemory();
            }
        };

        assertEquals(
                "memory is stateless, whose org.taagem.memory.NoMemory keeps no state; let it implement"
                        + " org.taagem.state.Stateful",
                assertThrows(ConfigException.class, () -> MemoryContract.check(MemoryKind.of(stateless, Map.of())))
                        .getMessage());
    }
}
