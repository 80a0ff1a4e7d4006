package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.taagem.report.RunRecordFile;

import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * The folders of the runs in a batch's folder, of each run one.
 *
 * @param byName each folder, by task type and seed, such as {@code rotation 2}
 */
record BatchRuns(Map<String, Path> byName) {
    static BatchRuns in(Path folder) throws IOException {
        Map<String, Path> runs = new TreeMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path run : inside.filter(Files::isDirectory).toList()) {
                Map<String, Object> config = RunRecordFile.read(run).config();
                String name = config.get("task_type") + " " + config.get("seed");
                assertFalse(runs.containsKey(name), () -> "two runs of " + name);
                runs.put(name, run);
            }
        }
        return new BatchRuns(runs);
    }

    Set<String> names() {
        return byName.keySet();
    }

    Path of(String name) {
        return Optional.ofNullable(byName.get(name)).orElseThrow(() -> new AssertionError("no run of " + name));
    }
}
