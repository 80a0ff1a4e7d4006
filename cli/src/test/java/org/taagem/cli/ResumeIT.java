package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.cli.Program.Run;
import org.taagem.cli.Program.Started;
import org.taagem.report.MemoryFile;
import org.taagem.report.RunRecordFile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Trainings that are cut off and go on. */
class ResumeIT {
    private static final String[] TRAINING = {
        "--lite",
        "--no_verbose",
        "--set=num_tasks=10",
        "--set=num_epochs=10",
        "--set=hidden_dim=20",
        "--seed=3",
        "--set=checkpoint_interval=20"
    };

    /** A run that nobody stops. */
    private static Path whole = Path.of("");

    private final Program program;

    ResumeIT(@TempDir Path folder) {
        program = new Program(folder);
    }

    @BeforeAll
    static void train(@TempDir Path folder) throws IOException, InterruptedException {
        whole = new Program(folder).train(TRAINING);
    }

    /** Three times, each time after another task; also in mid-epoch, since nobody waits for the end of one. */
    @ParameterizedTest
    @ValueSource(strings = {"KILL", "INT"})
    void resume_cutOffThreeTimes_leavesWhatAWholeRunLeaves(String signal) throws Exception {
        List<String> train = new ArrayList<>(List.of("train"));
        train.addAll(List.of(TRAINING));
        Path run = cutOff(program.start(train.toArray(String[]::new)), "task 1/10", signal);
        for (String task : List.of("task 3/10", "task 6/10")) {
            cutOff(program.start("resume", run.toString()), task, signal);
        }
        Run last = program.run("resume", run.toString());
        assertEquals(List.of(), last.err());
        assertEquals(0, last.exit());
        assertTrue(last.out().stream().anyMatch(line -> line.matches("  goes on      after step \\d+ of 2000")));
        assertSame(whole, run);
        assertEquals(3, RunRecordFile.read(run).environment().resumedAt().size());
    }

    private Path cutOff(Started started, String line, String signal) throws IOException, InterruptedException {
        started.awaitLine(line);
        String pid = String.valueOf(started.process().pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + signal, pid).start().waitFor());
        Path run = program.runFolder(started.finish());
        assertTrue(Files.isDirectory(run.resolve("checkpoints")), "no checkpoints");
        return run;
    }

    private static void assertSame(Path whole, Path run) throws IOException {
        assertEquals(Program.names(whole), Program.names(run));
        assertEquals(Outcome.of(whole), Outcome.of(run));
        assertEquals(RunRecordFile.read(whole).config(), RunRecordFile.read(run).config());
        for (String name : List.of(SavedModel.NAME, MemoryFile.NAME)) {
            assertArrayEquals(Files.readAllBytes(whole.resolve(name)), Files.readAllBytes(run.resolve(name)), name);
        }
    }

    @Test
    void resume_damagedNewestCheckpoint_goesOnFromTheOneBeforeAndSaysSo() throws Exception {
        Path run = cutOff();
        List<Path> kept = checkpoints(run);
        Path newest = kept.get(kept.size() - 1);
        byte[] bytes = Files.readAllBytes(newest);
        Files.write(newest, Arrays.copyOf(bytes, bytes.length - 100));

        Run resumed = program.run("resume", run.toString());
        assertEquals(0, resumed.exit());
        assertEquals(1, resumed.err().size());
        assertTrue(resumed.err()
                .get(0)
                .startsWith("taagem: warning: " + newest + ": is damaged: its checksum is not that of its content."));
        assertSame(whole, run);
    }

    @Test
    void resume_noCheckpointYet_beginsAnewInTheSameFolder() throws Exception {
        Path run = cutOff();
        for (Path checkpoint : checkpoints(run)) {
            Files.delete(checkpoint);
        }
        Run resumed = program.run("resume", run.toString());
        assertEquals(0, resumed.exit());
        assertEquals(
                List.of("taagem: warning: there is no checkpoint in '" + run + "'; the run begins anew"),
                resumed.err());
        assertSame(whole, run);
    }

    @Test
    void resume_otherConfiguration_isRefusedAndNothingIsChanged() throws Exception {
        Path run = cutOff();
        Path record = run.resolve(RunRecordFile.NAME);
        String changed = Files.readString(record).replace("\"num_epochs\": 10", "\"num_epochs\": 11");
        Files.writeString(record, changed);

        Run refused = program.run("resume", run.toString());
        assertEquals(1, refused.exit());
        assertEquals(1, refused.err().size());
        assertTrue(
                refused.err()
                        .get(0)
                        .endsWith(": was made with num_epochs: 10, but run.json has 11; restore run.json, or train anew"
                                + " with the other configuration"),
                () -> refused.err().toString());
        assertEquals(changed, Files.readString(record));
    }

    @Test
    void resume_noRunThere_isRefused() throws Exception {
        Run refused = program.run("resume", "nowhere");
        assertEquals(2, refused.exit());
        assertEquals(
                List.of("taagem: RUN is 'nowhere', where there is no run.json; expected the folder of a run, such as"
                        + " test_results/ta_agem_..., which it told when it began"),
                refused.err());
    }

    @Test
    void resume_otherDataAndNoCheckpoint_isRefused() throws Exception {
        Path run = cutOff();
        for (Path checkpoint : checkpoints(run)) {
            Files.delete(checkpoint);
        }
        Path record = run.resolve(RunRecordFile.NAME);
        String sum =
                RunRecordFile.read(run).stream().sha256().values().iterator().next();
        Files.writeString(record, Files.readString(record).replace(sum, "0".repeat(64)));
        Run refused = program.run("resume", run.toString());
        assertEquals(1, refused.exit());
        assertTrue(
                refused.err().get(0).endsWith(", but the data here has " + sum + "; give it the data it began with"),
                () -> refused.err().toString());
    }

    @Test
    void resume_finishedRun_isRefused() throws Exception {
        Path whole = program.train("--lite", "--set=num_epochs=1", "--set=hidden_dim=5");
        Run refused = program.run("resume", whole.toString());
        assertEquals(2, refused.exit());
        assertEquals(
                List.of("taagem: the run in '" + whole + "' is finished; there is nothing to resume (taagem train"
                        + " --config " + whole + " runs it again)"),
                refused.err());
    }

    @Test
    void resume_runThatGoesOn_isRefused() throws Exception {
        Started going = program.start(
                "train", "--lite", "--no_verbose", "--set=num_tasks=50", "--set=num_epochs=40", "--set=hidden_dim=20");
        going.awaitLine("task 1/50");
        Path run = program.runFolder(new Run(0, Files.readAllLines(going.out()), List.of()));
        Run refused = program.run("resume", run.toString());
        going.process().destroyForcibly();
        assertEquals(1, refused.exit());
        assertEquals(
                List.of("taagem: the run in '" + run
                        + "' is going on, in this process or another; wait for its end, or stop it first"),
                refused.err());
    }

    @Test
    void train_withoutCheckpoints_keepsNone() throws Exception {
        Path run = program.train("--lite", "--set=num_epochs=1", "--set=hidden_dim=5", "--set=checkpoint_interval=0");
        assertEquals(
                List.of("batch_losses.csv", "memory.taagem", "model.taagem", "report.html", "run.json"),
                Program.names(run));
        assertEquals(0, RunRecordFile.read(run).config().get("checkpoint_interval"));
    }

    private Path cutOff() throws IOException, InterruptedException {
        List<String> train = new ArrayList<>(List.of("train"));
        train.addAll(List.of(TRAINING));
        return cutOff(program.start(train.toArray(String[]::new)), "task 2/10", "KILL");
    }

    private static List<Path> checkpoints(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
            return files.filter(file -> file.toString().endsWith(".taagem"))
                    .sorted()
                    .toList();
        }
    }
}
