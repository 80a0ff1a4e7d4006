package org.taagem.datasets.rows;

/** Reads numbers of tables. */
final class Numbers {
    private Numbers() {}

    /** Says whether a text is a number that {@link #parse} takes. */
    static boolean isNumber(String text) {
        return !Float.isNaN(parse(text));
    }

    /** Returns the number, or NaN if the text is none, infinite or too large for a float. */
    static float parse(String text) {
        String stripped = text.strip();
        // Java also takes 1f, 1d and 0x1p3, which nobody means
        if (stripped.isEmpty()
                || Character.isLetter(stripped.charAt(stripped.length() - 1))
                || hasHexDigits(stripped)) {
            return Float.NaN;
        }
        try {
            float value = Float.parseFloat(stripped);
            return Float.isInfinite(value) ? Float.NaN : value;
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    private static boolean hasHexDigits(String text) {
        return text.indexOf('x') >= 0 || text.indexOf('X') >= 0;
    }
}
