package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.taagem.report.StoredRun;

/** Sorts runs into groups: of one task type, strategy, configuration and data each. */
public final class RunGroups {
    private static final Comparator<StoredRun> BY_SEED = Comparator.<StoredRun>comparingLong(
                    run -> RunGroup.seed(run.record()).orElse(Long.MAX_VALUE))
            .thenComparing(run -> run.record().environment().startedAt())
            .thenComparing(StoredRun::path);

    private RunGroups() {}

    /** What the groups that are told apart by their settings have in common. */
    private record Heading(String taskType, String strategy) {}

    /**
     * Sorts runs. A mean over runs of several configurations would say nothing, so those that differ in anything but the
     * seed, and in what changes no number, are of different groups.
     *
     * @param runs the runs
     * @return the groups: by task type, then by strategy, then in the order in which the first run of each was given
     */
    public static List<RunGroup> of(Collection<StoredRun> runs) {
        Map<Heading, Map<RunSettings, List<StoredRun>>> byHeading = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            RunSettings settings = RunSettings.of(run.record());
            byHeading
                    .computeIfAbsent(
                            new Heading(settings.get(RunSettings.TASK_TYPE), settings.get(RunSettings.STRATEGY)),
                            heading -> new LinkedHashMap<>())
                    .computeIfAbsent(settings, same -> new ArrayList<>())
                    .add(run);
        }
        return byHeading.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Heading::taskType).thenComparing(Heading::strategy)))
                .flatMap(entry -> groups(entry.getValue()).stream())
                .toList();
    }

    private static List<RunGroup> groups(Map<RunSettings, List<StoredRun>> bySettings) {
        List<String> apart = RunSettings.tellingApart(bySettings.keySet());
        return bySettings.entrySet().stream()
                .map(entry -> new RunGroup(
                        entry.getKey(),
                        apart,
                        entry.getValue().stream().sorted(BY_SEED).toList()))
                .toList();
    }
}
