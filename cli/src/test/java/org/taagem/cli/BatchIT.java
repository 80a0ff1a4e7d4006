package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.cli.Program.Run;
import org.taagem.cli.Program.Started;
import org.taagem.experiment.RunStatus;
import org.taagem.report.RunRecordFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whole batches on the data that comes with taagem. */
class BatchIT {
    private static final Path NIGHT = Path.of("test_results", "night");

    private final Path folder;
    private final Path night;
    private final Program program;

    BatchIT(@TempDir Path folder) {
        this.folder = folder;
        night = folder.resolve(NIGHT);
        program = new Program(folder);
    }

    @Test
    void batch_lite_runsAllThreeTypesWithTheBitsOfTrain() throws Exception {
        Run batch = program.run("batch", "mnist", "night", "--lite", "--runs=2", "--set=num_epochs=1", "--jobs=2");
        assertEquals(List.of(), batch.err());
        assertEquals(0, batch.exit());
        BatchRuns runs = BatchRuns.in(night);
        assertEquals(
                List.of("class_split 1", "class_split 2", "permutation 1", "permutation 2", "rotation 1", "rotation 2"),
                List.copyOf(runs.names()));
        Path moved = Files.move(night, folder.resolve("moved"));
        for (String type : List.of("permutation", "rotation", "class_split")) {
            Path alone = program.train("--lite", "-t", type, "--seed=2", "--set=num_epochs=1", "-o", NIGHT.toString());
            Path inBatch = BatchRuns.in(moved).of(type + " 2");
            assertEquals(Outcome.of(alone), Outcome.of(inBatch));
            assertArrayEquals(
                    Files.readAllBytes(alone.resolve(SavedModel.NAME)),
                    Files.readAllBytes(inBatch.resolve(SavedModel.NAME)));
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, INTERRUPTED", "TERM, 143, INTERRUPTED", "KILL, 137, RUNNING"})
    void batch_stopped_goesOnWithTheBitsOfOneThatWasNot(String signal, int exit, RunStatus status) throws Exception {
        String[] command = {
            "batch", "mnist", "night", "--lite", "--runs=1", "--set=hidden_dim=5", "--set=num_epochs=[1,60]", "--jobs=2"
        };
        Started started = program.start(command);
        awaitFirstTask("permutation");
        long pid = started.process().pid();
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
        Run stopped = started.finish();
        assertEquals(List.of(), stopped.err());
        assertEquals(exit, stopped.exit());
        Path run = begun("permutation").get(0);
        assertEquals(status, RunRecordFile.read(run).status());
        assertEquals(status == RunStatus.INTERRUPTED, stopped.out().contains("interrupted: permutation, seed 1"));

        Run again = program.run(command);
        assertEquals(List.of(), again.err());
        assertEquals(0, again.exit());
        assertTrue(again.out().contains("night: 3 of 3 runs finished"), () -> "" + again);
        assertEquals(List.of(run), begun("permutation"));
        Path moved = Files.move(night, folder.resolve("moved"));
        Path alone = program.train(
                "--lite", "--seed=1", "--set=hidden_dim=5", "--set=num_epochs=[1,60]", "-o", NIGHT.toString());
        assertEquals(Outcome.of(alone), Outcome.of(BatchRuns.in(moved).of("permutation 1")));
    }

    /** Waits until a run of a type has learned its first task, and so is in the midst of its second. */
    private void awaitFirstTask(String type) throws IOException, InterruptedException {
        for (int tries = 0; tries < 1200; tries++) {
            for (Path run : begun(type)) {
                if (!RunRecordFile.read(run).tasks().isEmpty()) {
                    return;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no run of " + type + " has learned a task");
    }

    /** Returns the runs of a type that have written a record. */
    private List<Path> begun(String type) throws IOException {
        if (!Files.exists(night)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(night)) {
            return inside.filter(run -> run.getFileName().toString().contains("_" + type + "_"))
                    .filter(run -> Files.exists(run.resolve(RunRecordFile.NAME)))
                    .toList();
        }
    }

    @Test
    void batch_twoProcessesAtOnce_oneIsToldAndTheOtherUnharmed() throws Exception {
        String[] command = {"batch", "mnist", "night", "--lite", "--runs=1", "-t", "rotation", "--set=num_epochs=8"};
        Started first = program.start(command);
        first.awaitLine("  folder ");
        Run second = program.run(command);
        assertEquals(
                new Run(
                        1,
                        List.of(),
                        List.of("taagem: another batch or bench is at work in '" + NIGHT
                                + "'; wait until it has ended, or give this one another NAME")),
                second);
        Run run = first.finish();
        assertEquals(0, run.exit());
        assertEquals(List.of("rotation 1"), List.copyOf(BatchRuns.in(night).names()));
    }

    @Test
    void batch_diskFull_listsTheRunsThatItCost() throws Exception {
        List<String> smallFilesOnly = List.of("bash", "-c", "ulimit -f 20; exec \"$@\"", "bash");
        String[] command = {
            "batch",
            "mnist",
            "night",
            "--lite",
            "--runs=1",
            "--task_type=rotation",
            "--set=testing_interval=2",
            "--set=num_epochs=1",
            "--set=hidden_dim=5"
        };
        Run run = program.startAs(smallFilesOnly, command).finish();
        assertEquals(1, run.exit());
        assertTrue(
                run.out().stream()
                        .anyMatch(line -> line.startsWith("failed 1 of 1: rotation, seed 1: cannot make file ")
                                && line.contains("File too large")),
                () -> "" + run);
    }
}
