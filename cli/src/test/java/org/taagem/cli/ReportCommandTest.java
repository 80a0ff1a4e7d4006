package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.report.MemoryFile;
import org.taagem.report.RunRecordFile;
import org.taagem.report.html.RunReport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReportCommandTest {
    private final Path folder;

    ReportCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path train(String... settings) throws IOException {
        Stream<String> options = Stream.of("train", "--lite", "--no_verbose", "-o", folder.toString());
        Stream<String> quick = Stream.of("num_epochs=1", "hidden_dim=5").flatMap(key -> Stream.of("--set", key));
        Stream<String> other = Stream.of(settings).flatMap(key -> Stream.of("--set", key));
        CommandRun run = CommandRun.of(
                Stream.of(options, quick, other).flatMap(all -> all).toArray(String[]::new));
        assertEquals("", run.err());
        try (Stream<Path> runs = Files.list(folder)) {
            return runs.filter(Files::isDirectory).findAny().orElseThrow();
        }
    }

    @Test
    void report_ofARun_isTheOneThatItMadeItself() throws IOException {
        Path run = train();
        byte[] own = Files.readAllBytes(run.resolve(RunReport.NAME));
        Path page = folder.resolve("page.html");
        assertEquals(
                new CommandRun(0, "written  " + page + System.lineSeparator(), ""),
                CommandRun.of("report", run.toString(), "-o", page.toString()));
        assertArrayEquals(own, Files.readAllBytes(page));

        Files.delete(run.resolve(RunReport.NAME));
        CommandRun again =
                CommandRun.of("report", run.resolve(RunRecordFile.NAME).toString());
        assertEquals("written  " + run.resolve(RunReport.NAME) + System.lineSeparator(), again.out());
        assertArrayEquals(own, Files.readAllBytes(run.resolve(RunReport.NAME)));
    }

    @Test
    void report_pictures_areDrawnOfEveryChartOnPaper() throws IOException {
        Path run = train();
        CommandRun drawn = CommandRun.of("report", run.toString(), "--format", "svg,png");
        assertEquals("", drawn.err());
        List<String> names = Program.names(run.resolve("figures"));
        assertEquals(20, names.size(), names::toString);
        assertEquals(20, drawn.out().lines().count());
        assertTrue(names.containsAll(List.of("accuracy-matrix.png", "loss.svg")), names::toString);

        Path out = folder.resolve("out");
        CommandRun both = CommandRun.of("report", run.toString(), "--format", "html,svg", "-o", out.toString());
        assertEquals(11, both.out().lines().count());
        assertTrue(Files.exists(out.resolve(RunReport.NAME)));
    }

    @Test
    void train_reportNotWanted_makesNone() throws IOException {
        assertFalse(Files.exists(train("report=false").resolve(RunReport.NAME)));
    }

    @Test
    void report_damagedSamples_failsInALine() throws IOException {
        Path run = train("report=false");
        Files.writeString(run.resolve(MemoryFile.NAME), "nonsense");
        CommandRun failed = CommandRun.of("report", run.toString());
        assertEquals(
                new CommandRun(
                        1,
                        "",
                        "taagem: " + run.resolve(MemoryFile.NAME)
                                + ": is no state that taagem has written. Check the name" + System.lineSeparator()),
                failed);
    }

    @Test
    void report_folderIsMissing_failsInALine() throws IOException {
        Path page = folder.resolve("nowhere").resolve("page.html");
        CommandRun failed = CommandRun.of("report", train().toString(), "-o", page.toString());
        assertEquals(1, failed.exit());
        assertEquals(
                "taagem: cannot write '" + page + "': no such file or folder" + System.lineSeparator(), failed.err());
    }

    /** What is known of a run whose loss is no number any more is shown, too. */
    @Test
    void train_diverged_makesAReport() throws IOException {
        CommandRun run = CommandRun.of(
                "train",
                "--lite",
                "-o",
                folder.toString(),
                "--set",
                "num_epochs=1",
                "--set",
                "hidden_dim=5",
                "--set",
                "report=true",
                "--set",
                "learning_rate=1e30");
        assertEquals(1, run.exit());
        try (Stream<Path> runs = Files.list(folder)) {
            Path made = runs.findAny().orElseThrow();
            assertTrue(Files.readString(made.resolve(RunReport.NAME)).contains("This run diverged after 0 of 2 tasks"));
            assertTrue(MemoryFile.read(made).isPresent());
            assertEquals(
                    List.of("batch_losses.csv", "memory.taagem", "report.html", "run.json", "run.lock"),
                    Program.names(made));
        }
    }
}
