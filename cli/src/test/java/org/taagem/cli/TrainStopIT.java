package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.cli.Program.Run;
import org.taagem.cli.Program.Started;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.report.RunRecordFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is left of a training that somebody stops. */
class TrainStopIT {
    private static final int KILLED = 137;

    private final Program program;

    TrainStopIT(@TempDir Path folder) {
        program = new Program(folder);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void train_stoppedInMidRun_endsInOrder(String signal, int exit) throws Exception {
        Run run = stop(signal);
        assertEquals(List.of(), run.err());
        assertEquals(exit, run.exit());
        Path folder = program.runFolder(run);
        assertEquals(
                List.of(
                        "batch_losses.csv",
                        "checkpoints",
                        "memory.taagem",
                        "model.taagem",
                        "report.html",
                        "run.json",
                        "run.lock"),
                Program.names(folder));
        RunRecord record = RunRecordFile.read(folder);
        assertEquals(RunStatus.INTERRUPTED, record.status());
        int tasks = record.tasks().size();
        assertEquals(
                tasks,
                run.out().stream().filter(line -> line.startsWith("task ")).count());
        assertTrue(tasks >= 1 && tasks < 50, () -> tasks + " tasks");
        assertTrue(RunRecordFile.readLosses(folder).size() >= 160 * tasks, "losses are missing");
        assertTrue(run.out().contains("Stopped after " + tasks + " of 50 tasks."), () -> "no summary: " + run.out());
        assertTrue(
                run.out()
                        .contains(
                                "  FWT                         -  not defined: only " + tasks + " of 50 tasks learned"),
                () -> "no reason: " + run.out());
        assertTrue(run.out().contains("  status                 interrupted"), () -> "no summary: " + run.out());
    }

    @Test
    void train_killed_leavesTheRecordOfThatMoment() throws Exception {
        Run run = stop("KILL");
        assertEquals(KILLED, run.exit());
        RunRecord record = RunRecordFile.read(program.runFolder(run));
        assertEquals(RunStatus.RUNNING, record.status());
        assertTrue(record.tasks().size() >= 1, "nothing was recorded");
    }

    /** Stops a run after the first of its 50 tasks. */
    private Run stop(String signal) throws IOException, InterruptedException {
        Started run = program.start(
                "train", "--lite", "--no_verbose", "--set=num_tasks=50", "--set=num_epochs=40", "--set=hidden_dim=20");
        run.awaitLine("task 2/50");
        assertEquals(
                0,
                new ProcessBuilder(
                                "kill",
                                "-" + signal,
                                String.valueOf(run.process().pid()))
                        .start()
                        .waitFor());
        return run.finish();
    }
}
