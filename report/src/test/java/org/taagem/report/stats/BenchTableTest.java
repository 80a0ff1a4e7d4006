package org.taagem.report.stats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BenchTableTest {
    static final ComparisonTable.Style STYLE = new ComparisonTable.Style("±", "**", "**");

    /** A learner whose runs of seeds 1, 2, 3 and so on have these accuracies. */
    static BenchEntry entry(String learner, boolean told, Double... accuracies) {
        return entry(new BenchEntry.Place("rotation", learner, OptionalDouble.empty()), told, accuracies);
    }

    static BenchEntry entry(BenchEntry.Place place, boolean told, Double... accuracies) {
        TreeMap<Long, RunRecord> runs = new TreeMap<>();
        IntStream.range(0, accuracies.length)
                .forEach(i -> runs.put(
                        i + 1L,
                        MadeUpRuns.run("run" + i, accuracies[i], "seed", i + 1L).record()));
        return new BenchEntry(place, told, new BenchEntry.Counts(Math.max(1, accuracies.length), 0), runs);
    }

    /** The same learner if some more of its runs had diverged. */
    private static BenchEntry diverged(BenchEntry entry, int runs) {
        return and(entry, runs, runs);
    }

    /** The same learner if some more of its runs had not been made yet. */
    static BenchEntry missing(BenchEntry entry, int runs) {
        return and(entry, runs, 0);
    }

    private static BenchEntry and(BenchEntry entry, int planned, int diverged) {
        BenchEntry.Counts counts = new BenchEntry.Counts(entry.runs().size() + planned, diverged);
        return new BenchEntry(entry.place(), entry.toldOfTasks(), counts, entry.runs());
    }

    private static BenchTable.Difference difference(BenchTable table, String learner) {
        return Optional.ofNullable(table.differences().get(learner)).orElseThrow();
    }

    /**
     * By hand. ta-a-gem: mean 0.6, deviation 0.1, t of 99 % and 2 degrees of freedom 9.925, so a margin of 9.925 * 0.1 / root
     * 3 = 0.573. The differences of er to it are 0.1, 0.2 and 0.3: mean 0.2, deviation 0.1, t = 2 root 3, and with 2 degrees
     * of freedom p = 1 - t / root (2 + t^2) = 0.0742. Those of joint are twice as large, so t and p are the same, and Holm
     * makes 0.1484 of the smallest of two. The best of those that are not told of tasks is er; sgd is 0.49, 0.5 and 0.51
     * below it, 0.5 ± 0.057.
     */
    @Test
    void rows_threeSeeds_areThoseByHand() {
        BenchTable table = new BenchTable(
                List.of(
                        entry("sgd", false, 0.1, 0.31, 0.49),
                        entry("ta-a-gem", false, 0.5, 0.6, 0.7),
                        entry("er", false, 0.6, 0.8, 1.0)),
                "ta-a-gem",
                Confidence.USUAL);

        List<List<String>> rows = table.rows(STYLE);

        assertEquals(
                List.of(
                        "learner",
                        "runs",
                        "ACC",
                        "minus ta-a-gem",
                        "p (Holm)",
                        "mean overall",
                        "forgetting",
                        "wall time, s",
                        "memory, samples"),
                rows.get(0));
        assertEquals("0.300 ± 1.118", rows.get(1).get(2), "0.5 below the best, ± 0.057");
        assertEquals(
                List.of("ta-a-gem", "3", "0.600 ± 0.573 ≈", "-", "-"),
                rows.get(2).subList(0, 5));
        assertEquals(
                List.of("er", "3", "**0.800 ± 1.146**", "+0.200 ± 0.573"),
                rows.get(3).subList(0, 4));
        assertEquals(List.of("0.100 ± 1.146", "2.5", "30"), rows.get(3).subList(6, 9));
        MeanTest test = difference(table, "er").test();
        assertEquals(1 - Math.sqrt(12.0 / 14), test.p().orElseThrow(), 1e-12);
    }

    @Test
    void differences_severalLearners_areCorrectedTogether() {
        BenchTable table = new BenchTable(
                List.of(
                        entry("ta-a-gem", false, 0.5, 0.6, 0.7),
                        entry("er", false, 0.6, 0.8, 1.0),
                        entry("mega-1", false, 0.51, 0.62, 0.73)),
                "ta-a-gem",
                Confidence.USUAL);

        double twice = 2 * (1 - Math.sqrt(12.0 / 14));
        assertEquals(twice, difference(table, "er").correctedP().orElseThrow(), 1e-9);
        assertEquals(twice, difference(table, "mega-1").correctedP().orElseThrow(), 1e-9);
    }

    @Test
    void best_learnerToldOfTasks_isPassedOver() {
        BenchEntry er = entry("er", false, 0.6, 0.8, 1.0);
        BenchEntry joint = entry("joint", true, 0.9, 1.0, 1.0);
        BenchTable table = new BenchTable(List.of(joint, er), "er", Confidence.USUAL);

        assertEquals(er, table.best().orElseThrow());
        assertEquals("joint (told of tasks)", table.rows(STYLE).get(1).get(0));
        assertFalse(table.mayEqualTheBest(joint), "it is not in the contest");
        assertEquals(
                joint,
                new BenchTable(List.of(joint), "er", Confidence.USUAL).best().orElseThrow());
    }

    @Test
    void minus_someSeedsMissing_takesThoseThatBothHave() {
        BenchEntry two = missing(entry("er", false, 0.6, 0.8), 1);
        MeanTest test = two.minus(entry("ta-a-gem", false, 0.5, 0.6, 0.1), Metric.ACC);

        assertEquals(0.15, test.difference().orElseThrow(), 1e-12);
        assertEquals(1, test.degreesOfFreedom().orElseThrow());
        assertEquals(
                "2 of 3",
                new BenchTable(List.of(two), "er", Confidence.USUAL)
                        .rows(STYLE)
                        .get(1)
                        .get(1));
    }

    @Test
    void rows_noRunYet_areDashes() {
        BenchTable table = new BenchTable(
                List.of(missing(entry("er", false), 3), entry("ta-a-gem", false, 0.5, 0.6)),
                "ta-a-gem",
                Confidence.USUAL);

        assertEquals(
                List.of("er", "0 of 3", "-", "-", "-", "-", "-", "-", "-"),
                table.rows(STYLE).get(1));
    }

    @Test
    void mayEqualTheBest_oneCommonSeed_isNotRuledOut() {
        BenchEntry worse = entry("sgd", false, 0.6);
        BenchTable table = new BenchTable(List.of(entry("er", false, 0.7, 0.7), worse), "er", Confidence.USUAL);

        assertTrue(table.mayEqualTheBest(worse));
    }

    @Test
    void mayEqualTheBest_alwaysWorseByTheSame_isRuledOut() {
        BenchEntry worse = entry("sgd", false, 0.6, 0.6);
        BenchTable table = new BenchTable(List.of(entry("er", false, 0.7, 0.7), worse), "er", Confidence.USUAL);

        assertFalse(table.mayEqualTheBest(worse));
    }

    /** Its seeds may be lucky ones; the best has them all. */
    @Test
    void best_runsMissing_isAnotherOne() {
        BenchEntry lucky = missing(entry("sgd", false, 0.9), 2);
        BenchEntry er = entry("er", false, 0.6, 0.8, 1.0);
        BenchTable table = new BenchTable(List.of(lucky, er), "er", Confidence.USUAL);

        assertEquals(er, table.best().orElseThrow());
        assertEquals(
                List.of("sgd", "1 of 3", "0.900 ‡"), table.rows(STYLE).get(1).subList(0, 3));
        assertEquals("0.900 (not all)", table.accuracy(lucky, new ComparisonTable.Style("+-", "", "")));
    }

    /** The seeds with which it did not diverge are none of chance, and would count among the tests that Holm corrects for. */
    @Test
    void differences_runsDiverged_areNone() {
        BenchEntry er = entry("er", false, 0.6, 0.8, 1.0);
        BenchEntry lucky = diverged(entry("der++", false, 0.9, 0.8), 1);
        BenchEntry sgd = entry("sgd", false, 0.1, 0.2, 0.4);

        assertEquals(
                Set.of("sgd"),
                new BenchTable(List.of(lucky, er, sgd), "er", Confidence.USUAL)
                        .differences()
                        .keySet());
        assertEquals(Map.of(), new BenchTable(List.of(lucky, er, sgd), "der++", Confidence.USUAL).differences());
    }

    @Test
    void rows_runsDiverged_areToldAndTheLearnerIsOutOfTheContest() {
        BenchEntry lucky = diverged(entry("der++", false, 0.9), 2);
        BenchEntry er = entry("er", false, 0.6, 0.8, 1.0);
        BenchTable table = new BenchTable(List.of(lucky, er), "er", Confidence.USUAL);

        assertEquals(er, table.best().orElseThrow());
        assertEquals(
                List.of("der++", "1 of 3, 2 diverged", "0.900 †"),
                table.rows(STYLE).get(1).subList(0, 3));
        BenchTable alone = new BenchTable(List.of(lucky), "er", Confidence.USUAL);
        assertEquals(Optional.empty(), alone.best());
        assertEquals("0.900 †", alone.rows(STYLE).get(1).get(2));
    }

    @Test
    void accuracy_allRunsDiverged_isMarkedUnlikeThatOfRunsNotMade() {
        BenchEntry none = entry("der++", false);
        BenchTable table = new BenchTable(List.of(none), "er", Confidence.USUAL);
        assertEquals("-", table.accuracy(none, STYLE));
        assertEquals("- †", table.accuracy(diverged(none, 3), STYLE));
    }
}
