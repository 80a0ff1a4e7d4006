package org.taagem.report.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.taagem.report.html.Axis.Scale;

/**
 * Round numbers along an axis: one, two or five times a power of ten apart; on a logarithmic one, those numbers themselves.
 *
 * @param least where the axis begins
 * @param most where it ends, above that
 * @param at the numbers, ascending, within the axis
 * @param scale how numbers are spread along the axis
 */
record Ticks(double least, double most, List<Double> at, Scale scale) {
    private static final double[] ROUND = {1, 2, 5, 10};

    Ticks {
        at = List.copyOf(at);
    }

    /** Makes a linear axis. */
    Ticks(double least, double most, List<Double> at) {
        this(least, most, at, Scale.LINEAR);
    }

    /** Makes a logarithmic axis that ends where it is told to, with as many round numbers as there are. */
    static Ticks logarithmic(double least, double most) {
        List<Double> at = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(least)); power <= Math.log10(most); power++) {
            for (int round : new int[] {1, 2, 5}) {
                double number =
                        BigDecimal.valueOf(round).scaleByPowerOfTen(power).doubleValue();
                if (number >= least && number <= most) {
                    at.add(number);
                }
            }
        }
        return new Ticks(least, most, at, Scale.LOGARITHMIC);
    }

    /** Returns where on the axis a number is: 0 where it begins, 1 where it ends. */
    double share(double value) {
        return scale == Scale.LOGARITHMIC
                ? Math.log(value / least) / Math.log(most / least)
                : (value - least) / (most - least);
    }

    /** Makes an axis that ends where it is told to. */
    static Ticks exactly(double least, double most, int wanted) {
        double from = least;
        double to = most > least ? most : least + 1;
        double step = step((to - from) / wanted);
        List<Double> at = new ArrayList<>();
        double slack = step * 1e-9;
        for (long k = (long) Math.ceil((from - slack) / step); k * step <= to + slack; k++) {
            at.add(rounded(k * step, step));
        }
        return new Ticks(from, to, at);
    }

    /** Makes an axis that begins and ends at round numbers. */
    static Ticks around(double least, double most, int wanted) {
        double to = most > least ? most : least + Math.max(Math.abs(least), 1e-3);
        double step = step((to - least) / wanted);
        double from = rounded(Math.floor(least / step + 1e-9) * step, step);
        return exactly(from, rounded(Math.ceil(to / step - 1e-9) * step, step), wanted);
    }

    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double round : ROUND) {
            if (round * power >= atLeast * (1 - 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /** Without the last digits that a product leaves, such as 0.30000000000000004. */
    private static double rounded(double value, double step) {
        int digits = (int) Math.max(0, 2 - Math.floor(Math.log10(step)));
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** Returns a number as it stands at the axis. */
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
