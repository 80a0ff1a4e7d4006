package org.taagem.stream;

import java.util.Optional;

import org.taagem.data.Dataset;

/**
 * One distribution that a stream passes through (also called an experience or a context).
 *
 * @param id position among the tasks, from 0
 * @param name what sets the task apart, for people, such as {@code rotated by 20 degrees}
 * @param train what the stream shows; if the task drifts, before its drift has changed it
 * @param test what accuracy on the task is measured on; if the task drifts, as it is at its end
 * @param drift how the inputs change while the task goes on, if they do
 */
public record Task(int id, String name, Dataset train, Dataset test, Optional<Drift> drift) {
    /**
     * Makes a task that stays as it is.
     *
     * @param id position among the tasks, from 0
     * @param name what sets the task apart, for people
     * @param train what the stream shows
     * @param test what accuracy on the task is measured on
     */
    public Task(int id, String name, Dataset train, Dataset test) {
        this(id, name, train, test, Optional.empty());
    }
}
