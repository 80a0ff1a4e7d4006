package org.taagem.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.taagem.experiment.RunEvent.BatchTrained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BatchConsoleTest {
    private static final BatchSlot ONE = new BatchSlot("rotation", 1);
    private static final BatchSlot TWO = new BatchSlot("class_split", 1);

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);
    private final ByteArrayOutputStream live = new ByteArrayOutputStream();

    private static BatchTrained step(long step) {
        return new BatchTrained(step, 0, 1, 1, 1, 0.5, 0.1);
    }

    @Test
    void ended_everyKind_isALine() {
        try (BatchConsole console = new BatchConsole(out, Optional.empty(), BatchLoad.even(5, 2))) {
            console.on(ONE, step(50), 100);
            console.ended(new BatchResult.Finished(ONE, Path.of("x"), BatchTableTest.record(0.9, 0.6521, 21.04)));
            console.ended(new BatchResult.Failed(TWO, "no room", false));
            console.ended(new BatchResult.Stopped(new BatchSlot("rotation", 2), true));
        }
        assertEquals("""
                done 3 of 5: rotation, seed 1: ACC 0.652, 21.0 s
                failed 4 of 5: class_split, seed 1: no room
                interrupted: rotation, seed 2
                """, text.toString());
    }

    @Test
    void on_terminal_showsAllThatGoOnInOneLineAndClearsIt() throws InterruptedException {
        Terminal terminal = new Terminal(true, true, new PrintStream(live, true, StandardCharsets.UTF_8));
        try (BatchConsole console = new BatchConsole(out, Optional.of(terminal), BatchLoad.even(4, 1))) {
            console.on(ONE, step(50), 100);
            Thread.sleep(250);
            console.on(TWO, step(10), 100);
            Pattern line =
                    Pattern.compile("\r1 of 4 done, 0:00:0\\d left; rotation, seed 1 50 %; class_split, seed 1 10 % *");
            assertTrue(line.matcher(shown()).matches(), this::shown);
            assertEquals(80, shown().length());
            console.ended(new BatchResult.Failed(TWO, "no room", false));
            assertTrue(shown().endsWith("\r" + " ".repeat(79) + "\r"), this::shown);
        }
        assertEquals("failed 2 of 4: class_split, seed 1: no room\n", text.toString());
    }

    private String shown() {
        return live.toString(StandardCharsets.UTF_8);
    }
}
