package org.taagem.datasets;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void start_noTerminal_printsOnePlainLine() {
        use(Progress.on(out, false));

        assertEquals(String.format("Fetching%nUnpacking (2.5 MB)%nready%n"), bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void start_terminal_drawsABar() {
        use(Progress.on(out, true));

        String drawn = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(drawn.contains("Unpacking") && drawn.contains("100%"), drawn);
    }

    private static void use(Progress progress) {
        try (Progress.Step step = progress.start("Fetching", Progress.UNKNOWN)) {
            step.advance(0);
        }
        try (Progress.Step step = progress.start("Unpacking", 2_500_000)) {
            step.advance(2_500_000);
        }
        progress.note("ready");
    }
}
