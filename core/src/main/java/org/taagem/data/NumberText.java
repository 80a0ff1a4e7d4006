package org.taagem.data;

import java.util.Locale;
import java.util.Set;

/** Tells numbers from other texts. Java's own parser would also take {@code 0x1p3} and {@code 1d}, and is slow to refuse. */
public final class NumberText {
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    private NumberText() {}

    /**
     * Says whether a text is meant as a number, if only as one that is not finite.
     *
     * @param text the text, without blanks around it
     * @return whether it is a decimal number, {@code NaN}, {@code inf} or {@code Infinity}
     */
    public static boolean isNumber(String text) {
        return isDecimal(text)
                || (text.length() <= 9
                        && NOT_FINITE.contains(
                                text.substring(afterSign(text, 0)).toLowerCase(Locale.ROOT)));
    }

    /** Says whether a text is a decimal number, such as {@code 5}, {@code -.5} or {@code 1.5e-3}. */
    static boolean isDecimal(String text) {
        int start = afterSign(text, 0);
        int point = afterDigits(text, start);
        int end = point < text.length() && text.charAt(point) == '.' ? afterDigits(text, point + 1) : point;
        boolean hasDigit = point > start || end > point + 1;
        if (!hasDigit || end == text.length()) {
            return hasDigit;
        }
        int exponent = afterSign(text, end + 1);
        return (text.charAt(end) == 'e' || text.charAt(end) == 'E')
                && exponent < text.length()
                && afterDigits(text, exponent) == text.length();
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
