package org.taagem.report.stats;

import java.math.BigDecimal;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How sure an interval or a test is to be.
 *
 * @param level share of all intervals so made that hold the true value, between 0 and 1
 */
public record Confidence(double level) {
    /** 99 %, for both intervals and tests. */
    public static final Confidence USUAL = new Confidence(0.99);

    /** Checks the range. */
    public Confidence {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("the confidence is " + level + "; expected more than 0 and less than 1");
        }
    }

    /**
     * Returns how many standard errors an interval reaches to either side.
     *
     * @param degreesOfFreedom those of the standard error, above 0
     * @return the quantile of Student's t distribution, above 0
     */
    double t(double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2);
    }

    /**
     * Says whether a test at this level rejects that there is no difference.
     *
     * @param p the test's p value, 0..1
     * @return whether it does
     */
    public boolean rejects(double p) {
        return BigDecimal.valueOf(p).compareTo(threshold()) < 0;
    }

    /** Returns what a p value must be below: 0.01 for 99 %, and not the next number that a double has. */
    BigDecimal threshold() {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(level));
    }

    /** Returns the level for people, such as {@code 99 %}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
