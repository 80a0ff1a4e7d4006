package org.taagem.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.Sample;
import org.taagem.random.SeededRandom;
import org.taagem.testing.ParityVectors;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The clustered memory against the clusters that the Python original made of the same samples. */
class ClusteringParityTest {
    private static final int LABEL = 3;

    static Stream<Arguments> cases() {
        JsonNode cases = ParityVectors.read("clustering.json").get("cases");
        return StreamSupport.stream(cases.spliterator(), false).map(c -> Arguments.of(name(c), c));
    }

    private static String name(JsonNode c) {
        return c.get("assignment").asText() + ", " + c.get("removal").asText() + ", Q = " + c.get("Q");
    }

    @Test
    void cases_counted_areTwelve() {
        assertEquals(12, cases().count());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void add_samplesOfTheOriginal_makesItsClusters(String name, JsonNode c) {
        ClusteredMemory memory = memoryFor(c);
        JsonNode samples = c.get("samples");
        JsonNode steps = c.path("after_each_insert");
        for (int i = 0; i < samples.size(); i++) {
            memory.add(Samples.sample(i, LABEL, ParityVectors.floats(samples.get(i))));
            if (steps.isArray()) {
                assertEquals(ids(steps.get(i)), ids(memory), name + ", after sample " + i);
            }
        }

        assertEquals(ids(c.get("final")), ids(memory), name);
    }

    private static ClusteredMemory memoryFor(JsonNode c) {
        return new ClusteredMemory(
                new ClusterLimits(1, c.get("Q").intValue(), c.get("P").intValue()),
                Assignment.valueOf(c.get("assignment").asText().toUpperCase(Locale.ROOT)),
                Removal.valueOf(c.get("removal").asText().toUpperCase(Locale.ROOT)),
                new SeededRandom(1));
    }

    private static List<List<Integer>> ids(ClusteredMemory memory) {
        return memory.clusters().getOrDefault(LABEL, List.of()).stream()
                .map(cluster -> cluster.stream().map(Sample::id).toList())
                .toList();
    }

    private static List<List<Integer>> ids(JsonNode clusters) {
        List<List<Integer>> all = new ArrayList<>();
        for (JsonNode cluster : clusters) {
            List<Integer> ids = new ArrayList<>();
            cluster.forEach(id -> ids.add(id.intValue()));
            all.add(ids);
        }
        return all;
    }
}
