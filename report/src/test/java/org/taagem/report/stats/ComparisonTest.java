package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.report.StoredRun;
import org.taagem.report.stats.Unlikeness.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taagem.report.stats.MadeUpRuns.run;

class ComparisonTest {
    /** Runs of seeds 1, 2, 3 and so on with these accuracies. */
    static List<StoredRun> runs(List<Double> accuracies, Object... keysAndValues) {
        List<StoredRun> runs = new ArrayList<>();
        for (double accuracy : accuracies) {
            List<Object> keys = new ArrayList<>(List.of("seed", runs.size() + 1L));
            keys.addAll(List.of(keysAndValues));
            runs.add(run("run" + runs.size(), accuracy, keys.toArray()));
        }
        return runs;
    }

    static Contender contender(String name, List<StoredRun> runs) {
        return new Contender(name, RunGroups.of(runs).get(0));
    }

    private static Comparison comparison(Contender... contenders) {
        List<Comparison> comparisons = Comparison.of(List.of(contenders));
        assertEquals(1, comparisons.size());
        return comparisons.get(0);
    }

    private static List<String> names(List<Contender> contenders) {
        return contenders.stream().map(Contender::name).toList();
    }

    private static MeanTest.Kind kind(Contender a, Contender b) {
        return comparison(a, b).tests(Metric.ACC).get(0).test().kind();
    }

    @Test
    void best_largerOrSmaller_isAsTheMetricSays() {
        Comparison comparison =
                comparison(contender("low", runs(List.of(0.5, 0.6))), contender("high", runs(List.of(0.7, 0.6))));
        assertEquals(List.of("high"), names(comparison.best(Metric.ACC)));
        assertEquals(List.of("high"), names(comparison.best(Metric.FORGETTING)));
        assertEquals(List.of("high"), names(comparison.best(Metric.BWT)));
        assertEquals(List.of(), comparison.best(Metric.PROJECTION_RATE));
    }

    @Test
    void best_equalMeans_areAllBest() {
        Comparison comparison = comparison(
                contender("a", runs(List.of(0.5, 0.75))),
                contender("b", runs(List.of(0.75, 0.5))),
                contender("c", runs(List.of(0.5, 0.5))));
        assertEquals(List.of("a", "b"), names(comparison.best(Metric.ACC)));
    }

    @Test
    void best_allEqual_isNobody() {
        Comparison comparison =
                comparison(contender("a", runs(List.of(0.5, 0.75))), contender("b", runs(List.of(0.75, 0.5))));
        assertEquals(List.of(), comparison.best(Metric.ACC));
    }

    @Test
    void best_oneContender_isNobody() {
        assertEquals(List.of(), comparison(contender("a", runs(List.of(0.5)))).best(Metric.ACC));
    }

    @Test
    void tests_sameSeeds_arePairedInTheOrderOfSeeds() {
        Contender a = contender("a", runs(List.of(0.7, 0.8, 0.9)));
        Contender b = contender("b", runs(List.of(0.6, 0.75, 0.8), "strategy", "sgd"));
        PairTest pair = comparison(a, b).tests(Metric.ACC).get(0);
        assertEquals(
                MeanTest.paired(new Sample(List.of(0.7, 0.8, 0.9)), new Sample(List.of(0.6, 0.75, 0.8))), pair.test());
        assertEquals(pair.test().p(), pair.correctedP());
    }

    @Test
    void tests_otherOrNoSeeds_areWelch() {
        Contender a = contender("a", runs(List.of(0.7, 0.8, 0.9)));
        assertEquals(MeanTest.Kind.WELCH, kind(a, contender("b", runs(List.of(0.6, 0.75)))));
        assertEquals(
                MeanTest.Kind.WELCH,
                kind(
                        contender("a", List.of(run("x", 0.5), run("y", 0.6))),
                        contender("b", List.of(run("z", 0.5), run("u", 0.6)))));
    }

    /** A seed makes the same tasks only of the same data and the same kind of stream. */
    @Test
    void tests_sameSeedsButAnotherStream_areWelch() {
        Contender a = contender("a", runs(List.of(0.7, 0.8, 0.9), "num_tasks", 5));
        assertEquals(MeanTest.Kind.WELCH, kind(a, contender("b", runs(List.of(0.6, 0.75, 0.8), "num_tasks", 10))));
        assertEquals(
                MeanTest.Kind.PAIRED,
                kind(a, contender("b", runs(List.of(0.6, 0.75, 0.8), "num_tasks", 5, "hidden_dim", 9))));
    }

    @Test
    void tests_seedTwiceInAGroup_areWelch() {
        List<StoredRun> twice = List.of(run("x", 0.5, "seed", 1L), run("y", 0.6, "seed", 1L));
        assertEquals(MeanTest.Kind.WELCH, kind(contender("a", twice), contender("b", twice)));
    }

    /** Of three tests that of the smallest p counts three times, the next twice. */
    @Test
    void tests_threeContenders_areCorrectedForThreeTests() {
        Comparison comparison = comparison(
                contender("a", runs(List.of(0.70, 0.71, 0.72))),
                contender("b", runs(List.of(0.50, 0.52, 0.51))),
                contender("c", runs(List.of(0.69, 0.73, 0.70))));
        List<PairTest> tests = comparison.tests(Metric.ACC);
        assertEquals(
                List.of("a-b", "a-c", "b-c"),
                tests.stream()
                        .map(pair -> pair.first().name() + "-" + pair.second().name())
                        .toList());
        List<Figure> p = tests.stream().map(pair -> pair.test().p()).toList();
        assertEquals(Holm.adjust(p), tests.stream().map(PairTest::correctedP).toList());
        double smallest = p.stream().mapToDouble(Figure::orElseThrow).min().orElseThrow();
        assertTrue(tests.stream().anyMatch(pair -> pair.correctedP().equals(new Figure.Defined(3 * smallest))));
    }

    @Test
    void of_severalTaskTypes_isAComparisonOfEach() {
        List<Comparison> comparisons = Comparison.of(List.of(
                contender("a", runs(List.of(0.5))),
                contender("b", runs(List.of(0.5), "task_type", "permutation")),
                contender("c", runs(List.of(0.5)))));
        assertEquals(
                List.of("rotation", "permutation"),
                comparisons.stream().map(Comparison::taskType).toList());
        assertEquals(List.of("a", "c"), names(comparisons.get(0).contenders()));
    }

    @Test
    void of_folders_areNamedBriefly() {
        List<StoredRun> two = new ArrayList<>(runs(List.of(0.5)));
        two.addAll(runs(List.of(0.5), "strategy", "sgd"));
        two.addAll(runs(List.of(0.5), "task_type", "permutation"));
        Map<String, List<RunGroup>> byPlace = new LinkedHashMap<>();
        byPlace.put("first", RunGroups.of(two));
        byPlace.put("second", RunGroups.of(runs(List.of(0.5))));
        assertEquals(List.of("first", "first: sgd", "first: ta-a-gem", "second"), names(Contender.of(byPlace)));
        assertEquals(List.of("ta-a-gem", "sgd", "ta-a-gem"), names(Contender.of(RunGroups.of(two))));
    }

    @Test
    void unlikenesses_settings_areOfTheirKind() {
        Comparison comparison = comparison(
                contender(
                        "a", runs(List.of(0.5), "batch_size", 10, "hidden_dim", 5, "removal", "oldest", "lite", true)),
                contender("b", runs(List.of(0.5), "batch_size", 50, "hidden_dim", 6, "removal", "furthest")));
        assertEquals(
                List.of(
                        new Unlikeness("batch_size", Kind.STREAM, List.of("10", "50")),
                        new Unlikeness("hidden_dim", Kind.NETWORK, List.of("5", "6")),
                        new Unlikeness("lite", Kind.DATA, List.of("true", "not set")),
                        new Unlikeness("removal", Kind.METHOD, List.of("oldest", "furthest"))),
                comparison.unlikenesses());
    }

    @Test
    void isContradiction_onlyMissingFromSome_isNone() {
        assertTrue(new Unlikeness("a", Kind.DATA, List.of("1", "not set", "2")).isContradiction());
        assertFalse(new Unlikeness("a", Kind.DATA, List.of("1", "not set", "1")).isContradiction());
    }

    @Test
    void unlikenesses_checksums_areOfTheData() {
        StoredRun other = run("b", 0.5, MadeUpRuns.config(), Map.of("train", "b".repeat(64)));
        assertEquals(
                List.of(new Unlikeness("SHA-256 of train", Kind.DATA, List.of("aaaaaaaaaaaa...", "bbbbbbbbbbbb..."))),
                comparison(contender("a", List.of(run("a", 0.5))), contender("b", List.of(other)))
                        .unlikenesses());
    }
}
