package org.taagem.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Runs the examples and reads what they print, which is the same everywhere. */
class ExamplesTest {
    @Test
    void streamLearning_printsThatThePastIsKept() {
        assertEquals(
                List.of(
                        "after 1000 batches: accuracy here 0.99, where it began 0.99; without a memory 1.00 and 0.99",
                        "after 2000 batches: accuracy here 0.98, where it began 0.98; without a memory 0.98 and 0.14"),
                linesOf(() -> StreamLearning.main()));
    }

    @Test
    void firstStream_printsThatThePastIsKept() {
        assertEquals(List.of("992 of 1000 right where the stream began"), linesOf(() -> FirstStream.main()));
    }

    /** README shows the program as it is here, below its package and imports. */
    @Test
    void readme_showsFirstStream() throws IOException {
        String program = Files.readString(Path.of("src/main/java/org/taagem/examples/FirstStream.java"));
        String shown = program.substring(program.indexOf("/**"));
        assertTrue(Files.readString(Path.of("../README.md")).contains("```java\n" + shown + "```\n"), shown);
    }

    @Test
    void runExperiment_printsARowForEveryTask() {
        assertEquals(
                List.of(
                        "permutation 0: accuracy 0.869, on the first task 0.869",
                        "permutation 1: accuracy 0.857, on the first task 0.871",
                        "permutation 2: accuracy 0.870, on the first task 0.860",
                        "ACC 0.852, forgetting 0.021"),
                linesOf(() -> RunExperiment.main()));
    }

    private static List<String> linesOf(Runnable program) {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream replaced = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(replaced);
            program.run();
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
