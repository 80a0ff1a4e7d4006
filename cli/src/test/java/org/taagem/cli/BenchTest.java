package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.RunStatus;
import org.taagem.report.RunRecordFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Benches of short runs on points of the plane, inside this process. */
class BenchTest {
    private static final String SPEC = """
            title: Points
            set: {dataset_name: 'points:300', num_tasks: 2, num_epochs: 2, hidden_dim: 8, kernel: plain}
            learners: {sgd: {}, er: {memory: ring}}
            streams: {mixed up: {task_type: permutation}, split: {task_type: class_split}}
            seeds: 1-2
            """;

    private final Path folder;
    private final Path out;
    private final Path spec;

    BenchTest(@TempDir Path folder) {
        this.folder = folder;
        out = folder.resolve("out");
        spec = folder.resolve("points.yaml");
    }

    private CommandRun bench(String yaml, String... options) throws IOException {
        Files.writeString(spec, yaml);
        List<String> arguments = new ArrayList<>(List.of("bench", spec.toString(), "-o", out.toString()));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private Path run(String cell, String name) throws IOException {
        return BatchRuns.in(out.resolve("runs").resolve(cell)).of(name);
    }

    @Test
    void bench_learnersAndStreams_runsAllAndWritesTables() throws IOException {
        CommandRun bench = bench(SPEC, "--jobs=3", "--markdown=" + folder.resolve("docs/results.md"));

        assertEquals("", bench.err());
        assertEquals(0, bench.exit(), bench::out);
        assertTrue(bench.out().contains("  runs         8 (4 x 2 seeds), 3 at once\n"), bench::out);
        assertTrue(bench.out().contains("Points: 8 of 8 runs finished\n"), bench::out);
        assertEquals(List.of("run.json"), Program.names(run("mixed-up/er", "permutation 2")));
        assertEquals(
                List.of(".batch.lock", "results.csv", "results.html", "results.md", "runs", "runs.csv", "sessions.csv"),
                Program.names(out));
        String text = Files.readString(out.resolve("results.md"));
        assertTrue(text.contains("- command: `taagem bench points.yaml`\n- runs: 8 of 8\n- seeds: 1, 2\n"), text);
        assertTrue(text.contains("\n## mixed up\n") && text.contains("\n## split\n"), text);
        assertEquals(text, Files.readString(folder.resolve("docs/results.md")));
        assertEquals(9, Files.readAllLines(out.resolve("runs.csv")).size());
    }

    @Test
    void bench_anyRun_hasTheNumbersOfTrain() throws IOException {
        bench(SPEC);
        Path alone = folder.resolve("alone");
        CommandRun.of(
                "train",
                "--dataset=points:300",
                "--set=num_tasks=2",
                "--set=num_epochs=2",
                "--set=hidden_dim=8",
                "--kernel=plain",
                "--strategy=er",
                "--set=memory=ring",
                "--task-type=class_split",
                "--seed=2",
                "-o",
                alone.toString());

        assertEquals(
                RunRecordFile.read(BatchRuns.in(alone).of("class_split 2")).summary(),
                RunRecordFile.read(run("split/er", "class_split 2")).summary());
    }

    @Test
    void bench_again_trainsNothingAndWritesTheSameTables() throws IOException {
        bench(SPEC);
        Path table = out.resolve("results.md");
        String before = Files.readString(table);
        Files.delete(table);

        CommandRun again = bench(SPEC);

        assertEquals(0, again.exit());
        assertTrue(again.out().contains("; 8 done before\n"), again::out);
        assertFalse(again.out().contains("done 8 of 8"), again::out);
        assertEquals(before, Files.readString(table));
    }

    @Test
    void bench_tablesOnly_runsNothingAndSaysWhatIsMissing() throws IOException {
        bench(SPEC);
        String sessions = Files.readString(out.resolve("sessions.csv"));

        CommandRun tables = bench(SPEC.replace("1-2", "1-3"), "--tables_only");

        assertEquals(0, tables.exit(), tables::err);
        assertTrue(tables.out().contains("Points: 8 of 12 runs finished\n  not finished: 4 runs\n"), tables::out);
        assertEquals(sessions, Files.readString(out.resolve("sessions.csv")));
        String text = Files.readString(out.resolve("results.md"));
        assertTrue(text.contains("- runs: 8 of 12\n- seeds: 1, 2, 3\n"), text);
        assertEquals(9, Files.readAllLines(out.resolve("runs.csv")).size());
    }

    @Test
    void bench_tablesOnlyOfRunsFromElsewhere_tellsNoMachineAndNoTime() throws IOException {
        bench(SPEC);
        Files.delete(out.resolve("sessions.csv"));

        assertEquals(0, bench(SPEC, "--tables_only").exit());
        assertEquals(0, bench(SPEC).exit(), "nothing is left to run");

        String text = Files.readString(out.resolve("results.md"));
        assertTrue(text.contains("- runs: 8 of 8\n"), text);
        assertFalse(text.contains("machine: ") || text.contains("total wall time"), text);
    }

    @Test
    void bench_moreSeedsAndLearners_runsOnlyWhatIsMissing() throws IOException {
        bench(SPEC);

        CommandRun more = bench(SPEC.replace("1-2", "2-3").replace("sgd: {}", "sgd: {}, ta-a-gem: {}"));

        assertEquals(0, more.exit());
        assertTrue(more.out().contains("  runs         12 (6 x 2 seeds)"), more::out);
        assertTrue(more.out().contains("; 4 done before\n"), more::out);
        assertTrue(more.out().contains("| sgd      | 2    |"), more::out);
    }

    @Test
    void bench_otherKeys_areRefused() throws IOException {
        bench(SPEC);

        CommandRun other = bench(SPEC.replace("hidden_dim: 8", "hidden_dim: 8, batch_size: 5"));

        assertEquals(2, other.exit());
        assertEquals(
                "taagem: '" + out.resolve("runs/mixed-up/sgd") + "' holds a run that is not of this bench, "
                        + run("mixed-up/sgd", "permutation 1").getFileName()
                        + ": batch_size is 10 there and 5 now; give the bench another --output_dir, or move that run away\n",
                other.err());
    }

    @Test
    void bench_oneLearnerDiverges_isListedAndTheOthersRun() throws IOException {
        CommandRun bench = bench(SPEC.replace("sgd: {}", "sgd: {learning_rate: 1.0e30}"));

        assertEquals(1, bench.exit());
        assertEquals("", bench.err());
        assertTrue(
                bench.out().contains("Points: 4 of 8 runs finished\n  diverged: sgd on mixed up, seed 1\n"),
                bench::out);
        assertTrue(bench.out().contains("sgd on mixed up, seed 1: the loss of batch "), bench::out);
        assertFalse(bench.out().contains("The same command again"), bench::out);
        assertTrue(Files.readString(out.resolve("results.md")).contains("- diverged: sgd on split, seed 2\n"));
        assertTrue(bench.out().contains("| sgd     | 0 of 2, 2 diverged | -"), bench::out);
        assertEquals(
                RunStatus.DIVERGED,
                RunRecordFile.read(run("split/sgd", "class_split 1")).status());
    }

    @Test
    void bench_againAfterARunDiverged_doesNotRunItAgain() throws IOException {
        String diverging = SPEC.replace("sgd: {}", "sgd: {learning_rate: 1.0e30}");
        bench(diverging);
        String before = Files.readString(out.resolve("results.md"));

        CommandRun again = bench(diverging);

        assertEquals(1, again.exit());
        assertTrue(again.out().contains("; 8 done before\n"), again::out);
        assertFalse(again.out().contains("the loss of batch"), again::out);
        assertEquals(before, Files.readString(out.resolve("results.md")));
    }

    @Test
    void bench_damagedRecord_saysWhatToDo() throws IOException {
        bench(SPEC);
        Path run = run("mixed-up/sgd", "permutation 1");
        Files.writeString(run.resolve(RunRecordFile.NAME), "{");

        CommandRun again = bench(SPEC);

        assertEquals(1, again.exit());
        assertTrue(
                again.err().endsWith("; move the folder '" + run + "' away, and the run is made again\n"), again::err);
    }

    @Test
    void bench_damagedSessions_saysWhatToDo() throws IOException {
        bench(SPEC);
        Path sessions = out.resolve("sessions.csv");
        Files.writeString(sessions, "garbage\n", StandardOpenOption.APPEND);

        CommandRun again = bench(SPEC);

        assertEquals(1, again.exit());
        assertTrue(again.err().startsWith("taagem: '" + sessions + "' is damaged: "), again::err);
        assertTrue(again.err().endsWith("; remove it, and only the total time is lost\n"), again::err);
    }

    @Test
    void bench_somethingVaried_drawsItsCurves() throws IOException {
        CommandRun bench = bench("""
                set: {dataset_name: 'points:300', num_tasks: 2, num_epochs: 1, hidden_dim: 8, kernel: plain}
                learners: {er: {}}
                streams: {split: {task_type: class_split}}
                vary: {memory_size_q: [1, 5]}
                seeds: 1-2
                """);

        assertEquals(0, bench.exit(), bench::err);
        assertEquals(List.of("acc-split.png", "acc-split.svg"), Program.names(out.resolve("results")));
        assertTrue(bench.out().contains("| memory_size_q | er"), bench::out);
        assertTrue(Files.readString(out.resolve("results.md")).startsWith("# points\n"));
    }

    @Test
    void bench_noSuchFile_isRefused() {
        CommandRun bench = CommandRun.of("bench", folder.resolve("none.yaml").toString());
        assertEquals(1, bench.exit());
        assertEquals(
                "taagem: cannot read '" + folder.resolve("none.yaml") + "': no such file or folder; check SPEC\n",
                bench.err());
    }

    @Test
    void bench_wrongJobs_isRefused() throws IOException {
        assertEquals(new CommandRun(2, "", "taagem: --jobs is 0; expected 1 to 1000\n"), bench(SPEC, "--jobs=0"));
    }
}
