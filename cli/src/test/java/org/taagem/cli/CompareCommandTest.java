package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.RunStatus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CompareCommandTest {
    private static final String HELP = """
            Usage: taagem compare [-hV] [--confidence=LEVEL] [--mlflow_tracking_uri=URI]
                                  [-o=DIR] [--mlflow=EXPERIMENT...]... [DIR...]
            Compares the finished runs of several folders or MLflow experiments, or of one
            that holds several strategies or configurations: means side by side, and tests
            of every two for each task type.
                  [DIR...]             folders that the runs are in, or in folders of them,
                                         such as those of 'taagem batch'
                  --mlflow=EXPERIMENT...
                                       experiments whose runs are read back from an MLflow
                                         server; after all folders (default: none)
                  --mlflow_tracking_uri=URI
                                       the address of that server (default:
                                         MLFLOW_TRACKING_URI)
              -o, --output_dir=DIR     write the tables to this folder, in Markdown and
                                         CSV, and a page of curves, compare.html (default:
                                         none)
                  --confidence=LEVEL   how sure intervals and tests are to be, between 0
                                         and 1 (default: 0.99)
              -h, --help               Show this help message and exit.
              -V, --version            Print version information and exit.

            Options may be written with - or _ between their words. docs/statistics.md says
            which test is made when.

            Exit codes: 0 all went well, 1 something failed, 2 bad usage.
            """;

    private final Path folder;

    CompareCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path runs(String name, Map<String, Object> keys, double... accuracies) throws IOException {
        for (int i = 0; i < accuracies.length; i++) {
            Map<String, Object> all = new HashMap<>(keys);
            all.put("seed", i + 1L);
            StoredRecords.write(folder.resolve(name).resolve("run" + i), all, accuracies[i], RunStatus.FINISHED);
        }
        return folder.resolve(name);
    }

    private CommandRun compare(String... names) {
        return CommandRun.of(Stream.concat(
                        Stream.of("compare"),
                        Arrays.stream(names)
                                .map(name -> name.startsWith("-")
                                        ? name
                                        : folder.resolve(name).toString()))
                .toArray(String[]::new));
    }

    @Test
    void help_ofCompare_saysWhatEveryOptionDoesAndItsDefault() {
        assertEquals(new CommandRun(0, HELP, ""), CommandRun.of("compare", "-h"));
    }

    @Test
    void compare_twoFolders_standSideBySide() throws IOException {
        runs("first", Map.of(), 0.7, 0.8, 0.9);
        runs("second", Map.of("strategy", "sgd"), 0.6, 0.6, 0.6);
        StoredRecords.write(folder.resolve("second/going on"), 9, 0.5, RunStatus.RUNNING);
        CommandRun run = compare("first", "second");
        assertEquals(0, run.exit(), run::err);
        assertEquals("", run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("## rotation", lines.get(0));
        assertEquals(List.of("", "", "first", "second"), cells(lines.get(2)));
        assertEquals(List.of("", "strategy", "ta-a-gem", "sgd"), cells(lines.get(4)));
        assertTrue(run.out().contains("| paired |"), run::out);
        assertEquals("not counted: " + folder.resolve("second/going on") + ": running", lines.get(lines.size() - 1));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).limit(4).toList();
    }

    @Test
    void compare_oneFolderOfTwoStrategies_comparesThem() throws IOException {
        runs("all/a", Map.of(), 0.7, 0.8);
        runs("all/b", Map.of("strategy", "sgd"), 0.6, 0.65);
        CommandRun run = compare("all");
        assertEquals(0, run.exit(), run::err);
        assertTrue(run.out().contains("sgd - ta-a-gem"), run::out);
    }

    @Test
    void compare_foldersOfOneName_areToldApartByTheirPaths() throws IOException {
        runs("x/same", Map.of(), 0.7);
        runs("y/same", Map.of(), 0.6);
        CommandRun run = compare("x/same", "y/same");
        assertTrue(run.out().contains(folder.resolve("x/same") + " - " + folder.resolve("y/same")), run::out);
    }

    @Test
    void compare_outputFolder_tellsWhatWasWritten() throws IOException {
        runs("first", Map.of(), 0.7);
        CommandRun run = CommandRun.of(
                "compare",
                folder.resolve("first").toString(),
                "-o",
                folder.resolve("output").toString());
        assertEquals(0, run.exit(), run::err);
        for (String name : List.of("compare.md", "compare.csv", "compare_tests.csv", "compare.html")) {
            Path file = folder.resolve("output").resolve(name);
            assertTrue(run.out().contains("  written  " + file + System.lineSeparator()), run::out);
            assertTrue(Files.size(file) > 0);
        }
    }

    private void assertRefused(int exit, String message, CommandRun run) {
        assertEquals(new CommandRun(exit, "", "taagem: " + message + System.lineSeparator()), run);
    }

    @Test
    void compare_sameFolderTwice_isRefused() throws IOException {
        Path first = runs("first", Map.of(), 0.7);
        String again = first + "/../first";
        assertRefused(2, "'" + again + "' is given twice; give each folder once", compare("first", "first/../first"));
    }

    @Test
    void compare_folderInAnother_isRefused() throws IOException {
        Path run = runs("first", Map.of(), 0.7).resolve("run0");
        assertRefused(
                2,
                "'" + run + "' lies in '" + folder.resolve("first")
                        + "', so its runs would be compared with themselves; leave out one of the two",
                compare("first/run0", "first"));
    }

    @Test
    void compare_emptyFolder_isToldByName() throws IOException {
        runs("first", Map.of(), 0.7);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(
                1,
                "no run is in '" + empty + "'; expected folders with a run.json, as 'taagem train' leaves them",
                compare("first", "empty"));
    }

    @Test
    void compare_experimentsGivenWrongly_isBadUsage() {
        assertRefused(
                2,
                "--mlflow_tracking_uri is given, and no experiment; give --mlflow EXPERIMENT (taagem compare -h shows the"
                        + " options)",
                CommandRun.of("compare", "x", "--mlflow_tracking_uri=http://127.0.0.1:9"));
        assertRefused(
                2,
                "the experiment 'a' is given twice; give each experiment once",
                CommandRun.of("compare", "--mlflow", "a", "a", "--mlflow_tracking_uri=http://127.0.0.1:9"));
        assertRefused(
                2,
                "mlflow_tracking_uri is 'a'; expected the address of a server, such as http://127.0.0.1:5000, where one"
                        + " listens after 'mlflow server --port 5000'",
                CommandRun.of("compare", "--mlflow", "a", "--mlflow_tracking_uri=a"));
    }

    @Test
    void compare_serverAway_isToldInOneLine() {
        assertRefused(
                1,
                "the MLflow server at http://127.0.0.1:9 does not listen: is it running?",
                CommandRun.of("compare", "--mlflow", "a", "--mlflow_tracking_uri=http://127.0.0.1:9"));
    }

    @Test
    void compare_noFolder_isBadUsage() {
        assertRefused(
                2,
                "nothing to compare; give folders (DIR), or --mlflow EXPERIMENT (taagem compare -h shows the options)",
                compare());
        assertRefused(1, "cannot read '" + folder.resolve("none") + "': no such file or folder", compare("none"));
        assertRefused(
                2,
                "--confidence is 1.0; expected more than 0 and less than 1, such as 0.99 for 99 %",
                compare("x", "--confidence=1"));
    }
}
