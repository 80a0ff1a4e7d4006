package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.RunStatus;
import org.taagem.report.RunLock;
import org.taagem.report.RunRecordFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Batches of short runs on points of the plane, which each seed draws anew, inside this process. */
class BatchTest {
    private static final List<String> SMALL =
            List.of("--set=num_tasks=2", "--set=num_epochs=2", "--set=hidden_dim=8", "--kernel=plain");
    private static final String ROTATION = "task_type is rotation";

    private final Path output;
    private final Path folder;

    BatchTest(@TempDir Path output) {
        this.output = output;
        folder = output.resolve("night");
    }

    private static CommandRun run(String command, Object... options) {
        List<String> arguments = new ArrayList<>(List.of(command));
        for (Object option : options) {
            arguments.add(option.toString());
        }
        arguments.addAll(SMALL);
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private CommandRun batch(String types, Object... options) {
        List<Object> all = new ArrayList<>(List.of("points:300", "night", "--output-dir=" + output));
        all.add("--task-type=" + types);
        all.addAll(List.of(options));
        return run("batch", all.toArray());
    }

    private static Instant startedAt(Path run) throws IOException {
        return RunRecordFile.read(run).environment().startedAt();
    }

    @Test
    void batch_twoTypesTwoSeeds_leavesFourRunsAndATable() throws IOException {
        CommandRun batch = batch("permutation,class-split", "--runs=2", "--jobs=3");

        assertEquals("", batch.err());
        assertEquals(0, batch.exit());
        assertEquals(
                List.of("class_split 1", "class_split 2", "permutation 1", "permutation 2"),
                List.copyOf(BatchRuns.in(folder).names()));
        for (Path run : BatchRuns.in(folder).byName().values()) {
            assertEquals(
                    List.of("batch_losses.csv", "memory.taagem", "model.taagem", "report.html", "run.json"),
                    Program.names(run));
            assertEquals(RunStatus.FINISHED, RunRecordFile.read(run).status());
        }
        List<String> lines = batch.out().lines().toList();
        String run = "(permutation|class_split), seed [12]: ACC \\d\\.\\d{3}, \\d+\\.\\d s";
        for (String start : List.of("done 1 of 4: ", "done 2 of 4: ", "done 3 of 4: ", "done 4 of 4: ")) {
            assertEquals(
                    1, lines.stream().filter(line -> line.matches(start + run)).count(), batch::out);
        }
        assertTrue(lines.contains("night: 4 of 4 runs finished"), batch::out);
        assertTrue(lines.contains("  task_type                    permutation, class_split"), batch::out);
        assertTrue(lines.contains("  classes_per_task             auto (class_split)"), batch::out);
        assertTrue(lines.contains("  runs         4 (2 task types, 2 seeds), 3 at once"), batch::out);
        assertEquals(5, Files.readAllLines(folder.resolve("batch.csv")).size());
        List<String> table = Files.readAllLines(folder.resolve("batch.md"));
        assertTrue(table.get(4).startsWith("| permutation | 2    | 0."), () -> "not the table: " + table);
    }

    @Test
    void batch_anyRun_hasTheBitsOfTrain() throws IOException {
        batch("permutation", "--seed=7", "--runs=2", "--jobs=2", "--strategy=er");
        Path moved = Files.move(folder, output.resolve("moved"));

        run("train", "--dataset=points:300", "--task-type=permutation", "--seed=8", "--strategy=er", "-o", folder);

        Path alone = BatchRuns.in(folder).of("permutation 8");
        Path inBatch = BatchRuns.in(moved).of("permutation 8");
        assertEquals(
                RunRecordFile.read(alone).config(), RunRecordFile.read(inBatch).config());
        assertEquals(Outcome.of(alone), Outcome.of(inBatch));
        assertArrayEquals(
                Files.readAllBytes(alone.resolve(SavedModel.NAME)),
                Files.readAllBytes(inBatch.resolve(SavedModel.NAME)));
        assertNotEquals(Outcome.of(alone), Outcome.of(BatchRuns.in(moved).of("permutation 7")));
    }

    @Test
    void batch_oneTypeDoesNotFit_isListedAndTheOthersRun() throws IOException {
        CommandRun batch = batch("rotation,permutation", "--runs=1");

        assertEquals("", batch.err());
        assertEquals(1, batch.exit());
        assertEquals(List.of("permutation 1"), List.copyOf(BatchRuns.in(folder).names()));
        List<String> lines = batch.out().lines().toList();
        assertTrue(lines.contains("night: 1 of 2 runs finished, 1 failed"), batch::out);
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("  failed: rotation, seed 1: " + ROTATION)),
                batch::out);
        List<String> rows = Files.readAllLines(folder.resolve("batch.csv"));
        assertTrue(rows.get(1).matches("rotation,1,failed,+\"" + ROTATION + ".*"), () -> "" + rows);
        assertTrue(Files.readString(folder.resolve("batch.md")).contains("failed: rotation, seed 1: "));
    }

    @Test
    void batch_runDiverges_isListedAndKeepsItsRecord() throws IOException {
        CommandRun batch = batch("permutation", "--runs=1", "--set=learning_rate=1e30");

        assertEquals(1, batch.exit());
        assertTrue(batch.out().contains("failed 1 of 1: permutation, seed 1: the loss of batch "), batch::out);
        assertTrue(batch.out().contains("night: 0 of 1 runs finished, 1 failed\n  diverged: permutation"), batch::out);
        assertEquals(
                RunStatus.DIVERGED,
                RunRecordFile.read(BatchRuns.in(folder).of("permutation 1")).status());

        CommandRun again = batch("permutation", "--runs=1", "--set=learning_rate=1e30");

        assertEquals(1, again.exit());
        assertTrue(again.out().contains("; 1 done before\n"), again::out);
        assertTrue(
                again.out().contains("  diverged: permutation, seed 1: it diverged before, and would again\n"),
                again::out);
    }

    @Test
    void batch_again_runsOnlyWhatIsMissing() throws IOException {
        batch("permutation,class_split", "--runs=2");
        BatchRuns before = BatchRuns.in(folder);
        Outcome lost = Outcome.of(before.of("permutation 2"));
        Files.move(before.of("permutation 2"), output.resolve("elsewhere"));

        CommandRun again = batch("class_split,permutation", "--runs=2");

        assertEquals(0, again.exit());
        assertTrue(again.out().contains("; 3 done before\n"), again::out);
        assertTrue(again.out().contains("done 4 of 4: permutation, seed 2: "), again::out);
        BatchRuns after = BatchRuns.in(folder);
        assertEquals(before.names(), after.names());
        assertEquals(lost, Outcome.of(after.of("permutation 2")));
        for (String kept : List.of("permutation 1", "class_split 1", "class_split 2")) {
            assertEquals(startedAt(before.of(kept)), startedAt(after.of(kept)));
        }
    }

    @Test
    void batch_moreRunsOfTheSameName_addsThemAndTellsAll() throws IOException {
        batch("permutation", "--runs=1");

        CommandRun more = batch("class_split", "--runs=1");

        assertTrue(more.out().contains("night: 2 of 2 runs finished"), more::out);
        assertTrue(more.out().contains("| permutation | 1    | 0."), more::out);
        assertEquals(3, Files.readAllLines(folder.resolve("batch.csv")).size());
    }

    @Test
    void batch_runCutOffBeforeItsFirstCheckpoint_isBegunAnewInItsFolder() throws IOException {
        batch("permutation", "--runs=1");
        Path run = BatchRuns.in(folder).of("permutation 1");
        Outcome outcome = Outcome.of(run);
        Path file = run.resolve(RunRecordFile.NAME);
        Files.writeString(file, Files.readString(file).replace("\"finished\"", "\"running\""));

        CommandRun again = batch("permutation", "--runs=1");

        assertEquals(0, again.exit());
        assertTrue(again.out().contains("; 1 cut off before, to go on\n"), again::out);
        assertTrue(
                again.out()
                        .contains("warning: permutation, seed 1: there is no checkpoint in '" + run
                                + "'; the run begins anew\n"),
                again::out);
        assertTrue(again.out().contains("done 1 of 1: permutation, seed 1: "), again::out);
        assertEquals(RunStatus.FINISHED, RunRecordFile.read(run).status());
        assertEquals(outcome, Outcome.of(BatchRuns.in(folder).of("permutation 1")));
    }

    @Test
    void batch_runGoingOnElsewhere_isLeftAlone() throws IOException {
        batch("permutation", "--runs=1");
        Path run = BatchRuns.in(folder).of("permutation 1");
        Path file = run.resolve(RunRecordFile.NAME);
        Files.writeString(file, Files.readString(file).replace("\"finished\"", "\"running\""));

        RunLock lock = RunLock.take(run);
        CommandRun again = batch("permutation", "--runs=1");
        lock.close();

        assertEquals(1, again.exit());
        assertTrue(
                again.out()
                        .contains("failed 1 of 1: permutation, seed 1: the run in '" + run + "' is going on, in this"
                                + " process or another; "),
                again::out);
        assertEquals(RunStatus.RUNNING, RunRecordFile.read(run).status());
    }

    @Test
    void batch_runOfAnotherConfigurationInTheFolder_isRefused() throws IOException {
        batch("permutation", "--runs=1");
        List<String> before = Program.names(folder);

        CommandRun other = batch("permutation", "--runs=2", "--set=batch_size=5");

        assertEquals(
                new CommandRun(
                        2,
                        "",
                        "taagem: '" + folder + "' holds a run that is not of this batch, "
                                + BatchRuns.in(folder).of("permutation 1").getFileName()
                                + ": batch_size is 10 there and 5 now; give the batch another NAME, or move that run"
                                + " away\n"),
                other);
        assertEquals(before, Program.names(folder));
    }

    @Test
    void batch_keysWithoutEffectOnNumbers_mayChange() {
        batch("permutation", "--runs=1");

        CommandRun other = batch("permutation", "--runs=1", "--no-verbose");

        assertEquals(0, other.exit());
        assertTrue(other.out().contains("; 1 done before\n"), other::out);
    }

    @Test
    void batch_runOfOtherDataInTheFolder_isRefused() throws IOException {
        Path table = Files.write(output.resolve("a.csv"), DriftingStream.lines(400, 0, 2, 1));
        Object[] options = {"csv:" + table, "night", "-o", output, "--task-type=permutation", "--runs=1"};
        assertEquals(0, run("batch", options).exit());
        String run = BatchRuns.in(folder).of("permutation 1").getFileName().toString();
        Files.write(table, DriftingStream.lines(400, 0, 2, 2));

        CommandRun other = run("batch", options);

        assertEquals(2, other.exit());
        assertEquals("", other.out());
        assertEquals(
                "taagem: '" + folder + "' holds a run that is not of this batch, " + run
                        + ": the SHA-256 of " + table
                        + " is X there and X now; give the batch another NAME, or move that run"
                        + " away\n",
                other.err().replaceAll("[0-9a-f]{64}", "X"));
    }

    @Test
    void batch_twoAtOnce_theSecondIsRefused() throws IOException {
        BatchLock lock = BatchLock.take(folder, "NAME");
        CommandRun second = batch("permutation", "--runs=1");
        lock.close();

        assertEquals(
                new CommandRun(
                        1,
                        "",
                        "taagem: another batch or bench is at work in '" + folder
                                + "'; wait until it has ended, or give this one another NAME\n"),
                second);
        assertEquals(0, batch("permutation", "--runs=1").exit());
    }
}
