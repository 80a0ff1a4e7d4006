package org.taagem.report.stats;

import java.util.Collections;
import java.util.List;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.taagem.metrics.Figure;

/**
 * Values of one quantity, one of each of several independent runs. docs/statistics.md has the formulas and their sources.
 *
 * @param values the values, finite
 */
public record Sample(List<Double> values) {
    /** Rounding alone makes equal numbers differ by so much of their size. */
    private static final double ROUNDING = 1e-12;

    /** Checks the values. */
    public Sample {
        values = List.copyOf(values);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a value is " + value + "; expected finite numbers");
            }
        }
    }

    /**
     * Returns how many values there are.
     *
     * @return 0 or more
     */
    public int size() {
        return values.size();
    }

    /**
     * Returns the arithmetic mean.
     *
     * @return the mean; not defined without a value
     */
    public Figure mean() {
        return size() == 0
                ? new Figure.Undefined("there is no value")
                : new Figure.Defined(Mean.of(array()).getAsDouble());
    }

    /**
     * Returns the standard deviation of a sample, with n - 1.
     *
     * @return 0 or more; not defined for fewer than two values
     */
    public Figure standardDeviation() {
        if (size() < 2) {
            return new Figure.Undefined(size() == 0 ? "there is no value" : "one value has no spread");
        }
        return new Figure.Defined(
                isConstant() ? 0 : StandardDeviation.of(array()).getAsDouble());
    }

    /**
     * Returns how far the t interval of the mean reaches to either side of it: t s / sqrt(n), with n - 1 degrees of freedom.
     *
     * @param confidence how sure the interval is to be
     * @return above 0; not defined for fewer than two values, or if all are equal, for then nothing is known of their spread
     */
    public Figure margin(Confidence confidence) {
        if (standardDeviation() instanceof Figure.Undefined undefined) {
            return undefined;
        }
        return isConstant()
                ? new Figure.Undefined("all " + size() + " values are equal")
                : new Figure.Defined(confidence.t(size() - 1) * standardError());
    }

    /** Returns s / sqrt(n); there must be two values. */
    double standardError() {
        return standardDeviation().orElseThrow() / Math.sqrt(size());
    }

    /** Says whether all values are equal, but for what rounding may have done to them. */
    boolean isConstant() {
        return isConstant(largest());
    }

    /** Says so of values that were computed from others, which were as large as {@code size}. */
    boolean isConstant(double size) {
        return size() < 2 || Collections.max(values) - Collections.min(values) <= ROUNDING * size;
    }

    /** Returns the largest absolute value. */
    double largest() {
        return values.stream().mapToDouble(Math::abs).max().orElse(0);
    }

    double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
