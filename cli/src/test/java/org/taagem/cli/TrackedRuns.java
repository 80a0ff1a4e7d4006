package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Short trainings inside this process, which a server is told of.
 *
 * @param folder an empty folder
 * @param experiment the experiment that they belong to
 */
record TrackedRuns(Path folder, String experiment) {
    /** Trains on the small part of MNIST: about 100 batches an epoch. */
    CommandRun lite(String address, String... more) {
        return train(address, List.of("--lite", "--set=hidden_dim=20", "--set=sampling_rate=0.5"), more);
    }

    /** Trains on points of the plane, which takes no time. */
    CommandRun points(String address, String... more) {
        return train(address, List.of("--dataset=points:300", "--set=num_tasks=2", "--set=hidden_dim=8"), more);
    }

    private CommandRun train(String address, List<String> what, String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", "--no_verbose", "--kernel=plain"));
        arguments.addAll(what);
        arguments.addAll(List.of("--mlflow", address, "--experiment_name", experiment, "-o", folder.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    static CommandRun push(Path run, String address) {
        return CommandRun.of("mlflow", "push", run.toString(), "--mlflow", address);
    }

    /** Returns the folder of the only run. */
    Path only() throws IOException {
        List<Path> runs = all();
        assertEquals(1, runs.size());
        return runs.get(0);
    }

    List<Path> all() throws IOException {
        try (Stream<Path> found = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }
}
