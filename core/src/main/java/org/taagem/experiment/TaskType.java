package org.taagem.experiment;

import java.util.Map;

import org.taagem.stream.Scenario;

/**
 * A kind of tasks that a configuration can name; where users plug in scenarios of their own.
 *
 * <p>It is found by {@link java.util.ServiceLoader}: its class is public, has a public constructor without parameters, and
 * is named in {@code META-INF/services/org.taagem.experiment.TaskType} of its jar. A configuration asks for it by
 * {@code task_type: name}.
 */
public interface TaskType {
    /**
     * Returns the name that a configuration asks for.
     *
     * @return small letters, digits and {@code _}, the same as that of its scenarios
     */
    String name();

    /**
     * Says what the tasks are.
     *
     * @return half a line, such as {@code each task has its features in an order of its own}
     */
    String description();

    /**
     * Returns the type's own keys with their defaults, all of which a configuration may hold at its top.
     *
     * @return texts, numbers, flags or lists of them, by key in {@code snake_case}; empty if it has none
     */
    default Map<String, Object> keys() {
        return Map.of();
    }

    /**
     * Returns how many tasks are made where a configuration does not say.
     *
     * @param data what there is to learn
     * @return at least 1
     */
    default int usualTasks(DataFacts data) {
        return 5;
    }

    /**
     * Makes the scenario of a configuration.
     *
     * @param reader the keys and values, those of {@link #keys} among them
     * @return the scenario, whose {@link Scenario#settings} are of the keys of {@link #keys}
     * @throws ConfigException if a value is not allowed
     */
    Scenario scenario(ConfigReader reader);
}
