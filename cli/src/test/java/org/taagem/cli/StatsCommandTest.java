package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.experiment.RunStatus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StatsCommandTest {
    private static final String HELP = """
            Usage: taagem stats [-hV] [--no_verbose] [--confidence=LEVEL] [-i=DIR] [-n=N]
                                [-o=DIR]
            Tells mean, standard deviation and t interval of the newest finished runs of a
            folder, for each task type, strategy and configuration.
              -n, --runs=N             how many runs at most, the newest (default: 15)
              -i, --input_dir=DIR      the folder that the runs are in, or in a folder of
                                         it (default: test_results)
              -o, --output_dir=DIR     write the tables to this folder, in Markdown and CSV
                                         (default: none)
                  --confidence=LEVEL   how sure the intervals are to be, between 0 and 1
                                         (default: 0.99)
                  --no_verbose         leave out the values of the single runs (default:
                                         false)
              -h, --help               Show this help message and exit.
              -V, --version            Print version information and exit.

            Options may be written with - or _ between their words. docs/statistics.md has
            the formulas.

            Exit codes: 0 all went well, 1 something failed, 2 bad usage.
            """;

    private final Path folder;

    StatsCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private CommandRun stats(String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "stats";
        all[1] = "--input_dir=" + folder;
        System.arraycopy(options, 0, all, 2, options.length);
        return CommandRun.of(all);
    }

    @Test
    void help_ofStats_saysWhatEveryOptionDoesAndItsDefault() {
        assertEquals(new CommandRun(0, HELP, ""), CommandRun.of("stats", "-h"));
    }

    @Test
    void stats_twoRuns_tellsTheirMeanAndTheirValues() throws IOException {
        StoredRecords.write(folder.resolve("a"), 1, 0.75, RunStatus.FINISHED);
        StoredRecords.write(folder.resolve("b/c"), 2, 0.5, RunStatus.FINISHED);
        CommandRun run = stats();
        assertEquals(0, run.exit(), run::err);
        List<String> lines = run.out().lines().toList();
        assertEquals("## rotation, ta-a-gem: 2 runs of mnist, seeds 1, 2", lines.get(0));
        assertEquals("| ACC                   | 2    | 0.6250  | 0.1768 | -7.3321 to 8.5821 |", lines.get(4));
        assertTrue(lines.contains("acc = [0.75, 0.5]"), run::out);
    }

    @Test
    void stats_newestOnly_tellsHowManyAreOlder() throws IOException {
        StoredRecords.write(folder.resolve("a"), 1, 0.75, RunStatus.FINISHED);
        StoredRecords.write(folder.resolve("b"), 2, 0.5, RunStatus.FINISHED);
        StoredRecords.write(folder.resolve("c"), 3, 0.25, RunStatus.RUNNING);
        CommandRun run = stats("-n", "1", "--no-verbose");
        assertEquals(0, run.exit(), run::err);
        List<String> lines = run.out().lines().toList();
        assertEquals("## rotation, ta-a-gem: 1 run of mnist, seed 2", lines.get(0));
        assertEquals(
                List.of("not counted: " + folder.resolve("c") + ": running", "not looked at: 1 older than these (-n)"),
                lines.subList(lines.size() - 2, lines.size()));
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("acc = ")), run::out);
    }

    @Test
    void stats_outputFolder_tellsWhatWasWritten() throws IOException {
        StoredRecords.write(folder.resolve("a"), 1, 0.75, RunStatus.FINISHED);
        Path output = folder.resolve("output");
        CommandRun run = stats("-o", output.toString(), "--confidence", "0.95");
        assertEquals(0, run.exit(), run::err);
        for (String name : List.of("stats.md", "stats.csv", "stats_runs.csv")) {
            assertTrue(run.out().contains("  written  " + output.resolve(name) + System.lineSeparator()), run::out);
            assertTrue(Files.size(output.resolve(name)) > 0);
        }
        assertTrue(Files.readString(output.resolve("stats.md")).contains("| 95 % interval |"));
    }

    @Test
    void stats_emptyFolder_saysWhatIsExpected() {
        assertEquals(
                new CommandRun(
                        1,
                        "",
                        "taagem: no run is in '" + folder
                                + "'; expected folders with a run.json, as 'taagem train' leaves them\n"),
                stats());
    }

    @Test
    void stats_noFinishedRun_saysWhatThereIs() throws IOException {
        StoredRecords.write(folder.resolve("a"), 1, 0.75, RunStatus.RUNNING);
        StoredRecords.write(folder.resolve("b"), 2, 0.75, RunStatus.INTERRUPTED);
        StoredRecords.write(folder.resolve("c"), 3, 0.75, RunStatus.RUNNING);
        Path bad = folder.resolve("d/run.json");
        Files.createDirectories(folder.resolve("d"));
        Files.writeString(bad, "[");
        assertEquals(
                new CommandRun(
                        1,
                        "",
                        "taagem: no finished run is in '" + folder + "': 1 interrupted, 2 running, 1 cannot be read: '"
                                + bad + "' is not JSON: line 1, column 2: the file ends too early; it was cut off\n"),
                stats());
    }

    @Test
    void stats_noFolder_saysSo() {
        Path none = folder.resolve("none");
        assertEquals(
                new CommandRun(1, "", "taagem: cannot read '" + none + "': no such file or folder\n"),
                CommandRun.of("stats", "-i", none.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-n 0 | -n is 0; expected at least 1",
                "-n -3 | -n is -3; expected at least 1",
                "-n x | Invalid value for option '--runs': 'x' is not an int (taagem stats -h shows the options)",
                "--confidence 99 | --confidence is 99.0; expected more than 0 and less than 1, such as 0.99 for 99 %",
                "--confidence NaN | --confidence is NaN; expected more than 0 and less than 1, such as 0.99 for 99 %",
                "results | Unmatched argument at index 2: 'results' (taagem stats -h shows the options)"
            })
    void stats_wrongOption_isRefused(String options, String message) {
        assertEquals(
                new CommandRun(2, "", "taagem: " + message + System.lineSeparator()),
                stats(options.split(" ", -1)),
                () -> Arrays.toString(options.split(" ", -1)));
    }
}
