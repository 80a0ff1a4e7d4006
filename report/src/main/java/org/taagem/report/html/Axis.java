package org.taagem.report.html;

import java.util.OptionalDouble;

/**
 * An axis of numbers.
 *
 * @param name what is measured, with its unit
 * @param least where it begins; absent: as the numbers want it
 * @param most where it ends; absent: as the numbers want it
 * @param scale how numbers are spread along it
 */
public record Axis(String name, OptionalDouble least, OptionalDouble most, Scale scale) {
    /** How numbers are spread along an axis. */
    public enum Scale {
        /** Equal differences are equally long. */
        LINEAR,
        /** Equal ratios are equally long; all numbers must be above 0. */
        LOGARITHMIC
    }

    /**
     * Makes a linear axis.
     *
     * @param name what is measured, with its unit
     * @param least where it begins; absent: as the numbers want it
     * @param most where it ends; absent: as the numbers want it
     */
    public Axis(String name, OptionalDouble least, OptionalDouble most) {
        this(name, least, most, Scale.LINEAR);
    }

    /**
     * Makes an axis that is as long as its numbers want it.
     *
     * @param name what is measured, with its unit
     * @return the axis
     */
    public static Axis of(String name) {
        return new Axis(name, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * Makes an axis from 0 on.
     *
     * @param name what is counted
     * @return the axis
     */
    public static Axis fromZero(String name) {
        return new Axis(name, OptionalDouble.of(0), OptionalDouble.empty());
    }

    /**
     * Makes an axis of shares, 0 to 1.
     *
     * @param name what is measured
     * @return the axis
     */
    public static Axis share(String name) {
        return new Axis(name, OptionalDouble.of(0), OptionalDouble.of(1));
    }

    /**
     * Makes a logarithmic axis.
     *
     * @param name what is measured, with its unit
     * @param least where it begins, above 0
     * @param most where it ends, above that
     * @return the axis
     */
    public static Axis logarithmic(String name, double least, double most) {
        return new Axis(name, OptionalDouble.of(least), OptionalDouble.of(most), Scale.LOGARITHMIC);
    }
}
