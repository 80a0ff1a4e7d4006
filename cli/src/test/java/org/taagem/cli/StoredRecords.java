package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.taagem.experiment.Environment;
import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.RunFinished;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.RunRecorder;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.TaskResult;
import org.taagem.report.RunRecordFile;

/** Records of made-up runs on the disk. */
final class StoredRecords {
    private StoredRecords() {}

    /** Writes a run of {@code rotation} and {@code ta-a-gem} with a certain ACC; of a larger seed, begun later. */
    static void write(Path folder, long seed, double acc, RunStatus status) throws IOException {
        write(folder, Map.of("seed", seed), acc, status);
    }

    static void write(Path folder, Map<String, Object> keys, double acc, RunStatus status) throws IOException {
        Map<String, Object> config = new LinkedHashMap<>(Map.of("task_type", "rotation", "strategy", "ta-a-gem"));
        config.putAll(keys);
        long seed = keys.get("seed") instanceof Number number ? number.longValue() : 0;
        RunRecorder recorder = new RunRecorder(config, environment(seed), Events.STREAM);
        recorder.on(new Evaluated(Events.FIRST));
        recorder.on(new TaskFinished(Events.FIRST_TASK));
        recorder.on(new Evaluated(Events.SECOND));
        recorder.on(new TaskFinished(
                new TaskResult(1, "two", 200, List.of(acc, acc), OptionalDouble.of(1), OptionalDouble.of(0))));
        recorder.on(new RunFinished(status, 2));
        RunRecordFile.write(Files.createDirectories(folder), recorder.record());
    }

    private static Environment environment(long seed) {
        Instant begun = Instant.parse("2026-03-01T09:00:00Z").plusSeconds(seed);
        return new Environment("0.1.0", "unknown", "17", "VM", "Linux", "plain", OptionalInt.of(2), begun, List.of());
    }
}
