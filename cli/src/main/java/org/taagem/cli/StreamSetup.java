package org.taagem.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.taagem.data.Encoding;
import org.taagem.data.TrainTest;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;
import org.taagem.experiment.StreamConfig;
import org.taagem.random.Seeds;
import org.taagem.stream.TaskStream;

/**
 * A configuration and the data that it names, for commands that look at a stream without learning it.
 *
 * @param settings the configuration, with nothing left to {@code auto}
 * @param data the data
 */
record StreamSetup(TrainSettings settings, TrainTest data) {
    /**
     * Reads a configuration and loads its data.
     *
     * @throws ConfigException if a key is unknown, missing or not allowed
     * @throws IOException if the data is not to be had, or damaged
     */
    static StreamSetup load(Map<String, Object> keys, Terminal terminal) throws IOException, InterruptedException {
        TrainSettings before = TrainSettings.read(keys);
        Seeds seeds = new Seeds(before.experiment().seed());
        TrainTest data = DataLoading.load(before.data(), seeds, terminal.environment());
        return new StreamSetup(TrainSettings.read(keys, DataFacts.of(data)), data);
    }

    StreamConfig config() {
        return settings.experiment().stream();
    }

    /** Returns the names of the labels of so many tasks; none if they have none, or are places in groups of classes. */
    List<String> classNames(int tasks) {
        int classes = data.train().classes();
        boolean named = config().scenario().labels(classes, tasks) == classes;
        return data.encoding().filter(encoding -> named).map(Encoding::classes).orElse(List.of());
    }

    /**
     * Makes the stream.
     *
     * @throws ConfigException if the data does not allow it
     */
    TaskStream stream() {
        return config().of(data, new Seeds(settings.experiment().seed()));
    }
}
