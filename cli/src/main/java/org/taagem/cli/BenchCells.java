package org.taagem.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;

/**
 * Puts the cells of a bench together.
 *
 * @param spec what is asked for
 * @param runs the folder that their folders are in
 */
record BenchCells(BenchSpec spec, Path runs) {
    /**
     * Returns all cells, in the order of the tables.
     *
     * @throws ConfigException if two axes set the same key, or one that a learner reads is not allowed
     */
    List<BenchCell> all() {
        List<BenchCell> cells = new ArrayList<>();
        List<Optional<BenchVary.Value>> values = new ArrayList<>();
        spec.axes()
                .vary()
                .ifPresentOrElse(
                        vary -> vary.values().forEach(value -> values.add(Optional.of(value))),
                        () -> values.add(Optional.empty()));
        spec.axes()
                .streams()
                .keySet()
                .forEach(stream -> values.forEach(value -> {
                    Set<String> left = spec.axes().leaveOut().getOrDefault(stream, Set.of());
                    spec.axes().learners().keySet().stream()
                            .filter(learner -> !left.contains(learner))
                            .forEach(learner -> add(stream, learner, value, cells));
                }));
        return cells;
    }

    private void add(String stream, String learner, Optional<BenchVary.Value> value, List<BenchCell> cells) {
        BenchCell alone = cell(new Names(stream, learner, Optional.empty()), value);
        Map<String, Map<String, Object>> memories = spec.axes().memories();
        if (memories.isEmpty()
                || !alone.settings(DataFacts.USUAL).experiment().strategy().rehearses()) {
            cells.add(alone);
            return;
        }
        memories.keySet().forEach(memory -> cells.add(cell(new Names(stream, learner, Optional.of(memory)), value)));
    }

    private BenchCell cell(Names names, Optional<BenchVary.Value> value) {
        Map<String, Object> own = new LinkedHashMap<>();
        Map<String, String> setBy = new HashMap<>();
        BenchSpec.Axes axes = spec.axes();
        put("stream '" + names.stream + "'", keysOf(axes.streams(), names.stream), own, setBy);
        put("learner '" + names.learner + "'", keysOf(axes.learners(), names.learner), own, setBy);
        names.memory.ifPresent(memory -> put("memory '" + memory + "'", keysOf(axes.memories(), memory), own, setBy));
        value.ifPresent(each -> put("vary", each.keys(), own, setBy));
        Map<String, Object> above = ConfigLayers.over(spec.keys().set(), own);
        above.putAll(spec.keys().given());
        above.put("report", false);
        Path folder = runs.resolve(fileName(names.stream)).resolve(fileName(names.row()));
        if (value.isPresent()) {
            folder = folder.resolve(fileName(value.get().text()));
        }
        above.put("output_dir", folder.toString());
        Map<String, Object> keys =
                ConfigLayers.merge(ConfigFiles.defaults(), spec.keys().config(), above);
        return new BenchCell(names.stream, names.row(), value, keys, folder);
    }

    private static Map<String, Object> keysOf(Map<String, Map<String, Object>> axis, String name) {
        return axis.getOrDefault(name, Map.of());
    }

    /** Two axes that set the same key would hide one of the settings. */
    private static void put(
            String setter, Map<String, Object> keys, Map<String, Object> own, Map<String, String> setBy) {
        for (String leaf : leaves("", keys)) {
            String before = setBy.put(leaf, setter);
            if (before != null) {
                throw new ConfigException(
                        before + " and " + setter + " both set " + leaf + "; leave it out of one of them");
            }
        }
        Map<String, Object> merged = ConfigLayers.over(own, keys);
        own.clear();
        own.putAll(merged);
    }

    private static List<String> leaves(String path, Map<?, ?> keys) {
        List<String> leaves = new ArrayList<>();
        keys.forEach((key, value) -> {
            if (value instanceof Map<?, ?> section) {
                leaves.addAll(leaves(path + key + ".", section));
            } else {
                leaves.add(path + key);
            }
        });
        return leaves;
    }

    private static String fileName(String name) {
        return name.replaceAll("[^A-Za-z0-9.+_-]", "-").replaceFirst("^\\.", "-");
    }

    /** Returns what a learner with a memory is called in the tables; with none, if there is one memory for all. */
    static String row(String learner, Optional<String> memory) {
        return learner + memory.map(name -> ", " + name).orElse("");
    }

    private record Names(String stream, String learner, Optional<String> memory) {
        String row() {
            return BenchCells.row(learner, memory);
        }
    }
}
