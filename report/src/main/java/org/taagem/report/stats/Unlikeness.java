package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.taagem.experiment.StreamFacts;

/**
 * A setting, or a fact of the stream, in which groups differ.
 *
 * @param key its name
 * @param kind what it is about
 * @param values its value in each group, in their order
 */
public record Unlikeness(String key, Kind kind, List<String> values) {
    private static final Set<String> OF_DATA = Set.of(
            "dataset_name",
            "lite",
            "test_data",
            "test_share",
            "label_column",
            "task_column",
            "header",
            "categorical",
            "scaling",
            "image_size",
            "image_mode",
            "num_classes");
    private static final Set<String> OF_STREAM = Set.of(
            "task_type",
            "num_tasks",
            "num_epochs",
            "schedule",
            "num_transition_epochs",
            "blurry_share",
            "samples_per_task",
            "rotation_degrees",
            "classes_per_task",
            "drift_of",
            "drift_share",
            "batch_size",
            "testing_interval");
    private static final Set<String> OF_NETWORK = Set.of("hidden_dim", "hidden_layers");

    /** What a stream is made of; facts that a record does not know are empty. */
    private static final Map<String, Function<StreamFacts, String>> FACTS = facts();

    /** What a setting is about. */
    public enum Kind {
        /** What is learned. */
        DATA,
        /** In which tasks, batches and order it is learned, and when it is tested. */
        STREAM,
        /** How large the network is. */
        NETWORK,
        /** How it is learned: what a comparison of methods is about. */
        METHOD
    }

    /** Makes a copy that nobody changes. */
    public Unlikeness {
        values = List.copyOf(values);
    }

    private static Map<String, Function<StreamFacts, String>> facts() {
        Map<String, Function<StreamFacts, String>> facts = new LinkedHashMap<>();
        facts.put("number of tasks", stream -> String.valueOf(stream.tasks().size()));
        facts.put("training samples", stream -> list(stream.trainSamples()));
        facts.put("test samples", stream -> list(stream.testSamples()));
        facts.put("steps", stream -> stream.steps() == 0 ? "" : String.valueOf(stream.steps()));
        return facts;
    }

    private static String list(List<?> values) {
        return values.isEmpty()
                ? ""
                : String.join(", ", values.stream().map(String::valueOf).toList());
    }

    /**
     * Finds in what groups differ.
     *
     * @param groups the groups
     * @return the keys of their settings by name, then facts of their streams, as their first runs have them
     */
    static List<Unlikeness> between(List<RunGroup> groups) {
        List<Unlikeness> found = new ArrayList<>();
        List<RunSettings> settings = groups.stream().map(RunGroup::settings).toList();
        for (String key : RunSettings.differing(settings)) {
            found.add(new Unlikeness(
                    key, kind(key), settings.stream().map(each -> each.get(key)).toList()));
        }
        FACTS.forEach((name, fact) -> {
            List<String> values = groups.stream()
                    .map(group -> fact.apply(group.runs().get(0).record().stream()))
                    .toList();
            if (values.stream().filter(value -> !value.isEmpty()).distinct().count() > 1) {
                found.add(new Unlikeness(name, Kind.STREAM, values));
            }
        });
        return found;
    }

    private static Kind kind(String key) {
        if (OF_DATA.contains(key) || RunSettings.isOfData(key)) {
            return Kind.DATA;
        } else if (OF_STREAM.contains(key)) {
            return Kind.STREAM;
        }
        return OF_NETWORK.contains(key) ? Kind.NETWORK : Kind.METHOD;
    }

    /**
     * Says whether the setting has several values, and is not only missing from some records, such as those of learners that
     * have no use for it, of the Python original, or of an older version.
     *
     * @return whether it has
     */
    public boolean isContradiction() {
        return values.stream()
                        .filter(value -> !value.equals(RunSettings.NOT_SET))
                        .distinct()
                        .count()
                > 1;
    }

    /** Says whether runs of one seed may therefore have met other tasks. */
    boolean ofStream() {
        return kind == Kind.DATA || kind == Kind.STREAM;
    }
}
