package org.taagem.stream;

import java.util.List;
import java.util.Map;

import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

/**
 * Makes a sequence of tasks out of one data set: <em>what</em> a stream contains, where a schedule says when.
 *
 * <p>Scenarios are values: two that are equal make equal tasks of equal data and seeds, so a record suits one well.
 */
public interface Scenario {
    /**
     * Returns the name by which a configuration calls it.
     *
     * @return small letters, digits and {@code _}, such as {@code class_split}
     */
    String name();

    /**
     * Returns the scenario's own keys with their values, of which a configuration makes it again.
     *
     * @return texts, numbers, flags or lists of them, by key; empty if it has none
     */
    default Map<String, Object> settings() {
        return Map.of();
    }

    /**
     * Returns how many labels the tasks have together.
     *
     * @param classes number of classes of the data, at least 1
     * @param tasks how many tasks are made, at least 1
     * @return at least 1; as many as classes, unless the scenario gives labels of its own
     */
    default int labels(int classes, int tasks) {
        return classes;
    }

    /**
     * Makes the tasks.
     *
     * @param data what to make them of; left unchanged
     * @param count how many tasks, at least 1
     * @param seeds the source of chance
     * @return the tasks, with ids 0..count-1; no id of a training sample belongs to two of them
     * @throws ScenarioException if the data does not allow that many
     */
    List<Task> tasks(TrainTest data, int count, Seeds seeds);
}
