package org.taagem.report.stats;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

import com.fasterxml.jackson.core.io.NumberOutput;
import org.taagem.metrics.Figure;

/** Numbers in tables and files. */
final class NumberText {
    /** What stands where there is no number. */
    static final String NONE = "-";

    private NumberText() {}

    /** Returns four decimals, which is more than a test set of 10,000 samples tells. */
    static String rounded(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.equals("-0.0000") ? "0.0000" : text;
    }

    static String rounded(Figure figure) {
        return of(figure, NumberText::rounded, NONE);
    }

    /** Returns the shortest digits that read back to the same number, the same on every version of Java. */
    static String exact(double value) {
        return NumberOutput.toString(value, true);
    }

    /** Returns these digits, or nothing where there is no number. */
    static String exact(Figure figure) {
        return of(figure, NumberText::exact, "");
    }

    /** Returns these digits, or nothing where the number is not known. */
    static String exact(OptionalDouble value) {
        return value.isPresent() ? exact(value.getAsDouble()) : "";
    }

    private static String of(Figure figure, DoubleFunction<String> text, String none) {
        return figure.toOptional().isPresent() ? text.apply(figure.orElseThrow()) : none;
    }

    /** Returns "1 run" or "2 runs". */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
