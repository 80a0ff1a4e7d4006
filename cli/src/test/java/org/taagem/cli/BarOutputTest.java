package org.taagem.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BarOutputTest {
    @Test
    void accept_afterClose_showsNothing() {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        BarOutput output = new BarOutput(new PrintStream(shown, true, StandardCharsets.UTF_8));
        output.accept("one");
        output.accept("two");
        output.close();
        output.accept("three");
        output.close();
        assertEquals("\rone\rtwo" + System.lineSeparator(), shown.toString(StandardCharsets.UTF_8));
    }
}
