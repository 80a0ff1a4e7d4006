package org.taagem.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.TaskResult;
import org.taagem.report.RunLock;
import org.taagem.report.StoredRun;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShowTest {
    private static final Path RESULTS = Path.of("../report/src/test/resources/org/taagem/report/legacy");
    private static final ShowScreen PLAIN = new ShowScreen(false, false);

    private final Path folder;

    ShowTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void show_resultOfThePythonOriginal_saysWhatIsThereAndWhatIsNot() throws IOException {
        String shown = String.join("\n", ShowText.of(StoredRun.read(RESULTS.resolve("generation1.pkl")), PLAIN)) + "\n";

        assertEquals("""
                ../report/src/test/resources/org/taagem/report/legacy/generation1.pkl
                  status                  finished
                  learner                 ta-a-gem, seed unknown
                  stream                  rotation of mnist: 3 tasks, 6 epochs, 24 steps
                  written                 2025-01-17T11:02:39.080268Z, took unknown
                  with                    taagem unknown (unknown), kernel unknown

                Figures
                  ACC                      0.330  mean accuracy over all tasks at the end
                  forgetting               0.275  best accuracy before the end minus the last
                  BWT                     -0.275  last accuracy minus that when learned
                  FWT                          -  not defined: the untrained network has not
                                          been tested
                  learning accuracy        0.513  mean accuracy when just learned
                  anytime accuracy         0.475  mean over time, of tasks seen so far
                  min-ACC                  0.355  mean of the lowest accuracies once learned
                  stability gap            0.935  worst dip after a task switch, as far as
                                          tested
                  memory efficiency            -  not defined: the number of training samples is
                                          not known
                  projection rate              -  not defined: the Python original did not count
                                          projections
                """, shown.substring(0, shown.indexOf("  average accuracy")));
        assertTrue(shown.contains("\n  memory                  35 samples\n"), shown);
        assertTrue(shown.contains("\n  num_epochs 2, batch_size 10, lite false, hidden_dim 200,"), shown);
        assertTrue(shown.contains("\nCurves, over 6 evaluations\n"), shown);
        shown.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void show_matrix_hasRowsOfFinishedTasksAndMarksWhatWasNotTested() throws IOException {
        List<String> lines = ShowText.of(StoredRun.read(RESULTS.resolve("generation1.pkl")), PLAIN);

        assertEquals(
                List.of(
                        "  after        1     2     3",
                        "  task 1   X.XXX     -     -",
                        "  task 2   X.XXX X.XXX     -",
                        "  task 3   X.XXX X.XXX X.XXX"),
                lines.subList(lines.size() - 4, lines.size()).stream()
                        .map(line -> line.replaceAll("\\d\\.\\d{3}", "X.XXX"))
                        .toList());
    }

    @Test
    void matrix_moreTasksThanFit_showsTheFirstAndTheLast() {
        List<TaskResult> results = IntStream.range(0, 12)
                .mapToObj(task -> new TaskResult(
                        task,
                        "task",
                        task + 1L,
                        Collections.nCopies(12, task / 100.0),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()))
                .toList();

        List<String> lines = MatrixText.lines(results, 12, PLAIN);

        assertEquals("  after        1     2     3     4     5   ...     8     9    10    11    12", lines.get(0));
        assertEquals("  task 2   0.010 0.010 0.010 0.010 0.010       0.010 0.010 0.010 0.010 0.010", lines.get(2));
        assertEquals("  ...", lines.get(6));
        assertTrue(lines.get(11).startsWith("  task 12  0.110"), lines.get(11));
        assertEquals(12, lines.size());
        lines.forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void show_runOfOurs_tellsItsSeedAndItsMemory() throws IOException {
        Path run = folder.resolve("a run");
        StoredRecords.write(run, 5, 0.75, RunStatus.FINISHED);

        CommandRun shown = CommandRun.of("show", run.toString());

        assertEquals("", shown.err());
        assertEquals(0, shown.exit());
        assertEquals(run.toString(), shown.out().lines().findFirst().orElse(""));
        assertTrue(shown.out().contains("  learner                 ta-a-gem, seed 5\n"), shown.out());
        assertTrue(shown.out().contains("  ACC                      0.750  mean accuracy"), shown.out());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void show_json_isTheWholeRecordWithItsFigures(int generation) throws IOException {
        String name = "generation" + generation + ".pkl";
        JsonNode expected = new ObjectMapper()
                .readTree(Files.readString(RESULTS.resolve("expected.json")))
                .path(name);

        CommandRun shown = CommandRun.of("show", RESULTS.resolve(name).toString(), "--json");

        assertEquals(0, shown.exit());
        assertEquals("", shown.err());
        JsonNode record = new ObjectMapper().readTree(shown.out());
        for (Map.Entry<String, JsonNode> figure : expected.properties()) {
            assertEquals(
                    figure.getValue().doubleValue(),
                    record.path("summary").path(figure.getKey()).doubleValue(),
                    1e-12,
                    figure.getKey());
        }
        assertEquals(6, record.path("evaluations").size());
        assertTrue(record.path("seed").isNull() && record.path("series").isEmpty());
        assertTrue(shown.out().chars().allMatch(c -> c < 128));
    }

    @Test
    void show_textsOfTheFile_doNotReachTheTerminalAsCommands() throws IOException {
        Path run = folder.resolve("run");
        StoredRecords.write(
                run, Map.of("seed", 1L, "schedule", "\u001b[31mred\u0007\u009b\u202e"), 0.5, RunStatus.FINISHED);

        List<String> lines = ShowText.of(StoredRun.read(run), PLAIN);

        assertTrue(lines.stream().anyMatch(line -> line.contains("schedule ?[31mred???")), lines.toString());
    }

    @Test
    void show_runThatSaysItIsRunning_tellsWhetherItIs() throws IOException {
        Path run = folder.resolve("run");
        StoredRecords.write(run, 1, 0.5, RunStatus.RUNNING);

        try (RunLock lock = RunLock.take(run)) {
            assertEquals("  status                  running", status(run));
            lock.remove();
        }
        assertEquals("  status                  cut off, for its process died; see 'taagem resume'", status(run));
    }

    private static String status(Path run) throws IOException {
        return ShowText.of(StoredRun.read(run), PLAIN).get(1);
    }

    @Test
    void show_nobodyToAsk_isBadUsage() {
        assertEquals(
                new CommandRun(
                        2,
                        "",
                        "taagem: no run given; expected a run's folder, its run.json, or a .pkl of the Python original"
                                + " (taagem show -h shows the options)\n"),
                CommandRun.of("show"));
    }

    @Test
    void show_noSuchRun_fails() {
        assertEquals(
                new CommandRun(1, "", "taagem: cannot read '/no/such/run.pkl': no such file or folder\n"),
                CommandRun.of("show", "/no/such/run.pkl"));
    }

    @Test
    void answer_atATerminal_isTheLineThatWasWritten() {
        StringWriter asked = new StringWriter();
        CommandLine command = TaagemCommand.commandLine().setErr(new PrintWriter(asked));

        assertEquals("my run", question(" my run \nmore\n").answer(command));

        assertEquals("Which run (a run's folder, its run.json, or a .pkl of the Python original)? ", asked.toString());
        assertThrows(ParameterException.class, () -> question("\n").answer(command));
        assertThrows(ParameterException.class, () -> question("").answer(command));
    }

    private static RunQuestion question(String input) {
        Properties terminal = new Properties();
        terminal.setProperty("taagem.input_terminal", "true");
        return new RunQuestion(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), terminal);
    }

    private static List<OptionalDouble> numbers(double... values) {
        return Arrays.stream(values).mapToObj(OptionalDouble::of).toList();
    }

    @Test
    void sparkline_shares_areAsHighAsTheyAreLarge() {
        Sparkline line = Sparkline.ofShares(numbers(0, 0.2, 0.5, 0.99, 1));
        assertEquals("_.=##", line.on(PLAIN, 10).replace('+', '='));
        assertEquals("▁▂▅██", line.on(new ShowScreen(true, false), 10));
        assertEquals("0.000 to 1.000", line.ends());
    }

    @Test
    void sparkline_moreValuesThanColumns_showsMeans() {
        assertEquals("▁█", Sparkline.ofNumbers(numbers(2, 2, 4, 4)).on(new ShowScreen(true, false), 2));
        assertEquals("", Sparkline.ofNumbers(List.of()).on(PLAIN, 5));
    }

    @Test
    void sparkline_diverged_saysSo() {
        assertEquals("#_?", Sparkline.ofNumbers(numbers(3, 1, Double.NaN)).on(PLAIN, 5));
        assertEquals(
                " -",
                Sparkline.ofNumbers(List.of(OptionalDouble.empty(), OptionalDouble.of(1)))
                        .on(PLAIN, 5)
                        .replace('=', '-'));
    }

    @Test
    void screen_noColourWanted_hasNone() {
        Terminal terminal = new Terminal(true, true, System.err);
        assertTrue(ShowScreen.of(terminal, Map.of()).colour());
        assertTrue(!ShowScreen.of(terminal, Map.of("NO_COLOR", "1")).colour());
        assertEquals(
                "\u001b[48;5;18;38;5;231m0.9\u001b[0m",
                ShowScreen.of(terminal, Map.of()).shaded("0.9", 0.9));
        assertEquals("0.9", PLAIN.shaded("0.9", 0.9));
    }
}
