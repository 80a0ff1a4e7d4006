package org.taagem.report;

import java.util.regex.Pattern;

/** Texts that came from a file, made so that a terminal shows them and does nothing else. */
public final class HarmlessText {
    /**
     * Control characters, of which terminals obey those from U+0080 to U+009F too; what ends a line in Unicode; and what
     * turns the direction of writing, so that a text looks like another.
     */
    private static final Pattern OBEYED =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

    private HarmlessText() {}

    /**
     * Returns a text that neither ends a line nor steers a terminal, wherever it came from.
     *
     * @param text any text
     * @return it, with {@code ?} for every character that is more than a sign
     */
    public static String of(String text) {
        return OBEYED.matcher(text).replaceAll("?");
    }
}
