package org.taagem.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConsoleTest {
    private static final String FIRST_BLOCK = """

            After task 1 of 2, permutation 0:
              accuracy    0.900   (tasks seen so far)
              average     0.900
              memory      5 samples (0:3 7:2)
              projected   12.5 % of the gradients so far
              time        1.0 s training, 0.3 s evaluation
            """;
    private static final String SECOND_BLOCK = """

            After task 2 of 2, permutation 1:
              accuracy    0.750 0.850   (tasks seen so far)
              average     0.800
              memory      0 samples
              projected   100.0 % of the gradients so far
              time        60.0 s training, 0.5 s evaluation
            """;

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);
    private final ByteArrayOutputStream bar = new ByteArrayOutputStream();

    @Test
    void plain_wholeRun_isALinePerTask() {
        show(new PlainConsole(out, Events.STREAM));
        assertEquals("""
                task 1/2  accuracy 0.900  average 0.900  memory 5 samples (0:3 7:2)  projected 12.5 %  1.0 s training
                task 2/2  accuracy 0.750 0.850  average 0.800  memory 0 samples  projected 100.0 %  60.0 s training
                """, text.toString());
    }

    @Test
    void loss_wholeRun_tellsEvery50thBatchEveryEpochAndEveryTask() {
        show(new LossConsole(out, Events.STREAM));
        assertEquals("""
                  task 1  epoch  1  batch  50/100  loss 2.2500
                  task 1  epoch  1  batch 100/100  loss 0.1235
                  task 1  epoch  1  loss 1.2346  accuracy 0.900
                """ + FIRST_BLOCK + """

                  task 2  epoch  2  batch  50/100  loss 12.5000
                  task 2  epoch  2  loss 0.5000  accuracy 0.800
                """ + SECOND_BLOCK, text.toString());
    }

    @Test
    void bar_wholeRun_showsABarPerTaskAndABlockAfterIt() {
        show(new BarConsole(out, terminal(), Events.STREAM));
        assertEquals(FIRST_BLOCK + SECOND_BLOCK, text.toString());
        List<String> lines = barLines();
        assertEquals(2, lines.size(), () -> "bars that stay: " + lines);
        // a bar is the shorter the more digits the speed has
        assertTrue(
                lines.get(0).matches("task 1/2  epoch 1/2  accuracy 0.900  #{3,4}-{3,5}  50 %.*"), () -> lines.get(0));
        assertTrue(lines.get(1).matches("task 2/2  epoch 2/2  accuracy 0.800  #{6,9} 100 %.*"), () -> lines.get(1));
    }

    @Test
    void bar_closedInMidRun_endsItsLine() {
        BarConsole console = new BarConsole(out, terminal(), Events.STREAM);
        Events.FIRST_HALF.subList(0, 3).forEach(console::on);
        console.close();
        console.close();
        assertEquals("", text.toString());
        List<String> lines = barLines();
        assertEquals(1, lines.size(), () -> "bars that stay: " + lines);
        assertTrue(lines.get(0).startsWith("task 1/2  epoch 1/2  "), () -> lines.get(0));
        assertTrue(bar.toString(StandardCharsets.UTF_8).endsWith("\n"));
    }

    /** What a terminal shows in the end: of each line what came after its last carriage return. */
    private List<String> barLines() {
        return Arrays.stream(bar.toString(StandardCharsets.UTF_8).split("\n", -1))
                .map(line -> line.substring(line.lastIndexOf('\r') + 1))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private Terminal terminal() {
        return new Terminal(true, false, new PrintStream(bar, true, StandardCharsets.UTF_8));
    }

    private void show(Console console) {
        assertFalse(text.toString().contains("task"));
        Events.FIRST_HALF.forEach(console::on);
        Events.SECOND_HALF.forEach(console::on);
        console.close();
        out.flush();
    }
}
