package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One side of a comparison.
 *
 * @param name what it is called there
 * @param group its runs
 */
public record Contender(String name, RunGroup group) {
    /**
     * Names groups by what sets them apart.
     *
     * @param groups the groups
     * @return them, each called by its strategy, and by its settings where there are several of a strategy
     */
    public static List<Contender> of(List<RunGroup> groups) {
        return groups.stream().map(group -> new Contender(group.name(), group)).toList();
    }

    /**
     * Names groups by where they come from.
     *
     * @param byPlace the groups of each place, by its name
     * @return them, each called by its place; where a place has several groups of a task type, by their own names too
     */
    public static List<Contender> of(Map<String, List<RunGroup>> byPlace) {
        List<Contender> contenders = new ArrayList<>();
        byPlace.forEach((place, groups) -> groups.forEach(group -> {
            boolean alone = groups.stream()
                            .filter(other -> other.taskType().equals(group.taskType()))
                            .count()
                    == 1;
            contenders.add(new Contender(alone ? place : place + ": " + group.name(), group));
        }));
        return contenders;
    }

    /** Returns the contenders of each task type, in order. */
    static Map<String, List<Contender>> byTaskType(List<Contender> contenders) {
        Map<String, List<Contender>> byType = new LinkedHashMap<>();
        contenders.forEach(contender -> byType.computeIfAbsent(contender.group.taskType(), type -> new ArrayList<>())
                .add(contender));
        return byType;
    }
}
