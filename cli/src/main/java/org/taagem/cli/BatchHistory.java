package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.taagem.data.TrainTest;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.report.RunRecordFile;
import org.taagem.report.SameRun;

/**
 * The runs that a batch's folder holds already. All must be of the batch's configuration and data: a table over runs of
 * several would say nothing.
 *
 * @param done what has become of those that came to their end, or diverged and would again, by place; where there are two, which are
 *     equal, of the first by name
 * @param cutOff the folders of the others, or where there are several, of the last by name
 */
record BatchHistory(Map<BatchSlot, BatchResult> done, Map<BatchSlot, Path> cutOff) {
    /**
     * Looks through a folder.
     *
     * @param place the folder, and what is to be run there
     * @param data what is learned there
     * @throws ConfigException if there is a run of another configuration or of other data; it names the first difference
     * @throws IOException if the folder or a record in it cannot be read
     */
    static BatchHistory read(BatchFolder place, TrainTest data) throws IOException {
        Map<BatchSlot, BatchResult> done = new LinkedHashMap<>();
        Map<BatchSlot, Path> cutOff = new LinkedHashMap<>();
        for (Path run : runs(place.folder())) {
            RunRecord record = record(run);
            difference(record, place, data).ifPresent(difference -> {
                throw new ConfigException("'" + place.folder() + "' holds a run that is not of this " + place.kind()
                        + ", " + run.getFileName() + ": " + difference + "; " + place.remedy());
            });
            BatchSlot slot = place.slot(record.config());
            if (record.status() == RunStatus.FINISHED) {
                done.putIfAbsent(slot, new BatchResult.Finished(slot, run, record));
            } else if (record.status() == RunStatus.DIVERGED) {
                done.putIfAbsent(slot, new BatchResult.Failed(slot, "it diverged before, and would again", true));
            } else {
                cutOff.put(slot, run);
            }
        }
        return new BatchHistory(done, cutOff);
    }

    private static RunRecord record(Path run) throws IOException {
        try {
            return RunRecordFile.read(run);
        } catch (IOException e) {
            throw new IOException(
                    TaagemCommand.oneLine(e) + "; move the folder '" + run + "' away, and the run is made again", e);
        }
    }

    /** Returns the folders that hold a record, by name. One without died before it had begun. */
    private static List<Path> runs(Path folder) throws IOException {
        List<Path> runs = new ArrayList<>();
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(run -> Files.exists(run.resolve(RunRecordFile.NAME)))
                    .sorted()
                    .forEach(runs::add);
        }
        return runs;
    }

    private static Optional<String> difference(RunRecord record, BatchFolder place, TrainTest data) {
        Map<String, String> before = record.stream().sha256();
        Set<String> files = new TreeSet<>(before.keySet());
        files.addAll(data.sha256().keySet());
        return differenceOfConfig(record, place, DataFacts.of(data))
                .or(() -> firstDifference(files, before, data.sha256()).map(text -> "the SHA-256 of " + text));
    }

    /** Reads the record's keys as a file's are read, so that one that is new since then has its default. */
    private static Optional<String> differenceOfConfig(RunRecord record, BatchFolder place, DataFacts facts) {
        try {
            Map<String, Object> keys = ConfigLayers.merge(ConfigFiles.defaults(), record.config(), Map.of());
            Map<String, Object> before = TrainSettings.read(keys, facts).toMap();
            Map<String, Object> now = place.settings(place.slot(before), facts).toMap();
            Set<String> all = new TreeSet<>(before.keySet());
            all.addAll(now.keySet());
            all.removeAll(SameRun.KEYS_WITHOUT_EFFECT);
            return firstDifference(all, before, now);
        } catch (ConfigException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> firstDifference(Set<String> keys, Map<String, ?> before, Map<String, ?> now) {
        return keys.stream()
                .filter(key -> !text(before, key).equals(text(now, key)))
                .findFirst()
                .map(key -> key + " is " + text(before, key) + " there and " + text(now, key) + " now");
    }

    private static String text(Map<String, ?> values, String key) {
        return values.containsKey(key) ? String.valueOf(values.get(key)) : "not set";
    }
}
