package org.taagem.stream;

import org.taagem.data.Dataset;

/**
 * One distribution that a stream passes through (also called an experience or a context).
 *
 * @param id position among the tasks, from 0
 * @param name what sets the task apart, for people, such as {@code rotated by 20 degrees}
 * @param train what the stream shows
 * @param test what accuracy on the task is measured on
 */
public record Task(int id, String name, Dataset train, Dataset test) {}
