package org.taagem.report.stats;

import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BenchOrderTest {
    private static BenchEntry entry(String learner, Double... accuracies) {
        BenchEntry.Place place = new BenchEntry.Place("rotation", learner, OptionalDouble.empty());
        return BenchTableTest.entry(place, false, accuracies);
    }

    @Test
    void correlation_fiveLearners_isThatOfTheirRanks() {
        BenchOrder order = new BenchOrder(
                List.of(entry("a", .1), entry("b", .2), entry("c", .3), entry("d", .4), entry("e", .5)),
                List.of(entry("a", .2), entry("b", .1), entry("c", .5), entry("d", .3), entry("e", .4)));
        assertEquals(0.6, order.correlation().orElseThrow(), 1e-12, "1 - 6 (1 + 1 + 4 + 1 + 1) / (5 x 24)");
    }

    @Test
    void rank_learnerWithoutRunsWithOneOfBoth_hasNoneAndTakesNone() {
        List<BenchEntry> first = List.of(entry("a", .1), entry("b", .2), entry("c", .3));
        BenchOrder order = new BenchOrder(first, List.of(entry("a", .4), entry("b"), entry("c", .3)));
        assertEquals(List.of("2", "-", "1"), first.stream().map(order::rank).toList());
        assertEquals(
                List.of("1", "-", "2"), first.stream().map(order::rankAgain).toList());
        assertEquals(-1, order.correlation().orElseThrow());
    }

    /** Ranks 1.5, 1.5 and 3 against 1, 2 and 3: about their middles -.5, -.5, 1 and -1, 0, 1, so 1.5 / root (1.5 x 2). */
    @Test
    void correlation_equalMeans_shareTheMeanOfTheirRanks() {
        List<BenchEntry> first = List.of(entry("a", .3), entry("b", .3), entry("c", .1));
        BenchOrder order = new BenchOrder(first, List.of(entry("a", .4), entry("b", .3), entry("c", .1)));
        assertEquals(List.of("1.5", "1.5", "3"), first.stream().map(order::rank).toList());
        assertEquals(1.5 / Math.sqrt(3), order.correlation().orElseThrow(), 1e-12);
    }

    @Test
    void correlation_allEqual_isNone() {
        List<BenchEntry> equal = List.of(entry("a", .3), entry("b", .3));
        assertEquals(OptionalDouble.empty(), new BenchOrder(equal, equal).correlation());
    }

    @Test
    void correlation_oneLearner_isNone() {
        List<BenchEntry> one = List.of(entry("a", .1));
        assertEquals(OptionalDouble.empty(), new BenchOrder(one, one).correlation());
    }
}
