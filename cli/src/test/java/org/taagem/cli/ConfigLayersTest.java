package org.taagem.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ConfigLayersTest {
    private static final Map<String, Object> DEFAULTS = Map.of(
            "a", 1,
            "b", 1,
            "c", 1,
            "d", 1,
            "lite", false,
            "lite_settings", Map.of("c", 3, "d", 3),
            "task_types", Map.of("rotation", Map.of("num_tasks", 1, "num_pools", 1), "permutation", Map.of("x", 1)));

    @Test
    void merge_threeLayers_upperOnesWin() {
        Map<String, Object> merged =
                ConfigLayers.merge(DEFAULTS, Map.of("b", 2, "c", 2, "new", 2), Map.of("c", 4, "newer", 4));
        assertValues(merged, 1, 2, 4, 1);
        assertEquals(2, merged.get("new"));
        assertEquals(4, merged.get("newer"));
    }

    @Test
    void merge_liteOnTheCommandLine_goesOverTheFileAndBelowTheCommandLine() {
        Map<String, Object> file = Map.of("b", 2, "c", 2, "d", 2);
        assertValues(ConfigLayers.merge(DEFAULTS, file, Map.of("lite", true, "d", 4)), 1, 2, 3, 4);
    }

    @Test
    void merge_liteInTheFile_goesBelowTheFile() {
        Map<String, Object> file = Map.of("lite", true, "c", 2);
        assertValues(ConfigLayers.merge(DEFAULTS, file, Map.of()), 1, 1, 2, 3);
        assertValues(ConfigLayers.merge(DEFAULTS, file, Map.of("lite", true)), 1, 1, 2, 3);
    }

    @Test
    void merge_liteTurnedOffAbove_changesNothing() {
        assertValues(ConfigLayers.merge(DEFAULTS, Map.of("lite", true), Map.of("lite", false)), 1, 1, 1, 1);
    }

    @Test
    void merge_liteSettingsInTheFile_joinTheOthers() {
        Map<String, Object> file = Map.of("lite_settings", Map.of("a", 5, "d", 5));
        assertValues(ConfigLayers.merge(DEFAULTS, file, Map.of("lite", true)), 5, 1, 3, 5);
    }

    @Test
    void merge_sections_areMergedKeyByKey() {
        Map<String, Object> file = Map.of("task_types", Map.of("rotation", Map.of("num_tasks", 2)));
        Map<String, Object> commandLine = Map.of("task_types", Map.of("permutation", Map.of("y", 4)));
        assertEquals(
                Map.of(
                        "rotation", Map.of("num_tasks", 2, "num_pools", 1),
                        "permutation", Map.of("x", 1, "y", 4)),
                ConfigLayers.merge(DEFAULTS, file, commandLine).get("task_types"));
    }

    @Test
    void merge_valueInPlaceOfSection_isKeptForTheReaderToRefuse() {
        assertEquals(
                3,
                ConfigLayers.merge(DEFAULTS, Map.of("task_types", 3), Map.of()).get("task_types"));
        assertEquals(
                Map.of("x", 1),
                ConfigLayers.merge(DEFAULTS, Map.of("a", Map.of("x", 1)), Map.of())
                        .get("a"));
    }

    @Test
    void put_dottedKeys_makeSectionsInSections() {
        Map<String, Object> values = new LinkedHashMap<>();
        ConfigLayers.put(values, "seed", 1);
        ConfigLayers.put(values, "task_types.rotation.num_tasks", 2);
        ConfigLayers.put(values, "task_types.rotation.num_pools", 3);
        ConfigLayers.put(values, "task_types.permutation.num_tasks", 4);
        ConfigLayers.put(values, "task_types.rotation.num_tasks", 5);
        assertEquals(
                Map.of(
                        "seed",
                        1,
                        "task_types",
                        Map.of(
                                "rotation", Map.of("num_tasks", 5, "num_pools", 3),
                                "permutation", Map.of("num_tasks", 4))),
                values);
    }

    private static void assertValues(Map<String, Object> merged, int... expected) {
        String[] keys = {"a", "b", "c", "d"};
        for (int i = 0; i < keys.length; i++) {
            assertEquals(expected[i], merged.get(keys[i]), "value of " + keys[i]);
        }
    }
}
