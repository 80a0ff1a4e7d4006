package org.taagem.report.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.taagem.metrics.Metric;
import org.taagem.report.StoredRun;
import org.taagem.report.TinyRun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.taagem.report.stats.MadeUpRuns.MNIST;
import static org.taagem.report.stats.MadeUpRuns.config;
import static org.taagem.report.stats.MadeUpRuns.run;

class RunGroupsTest {
    private static List<String> described(List<RunGroup> groups) {
        return groups.stream()
                .map(group -> group.taskType() + ", " + group.name() + ": "
                        + group.runs().stream().map(StoredRun::name).toList())
                .toList();
    }

    @Test
    void of_seedsOfOneExperiment_areOneGroupBySeed() {
        List<RunGroup> groups =
                RunGroups.of(List.of(run("c", 0.5, "seed", 3L), run("a", 0.6, "seed", 1L), run("b", 0.7, "seed", 2L)));
        assertEquals(List.of("rotation, ta-a-gem: [a, b, c]"), described(groups));
        assertEquals(List.of(1L, 2L, 3L), groups.get(0).seeds());
        assertEquals(new Sample(List.of(0.6, 0.7, 0.5)), groups.get(0).sample(Metric.ACC));
        assertEquals(0, groups.get(0).sample(Metric.PROJECTION_RATE).size());
    }

    @Test
    void of_taskTypesAndStrategies_areGroupsByName() {
        assertEquals(
                List.of("permutation, sgd: [b]", "rotation, sgd: [c]", "rotation, ta-a-gem: [a]"),
                described(RunGroups.of(List.of(
                        run("a", 0.5),
                        run("b", 0.5, "strategy", "sgd", "task_type", "permutation"),
                        run("c", 0.5, "strategy", "sgd")))));
    }

    @Test
    void of_otherConfiguration_isAnotherGroupAndSaysWhere() {
        assertEquals(
                List.of(
                        "rotation, ta-a-gem (num_epochs=5, removal=oldest): [a, d]",
                        "rotation, ta-a-gem (num_epochs=5, removal=furthest): [b]",
                        "rotation, ta-a-gem (num_epochs=9, removal=not set): [c]"),
                described(RunGroups.of(List.of(
                        run("a", 0.5, "removal", "oldest", "num_epochs", 5, "seed", 1L),
                        run("b", 0.5, "removal", "furthest", "num_epochs", 5, "seed", 1L),
                        run("c", 0.5, "num_epochs", 9, "seed", 1L),
                        run("d", 0.5, "removal", "oldest", "num_epochs", 5, "seed", 2L)))));
    }

    /** Where other keys tell them apart, one that only some records have is left out. */
    @Test
    void of_keyThatSomeDoNotHave_isToldOnlyIfNeeded() {
        assertEquals(
                List.of("rotation, ta-a-gem (num_epochs=5): [a]", "rotation, ta-a-gem (num_epochs=9): [b]"),
                described(RunGroups.of(
                        List.of(run("a", 0.5, "num_epochs", 5, "new", 1), run("b", 0.5, "num_epochs", 9)))));
        assertEquals(
                List.of("rotation, ta-a-gem (new=1): [a]", "rotation, ta-a-gem (new=not set): [b]"),
                described(RunGroups.of(List.of(run("a", 0.5, "new", 1), run("b", 0.5)))));
    }

    @Test
    void of_otherData_isAnotherGroupAndSaysWhere() {
        Map<String, String> other = Map.of("train", "b".repeat(64));
        assertEquals(
                List.of(
                        "rotation, ta-a-gem (SHA-256 of train=aaaaaaaaaaaa...): [a]",
                        "rotation, ta-a-gem (SHA-256 of train=bbbbbbbbbbbb...): [b]"),
                described(RunGroups.of(List.of(run("a", 0.5), run("b", 0.5, config(), other)))));
    }

    @Test
    void of_keysWithoutEffect_setNothingApart() {
        assertEquals(
                List.of("rotation, ta-a-gem: [a, b]"),
                described(RunGroups.of(List.of(
                        run("a", 0.5, "kernel", "plain", "output_dir", "x", "experiment_name", "one", "rate", 1),
                        run("b", 0.5, "kernel", "auto", "verbose", true, "rate", 1.0)))));
    }

    /** Every key that a memory has is one that a learner without a memory does not care for. */
    @Test
    void of_keysOfTheMemoryOfALearnerWithoutOne_setNothingApart() {
        Map<String, Object> one = new LinkedHashMap<>(TinyRun.config());
        Map<String, Object> other = new LinkedHashMap<>(one);
        List.of(
                        "memory",
                        "num_pools",
                        "memory_size_q",
                        "memory_size_p",
                        "assignment",
                        "draw",
                        "removal",
                        "sampling_rate",
                        "memory_fill",
                        "reference_batch")
                .forEach(key -> assertNotNull(other.put(key, "another"), key));

        assertEquals(
                2,
                RunGroups.of(List.of(run("a", 0.5, one, MNIST), run("b", 0.6, other, MNIST)))
                        .size());
        one.put("strategy", "sgd");
        other.put("strategy", "sgd");
        assertEquals(
                List.of("permutation, sgd: [a, b]"),
                described(RunGroups.of(List.of(run("a", 0.5, one, MNIST), run("b", 0.6, other, MNIST)))));
    }

    @Test
    void of_keysOfAnotherScheduleOrOptimizer_setNothingApart() {
        assertEquals(
                List.of("rotation, ta-a-gem: [a, b]"),
                described(RunGroups.of(List.of(
                        run(
                                "a",
                                0.5,
                                "schedule",
                                "sequential",
                                "num_transition_epochs",
                                1,
                                "blurry_share",
                                0.1,
                                "optimizer",
                                "sgd",
                                "momentum",
                                0.9),
                        run(
                                "b",
                                0.5,
                                "schedule",
                                "sequential",
                                "num_transition_epochs",
                                5,
                                "blurry_share",
                                0.2,
                                "optimizer",
                                "sgd",
                                "momentum",
                                0.5)))));
        assertEquals(
                List.of(
                        "rotation, ta-a-gem (num_transition_epochs=1): [a]",
                        "rotation, ta-a-gem (num_transition_epochs=5): [b]"),
                described(RunGroups.of(List.of(
                        run("a", 0.5, "schedule", "continuous", "num_transition_epochs", 1),
                        run("b", 0.5, "schedule", "continuous", "num_transition_epochs", 5)))));
    }

    /** Otherwise every key of the memory would stand below each comparison with a learner without one. */
    @Test
    void differing_keyThatMeansNothingToOne_isNoDifference() {
        List<RunSettings> settings = Stream.of(run("a", 0.5, "removal", "oldest"), run("b", 0.5, "strategy", "sgd"))
                .map(run -> RunSettings.of(run.record()))
                .toList();
        assertEquals(List.of("strategy"), RunSettings.differing(settings));
    }

    @Test
    void of_runsWithoutSeeds_areAGroupWithoutSeeds() {
        RunGroup group = RunGroups.of(List.of(run("b", 0.5), run("a", 0.6))).get(0);
        assertEquals(List.of(), group.seeds());
        assertEquals(List.of("rotation, ta-a-gem: [a, b]"), described(List.of(group)));
    }

    @Test
    void of_nothing_isNoGroup() {
        assertEquals(List.of(), RunGroups.of(List.of()));
        RunSettings settings = RunSettings.of(run("a", 0.5).record());
        assertThrows(IllegalArgumentException.class, () -> new RunGroup(settings, List.of(), List.of()));
    }
}
