package org.taagem.report.stats;

import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.inference.TTest;
import org.taagem.metrics.Figure;

/**
 * A two-sided t test of whether two means differ. docs/statistics.md has the formulas and their sources.
 *
 * @param kind which test
 * @param difference mean of the first sample minus that of the second
 * @param t the test's statistic: the difference in standard errors
 * @param degreesOfFreedom above 0; Welch's are seldom whole
 * @param p chance of a difference at least as large if there is none, 0..1
 * @param standardError the standard error of the difference, above 0
 * @param effectSize the difference in standard deviations: Hedges' g for Welch's test, Cohen's d_z for the paired one
 */
public record MeanTest(
        Kind kind,
        Figure difference,
        Figure t,
        Figure degreesOfFreedom,
        Figure p,
        Figure standardError,
        Figure effectSize) {
    /** Which test it is. */
    public enum Kind {
        /** For independent samples whose variances may differ (Welch 1947). */
        WELCH("Welch", "g"),
        /** For samples whose values belong together in pairs (Student 1908). */
        PAIRED("paired", "d_z");

        private final String title;
        private final String effectSize;

        Kind(String title, String effectSize) {
            this.title = title;
            this.effectSize = effectSize;
        }

        /**
         * Returns the name for people.
         *
         * @return one word
         */
        public String title() {
            return title;
        }

        /**
         * Returns what the effect size is called.
         *
         * @return its symbol
         */
        public String effectSize() {
            return effectSize;
        }
    }

    /**
     * Compares independent samples.
     *
     * @param a the first
     * @param b the second
     * @return the test; not defined, with the reason, where a sample has fewer than two values or neither varies
     */
    public static MeanTest welch(Sample a, Sample b) {
        if (a.size() < 2 || b.size() < 2) {
            return undefined(Kind.WELCH, difference(a, b), tooFew(Math.min(a.size(), b.size())));
        }
        if (a.isConstant() && b.isConstant()) {
            return undefined(Kind.WELCH, difference(a, b), "neither group varies");
        }
        double error = Math.hypot(a.standardError(), b.standardError());
        Figure difference = difference(a, b);
        return of(
                TTest.withDefaults().test(a.array(), b.array()),
                new Parts(Kind.WELCH, difference, error, hedgesG(a, b)));
    }

    /**
     * Compares samples of which the values at equal places belong together.
     *
     * @param a the first
     * @param b the second, of the same size
     * @return the test; not defined, with the reason, where there are fewer than two pairs or their differences do not vary
     * @throws IllegalArgumentException if the sizes differ
     */
    public static MeanTest paired(Sample a, Sample b) {
        if (a.size() != b.size()) {
            throw new IllegalArgumentException(
                    "there are " + a.size() + " and " + b.size() + " values; expected pairs of them");
        }
        if (a.size() < 2) {
            return undefined(Kind.PAIRED, difference(a, b), tooFew(a.size()));
        }
        Sample differences = new Sample(IntStream.range(0, a.size())
                .mapToObj(i -> a.values().get(i) - b.values().get(i))
                .toList());
        if (differences.isConstant(a.largest() + b.largest())) {
            return undefined(Kind.PAIRED, difference(a, b), "all pairs differ by the same");
        }
        double effect = differences.mean().orElseThrow()
                / differences.standardDeviation().orElseThrow();
        Parts parts = new Parts(Kind.PAIRED, difference(a, b), differences.standardError(), effect);
        return of(TTest.withDefaults().pairedTest(a.array(), b.array()), parts);
    }

    /** Returns the bias-corrected difference in pooled standard deviations (Hedges 1981), with the usual approximation. */
    private static double hedgesG(Sample a, Sample b) {
        double degrees = a.size() + b.size() - 2.0;
        double pooled = Math.sqrt((squaredDeviations(a) + squaredDeviations(b)) / degrees);
        double d = (a.mean().orElseThrow() - b.mean().orElseThrow()) / pooled;
        return d * (1 - 3 / (4 * degrees - 1));
    }

    private static double squaredDeviations(Sample sample) {
        double deviation = sample.standardDeviation().orElseThrow();
        return (sample.size() - 1) * deviation * deviation;
    }

    /** What the library's result does not hold. */
    private record Parts(Kind kind, Figure difference, double standardError, double effect) {}

    private static MeanTest of(TTest.Result result, Parts parts) {
        return new MeanTest(
                parts.kind,
                parts.difference,
                new Figure.Defined(result.getStatistic()),
                new Figure.Defined(result.getDegreesOfFreedom()),
                new Figure.Defined(result.getPValue()),
                new Figure.Defined(parts.standardError),
                new Figure.Defined(parts.effect));
    }

    private static MeanTest undefined(Kind kind, Figure difference, String reason) {
        Figure none = new Figure.Undefined(reason);
        return new MeanTest(kind, difference, none, none, none, none, none);
    }

    private static String tooFew(int runs) {
        return runs == 0 ? "a group has no value" : "a group has one value only";
    }

    private static Figure difference(Sample a, Sample b) {
        for (Sample sample : List.of(a, b)) {
            if (sample.mean() instanceof Figure.Undefined undefined) {
                return undefined;
            }
        }
        return new Figure.Defined(a.mean().orElseThrow() - b.mean().orElseThrow());
    }

    /**
     * Returns how far the interval of the difference reaches to either side of it.
     *
     * @param confidence how sure the interval is to be
     * @return 0 or more; not defined where the test is not
     */
    public Figure margin(Confidence confidence) {
        if (standardError instanceof Figure.Undefined undefined) {
            return undefined;
        }
        return new Figure.Defined(confidence.t(degreesOfFreedom.orElseThrow()) * standardError.orElseThrow());
    }
}
