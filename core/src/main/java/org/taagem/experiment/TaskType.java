package org.taagem.experiment;

import org.taagem.stream.Scenario;

/**
 * A kind of tasks that a configuration can name; where users plug in scenarios of their own.
 *
 * <p>It is found by {@link java.util.ServiceLoader}: its class is public, has a public constructor without parameters, and
 * is named in {@code META-INF/services/org.taagem.experiment.TaskType} of its jar. A configuration asks for it by
 * {@code task_type: name}; its scenarios have the same name, of small letters, digits and {@code _}.
 */
public interface TaskType extends ConfigChoice {
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
