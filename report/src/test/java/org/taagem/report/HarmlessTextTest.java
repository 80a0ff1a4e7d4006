package org.taagem.report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HarmlessTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b", "\u0000", "\n", "\r", "\t", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029", "\u200f",
                "\u202e", "\u2067"
            })
    void of_whatATerminalObeys_isAQuestionMark(String obeyed) {
        assertEquals("a?b", HarmlessText.of("a" + obeyed + "b"));
    }

    @Test
    void of_signsOfAnyLanguage_areLeftAlone() {
        String text = "Größe 32 × 32 — 数字 عدد ✓ 😀 |*<b>`";
        assertEquals(text, HarmlessText.of(text));
    }
}
