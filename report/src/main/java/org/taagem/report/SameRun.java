package org.taagem.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.taagem.experiment.RunRecord;
import org.taagem.experiment.StreamFacts;
import org.taagem.state.StateException;

/** Says whether a run can go on from the checkpoint of another: it must be the same one, or its numbers would be nobody's. */
public final class SameRun {
    /** Keys of a configuration that change no number: where things lie, how they are shown, computed and kept. */
    public static final Set<String> KEYS_WITHOUT_EFFECT = Set.of(
            "output_dir",
            "data_dir",
            "verbose",
            "report",
            "kernel",
            "checkpoint_interval",
            "mlflow_tracking_uri",
            "mlflow_required",
            "mlflow_model");

    private SameRun() {}

    /**
     * Checks that a checkpoint is of the run that is to go on.
     *
     * @param file the checkpoint, for the message
     * @param then the record of the moment of the checkpoint
     * @param now the record of the run that is to go on, with the program and the data that are here
     * @throws StateException if it is of another version of taagem, another configuration or other data; the message names
     *     the first difference
     */
    public static void check(Path file, RunRecord then, RunRecord now) throws StateException {
        String version = then.environment().taagemVersion();
        if (!version.equals(now.environment().taagemVersion())) {
            throw refused(
                    file,
                    "taagem " + version,
                    "this is " + now.environment().taagemVersion(),
                    "go on with that version");
        }
        Optional<Difference> config = difference(effective(then), effective(now));
        if (config.isPresent()) {
            Difference d = config.get();
            throw refused(
                    file,
                    d.what + ": " + d.then,
                    RunRecordFile.NAME + " has " + d.now,
                    "restore " + RunRecordFile.NAME + ", or train anew with the other configuration");
        }
        Optional<Difference> data = difference(
                        then.stream().sha256(), now.stream().sha256())
                .map(d -> new Difference("data whose " + d.what + " has the SHA-256", d.then, d.now))
                .or(() -> difference(facts(then.stream()), facts(now.stream())));
        if (data.isPresent()) {
            Difference d = data.get();
            throw refused(file, d.what + " " + d.then, "the data here has " + d.now, "give it the data it began with");
        }
    }

    private static Map<String, Object> effective(RunRecord record) {
        Map<String, Object> keys = new HashMap<>(record.config());
        keys.keySet().removeAll(KEYS_WITHOUT_EFFECT);
        return keys;
    }

    private static StateException refused(Path file, String then, String now, String remedy) {
        return new StateException(file + ": was made with " + then + ", but " + now + "; " + remedy);
    }

    /** Something that is not as it was. */
    private record Difference(String what, String then, String now) {}

    private static Map<String, Object> facts(StreamFacts stream) {
        return Map.of(
                "the encoding", stream.encoding(),
                "classes", stream.classes(),
                "the tasks", stream.tasks(),
                "as many training samples per task as", stream.trainSamples(),
                "as many test samples per task as", stream.testSamples(),
                "as many epochs and steps as", List.of(stream.epochs(), stream.steps()));
    }

    private static Optional<Difference> difference(Map<String, ?> then, Map<String, ?> now) {
        Set<String> keys = new TreeSet<>(then.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .filter(key -> !areEqual(key, then, now))
                .findFirst()
                .map(key -> new Difference(key, text(then, key), text(now, key)));
    }

    /** Other programs write 1.0 as 1 when they write a record again. */
    private static boolean areEqual(String key, Map<String, ?> then, Map<String, ?> now) {
        if (then.get(key) instanceof Number before && now.get(key) instanceof Number after) {
            return new BigDecimal(before.toString()).compareTo(new BigDecimal(after.toString())) == 0;
        }
        return Objects.equals(then.get(key), now.get(key));
    }

    private static String text(Map<String, ?> map, String key) {
        return map.containsKey(key) ? String.valueOf(map.get(key)) : "nothing";
    }
}
