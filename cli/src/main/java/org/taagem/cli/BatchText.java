package org.taagem.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

import org.taagem.data.TrainTest;
import org.taagem.experiment.DataFacts;
import org.taagem.nn.Kernels;

/** What to tell at the beginning and at the end of a batch. */
final class BatchText {
    private BatchText() {}

    /**
     * What a batch works on and with.
     *
     * @param data what is learned
     * @param kernel what computes
     * @param jobs runs at once
     * @param history what the folder holds already
     */
    record Facts(TrainTest data, Kernels.Selection kernel, int jobs, BatchHistory history) {}

    /** The effective configuration, where the data came from, what computes, and what there is to do. */
    static List<String> header(BatchPlan plan, Facts facts) {
        BuildInfo build = BuildInfo.read();
        List<String> lines = new ArrayList<>();
        lines.add("taagem " + build.version() + " (" + build.commit() + ")");
        lines.add("");
        configuration(plan, DataFacts.of(facts.data()))
                .forEach((key, value) -> lines.add(field(28, key, value.isEmpty() ? "\"\"" : value)));
        lines.add("");
        lines.add(field(12, "data", facts.data().source()));
        String reason = facts.kernel().reason();
        lines.add(field(12, "kernel", facts.kernel().kernel().description() + (reason.isEmpty() ? "" : ": " + reason)));
        lines.add(field(12, "runs", runs(plan, facts)));
        lines.add(field(12, "folder", plan.folder().toString()));
        lines.add("");
        return lines;
    }

    private static String runs(BatchPlan plan, Facts facts) {
        BatchHistory history = facts.history();
        List<BatchSlot> slots = plan.slots();
        long before = slots.stream().filter(history.done()::containsKey).count();
        long goOn = slots.stream()
                .filter(slot ->
                        history.cutOff().containsKey(slot) && !history.done().containsKey(slot))
                .count();
        return slots.size() + " (" + count(plan.taskTypes().size(), "task type") + ", "
                + count(plan.seeds().count(), "seed") + "), " + facts.jobs() + " at once"
                + (before == 0 ? "" : "; " + before + " done before")
                + (goOn == 0 ? "" : "; " + goOn + " cut off before, to go on");
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns the value of every key: of all task types, or each of them where they differ. */
    private static Map<String, String> configuration(BatchPlan plan, DataFacts data) {
        Map<String, Map<String, Object>> byType = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>();
        for (String type : plan.taskTypes()) {
            Map<String, Object> ofType = plan.settings(
                            new BatchSlot(type, plan.seeds().first()), data)
                    .toMap();
            byType.put(type, ofType);
            keys.addAll(ofType.keySet());
        }
        Map<String, String> values = new LinkedHashMap<>();
        keys.forEach(key -> values.put(key, value(key, byType)));
        values.put(BatchPlan.TASK_TYPE, String.join(", ", plan.taskTypes()));
        values.put(BatchPlan.SEED, seeds(plan.seeds()));
        return values;
    }

    private static String value(String key, Map<String, Map<String, Object>> byType) {
        Map<String, List<String>> typesByValue = new LinkedHashMap<>();
        byType.forEach((type, values) -> {
            if (values.containsKey(key)) {
                typesByValue
                        .computeIfAbsent(String.valueOf(values.get(key)), value -> new ArrayList<>())
                        .add(type);
            }
        });
        return typesByValue.entrySet().stream()
                .map(entry -> entry.getValue().size() == byType.size()
                        ? entry.getKey()
                        : entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String seeds(BatchPlan.Seeds seeds) {
        return seeds.count() == 1 ? seeds.first() + "" : seeds.first() + " to " + (seeds.first() + seeds.count() - 1);
    }

    private static String field(int width, String name, String value) {
        return String.format(Locale.ROOT, "  %-" + width + "s %s", name, value);
    }

    /**
     * What has become of all runs, how long this took, and every path written.
     *
     * @param report what has become of them
     * @param plusMinus what stands between mean and standard deviation
     * @param seconds how long it took
     * @param written the paths
     */
    static List<String> summary(BatchReport report, String plusMinus, double seconds, List<Path> written) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(report.text(plusMinus));
        lines.add("");
        lines.add(field(12, "time in all", TaskText.seconds(OptionalDouble.of(seconds))));
        written.forEach(path -> lines.add(field(8, "written", path.toString())));
        return lines;
    }
}
