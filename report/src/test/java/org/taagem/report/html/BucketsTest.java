package org.taagem.report.html;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.taagem.report.html.LineChart.Band;
import org.taagem.report.html.LineChart.Line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BucketsTest {
    @Test
    void line_short_keepsEveryNumber() {
        double[] series = {3, 1, 2};
        assertEquals(
                new Line("loss", List.of(1.0, 2.0, 3.0), List.of(3.0, 1.0, 2.0), Optional.empty()),
                new Buckets(3).line("loss", i -> series[i]));
    }

    /** 1,001 numbers make 501 points of two, the last of one. */
    @Test
    void line_long_keepsMeansAndExtremes() {
        Buckets buckets = new Buckets(1001);
        Line line = buckets.line("loss", i -> i % 2 == 0 ? i : -i);
        Band band = line.band().orElseThrow();

        assertEquals(2, buckets.perBucket());
        assertEquals(501, line.x().size());
        assertEquals(List.of(2.0, 4.0), line.x().subList(0, 2));
        assertEquals(List.of(-0.5, -0.5), line.y().subList(0, 2));
        assertEquals(List.of(-1.0, -3.0), band.low().subList(0, 2));
        assertEquals(List.of(0.0, 2.0), band.high().subList(0, 2));
        assertEquals(1001.0, line.x().get(500));
        assertEquals(1000.0, line.y().get(500));
    }

    @Test
    void line_enormous_hasAtMostAsManyPointsAsAScreen() {
        assertTrue(new Buckets(10_000_001).line("loss", i -> 1).x().size() <= Buckets.MOST);
    }

    /** A diverged loss must be seen, not averaged away. */
    @Test
    void line_notFinite_staysSo() {
        Line line = new Buckets(2000).line("loss", i -> i == 0 ? Double.POSITIVE_INFINITY : i == 2 ? Double.NaN : 1);
        assertEquals(
                List.of(Double.POSITIVE_INFINITY, Double.NaN, 1.0), line.y().subList(0, 3));
    }

    /** Means of equal numbers are these numbers, and not a last digit beside them. */
    @Test
    void line_constant_isExact() {
        assertTrue(new Buckets(3000).line("rate", i -> 0.1).y().stream().allMatch(rate -> rate == 0.1));
    }
}
