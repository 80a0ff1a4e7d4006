package org.taagem.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.taagem.stream.Schedule;

/** The keys of {@link StreamConfig} in a configuration. */
final class StreamKeys {
    /** The value that leaves a choice to the task type, to other values or to the data. */
    static final String AUTO = "auto";

    private static final int MOST_EPOCHS = 100_000;
    private static final int MOST_TASKS = 100_000;
    private static final double USUAL_BLURRY_SHARE = 0.1;
    /** What the section of a task type may hold. */
    private static final Map<String, Object> OF_TYPE =
            Map.of("num_tasks", AUTO, "num_pools", AUTO, "clusters_per_pool", AUTO);

    private StreamKeys() {}

    static StreamConfig read(ConfigReader reader, DataFacts data) {
        TaskType type = TaskTypes.chosen(reader);
        for (TaskType any : TaskTypes.all()) {
            reader.assume(any.keys());
            ofType(reader, any.name());
        }
        List<Integer> epochs = epochs(reader, type, data);
        reader.assume(Map.of("blurry_share", USUAL_BLURRY_SHARE));
        return new StreamConfig(
                type.scenario(reader),
                reader.choice("schedule", Schedule.class),
                new Schedule.Lengths(epochs, transition(reader, epochs), reader.number("blurry_share", 0, 1)),
                reader.integer("batch_size", 1));
    }

    /** Returns the section of a task type. */
    static ConfigReader ofType(ConfigReader reader, String name) {
        ConfigReader section = reader.section("task_types").section(name);
        section.assume(OF_TYPE);
        return section;
    }

    private static List<Integer> epochs(ConfigReader reader, TaskType type, DataFacts data) {
        Optional<Integer> tasks = reader.integerOr("num_tasks", 1, AUTO);
        if (reader.value("num_epochs") instanceof List<?> list) {
            return listed(reader, list, tasks);
        }
        int wanted = tasks.or(() -> ofType(reader, type.name()).integerOr("num_tasks", 1, AUTO))
                .orElseGet(() -> type.usualTasks(data));
        if (wanted > MOST_TASKS) {
            throw new ConfigException("num_tasks is " + wanted + "; expected at most " + MOST_TASKS);
        }
        return Collections.nCopies(wanted, reader.integer("num_epochs", 1, MOST_EPOCHS));
    }

    private static List<Integer> listed(ConfigReader reader, List<?> list, Optional<Integer> tasks) {
        List<Integer> epochs = new ArrayList<>();
        for (Object value : list) {
            if (!(value instanceof Integer number) || number < 1 || number > MOST_EPOCHS) {
                throw reader.wrong(
                        "num_epochs", list, "a number for each task, each a whole number from 1 to " + MOST_EPOCHS);
            }
            epochs.add(number);
        }
        if (epochs.isEmpty() || epochs.size() != tasks.orElse(epochs.size())) {
            throw new ConfigException("num_epochs is " + list + ", which is " + list.size() + " numbers; expected "
                    + tasks.map(count -> count + ", one for each task (num_tasks)")
                            .orElse("one for each task"));
        }
        return epochs;
    }

    private static int transition(ConfigReader reader, List<Integer> epochs) {
        int shortest = Collections.min(epochs);
        int transition = reader.integerOr("num_transition_epochs", 1, AUTO).orElse(Math.max(1, shortest / 4));
        if (transition > shortest) {
            throw new ConfigException("num_transition_epochs is " + transition
                    + "; expected at most num_epochs, which is " + shortest
                    + (shortest < Collections.max(epochs) ? " for the shortest task" : ""));
        }
        return transition;
    }

    /** Adds the keys that make the same stream again. */
    static void put(StreamConfig stream, Map<String, Object> map) {
        Schedule.Lengths lengths = stream.lengths();
        boolean alike = new HashSet<>(lengths.epochs()).size() == 1;
        map.put("task_type", stream.scenario().name());
        map.putAll(stream.scenario().settings());
        map.put("num_tasks", lengths.tasks());
        map.put("num_epochs", alike ? (Object) lengths.epochs(0) : lengths.epochs());
        map.put("schedule", ConfigReader.nameOf(stream.schedule()));
        map.put("num_transition_epochs", lengths.transitionEpochs());
        map.put("blurry_share", lengths.blurryShare());
        map.put("batch_size", stream.batchSize());
    }
}
