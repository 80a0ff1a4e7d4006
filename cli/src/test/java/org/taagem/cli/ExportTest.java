package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.report.StoredRun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code taagem convert} and {@code taagem export}. */
class ExportTest {
    private static final Path RESULTS = Path.of("../report/src/test/resources/org/taagem/report/legacy");

    private final Path folder;

    ExportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void convert_oneBadFile_isToldAndTheOthersAreConverted() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.pkl"), "cos\nsystem\n.");
        Path out = folder.resolve("out");

        CommandRun run = CommandRun.of(
                "convert",
                RESULTS.resolve("generation1.pkl").toString(),
                bad.toString(),
                RESULTS.resolve("generation2.pkl").toString(),
                "-o",
                out.toString());

        assertEquals(
                new CommandRun(
                        1,
                        "written  " + out.resolve("generation1") + "\nwritten  " + out.resolve("generation2") + "\n",
                        "taagem: '" + bad
                                + "' wants to use os.system of Python; expected plain data and numpy arrays, and"
                                + " nothing else is ever run\n"),
                run);
        assertEquals(
                StoredRun.read(RESULTS.resolve("generation2.pkl")).record(),
                StoredRun.read(out.resolve("generation2")).record());
    }

    @Test
    void convert_again_leavesWhatIsThere() {
        String[] arguments = {"convert", RESULTS.resolve("generation1.pkl").toString(), "-o", folder.toString()};
        assertEquals(0, CommandRun.of(arguments).exit());

        CommandRun again = CommandRun.of(arguments);

        assertEquals(1, again.exit());
        assertEquals("", again.out());
        assertTrue(again.err().endsWith("is there already; remove it, or name another folder with -o\n"), again.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkl", "csv", "parquet"})
    void export_everyFormat_writesAFile(String format) throws IOException {
        Path file = folder.resolve("run." + format);

        CommandRun run = CommandRun.of(
                "export", RESULTS.resolve("generation3.pkl").toString(), "--format", format, "-o", file.toString());

        assertEquals(new CommandRun(0, "written  " + file + "\n", ""), run);
        assertTrue(Files.size(file) > 500);
    }

    @Test
    void export_runOfOurs_isReadAsAResultOfTheOriginal() throws IOException {
        assertEquals(
                0,
                CommandRun.of(
                                "train",
                                "--lite",
                                "-o",
                                folder.resolve("runs").toString(),
                                "--set",
                                "num_epochs=2",
                                "--no-verbose")
                        .exit());
        Path run;
        try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
            run = runs.findFirst().orElseThrow();
        }
        Path file = folder.resolve("ours.pkl");

        assertEquals(
                0,
                CommandRun.of("export", run.toString(), "--format", "pkl", "-o", file.toString())
                        .exit());

        StoredRun before = StoredRun.read(run);
        StoredRun after = StoredRun.read(file);
        assertEquals(
                before.record().evaluations().size(),
                after.record().evaluations().size());
        assertEquals(before.losses().size(), after.losses().size());
        assertEquals(
                before.record().config().get("seed"), after.record().config().get("seed"));
        for (String metric : new String[] {"acc", "forgetting", "bwt", "average_accuracy", "first_task_forgetting"}) {
            assertEquals(figure(before, metric), figure(after, metric), metric);
        }
    }

    private static String figure(StoredRun run, String metric) {
        return run.record().summary().figures().entrySet().stream()
                .filter(entry -> entry.getKey().key().equals(metric))
                .map(entry -> entry.getValue().toString())
                .findFirst()
                .orElse("none");
    }

    @Test
    void export_otherFormat_isBadUsage() {
        assertEquals(
                new CommandRun(2, "", "taagem: --format is 'xml'; expected one of pkl, csv, parquet\n"),
                CommandRun.of("export", "run", "--format", "xml"));
        assertFalse(Files.exists(Path.of("run.xml")));
    }
}
