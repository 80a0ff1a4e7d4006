package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.cli.Program.Run;
import org.taagem.cli.Program.Started;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.SampleSpace;
import org.taagem.report.RunRecordFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whole trainings on the data that comes with taagem. */
class TrainIT {
    private final Path folder;
    private final Program program;

    TrainIT(@TempDir Path folder) {
        this.folder = folder;
        program = new Program(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "permutation, ta-a-gem",
        "rotation, ta-a-gem",
        "class_split, ta-a-gem",
        "permutation, sgd",
        "rotation, sgd",
        "class_split, sgd"
    })
    void train_lite_leavesARecord(String taskType, String strategy) throws Exception {
        Path run = program.train("--lite", "-t", taskType, "--strategy", strategy, "--set", "num_epochs=1");
        assertTrue(
                run.getFileName().toString().matches("ta_agem_" + taskType + "_mnist_\\d{8}_\\d{6}_s0"),
                () -> "named " + run);
        assertEquals(
                List.of("batch_losses.csv", "memory.taagem", "model.taagem", "report.html", "run.json"),
                Program.names(run));
        RunRecord record = RunRecordFile.read(run);
        assertEquals(RunStatus.FINISHED, record.status());
        assertEquals(strategy, record.config().get("strategy"));
        assertEquals(2, record.tasks().size());
        assertEquals(2, record.evaluations().size());
        assertEquals(record.stream().steps(), RunRecordFile.readLosses(run).size());
        assertEquals(
                strategy.equals("sgd"),
                record.evaluations().stream().allMatch(evaluation -> evaluation.memorySize() == 0));
        double best = record.tasks().get(0).accuracies().get(0);
        assertTrue(best > (taskType.equals("class_split") ? 0.7 : 0.15), () -> "learned nothing: " + best);
        assertEquals(
                new SampleSpace(784, List.of(), "", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), 10),
                SavedModel.read(run).samples());
    }

    @Test
    void train_twiceAtOnce_twoFoldersWithTheSameNumbers() throws Exception {
        String[] command = {"train", "--lite", "--seed", "7", "--set", "num_epochs=1", "--no-verbose"};
        Started first = program.start(command);
        Started second = program.start(command);
        Path one = program.runFolder(first.finish());
        Path other = program.runFolder(second.finish());
        assertNotEquals(one, other);
        assertEquals(Outcome.of(one), Outcome.of(other));
        assertEquals(2, Program.names(folder.resolve("test_results")).size());
    }

    @Test
    void train_otherSeed_otherNumbers() throws Exception {
        String[] command = {"--lite", "--set=num_epochs=1", "--set=hidden_dim=20", "--seed=1"};
        Path one = program.train(command);
        command[3] = "--seed=2";
        assertNotEquals(
                Outcome.of(one).losses(), Outcome.of(program.train(command)).losses());
    }

    @Test
    void train_fromARecord_givesTheSameNumbers() throws Exception {
        Path first = program.train(
                "--lite",
                "--task-type=class-split",
                "--set=num_epochs=2",
                "--set=batch-size=40",
                "--experiment_name=1e3",
                "--output-dir=out put");
        Path again = program.train("--config", first.resolve("run.json").toString());
        assertEquals(first.getParent(), again.getParent());
        assertEquals(
                RunRecordFile.read(first).config(), RunRecordFile.read(again).config());
        assertEquals(Outcome.of(first), Outcome.of(again));
    }

    @Test
    void train_optionsAndKeysSpeltEitherWay_giveTheSameNumbers() throws Exception {
        Path one = program.train("--lite", "--task_type=rotation", "--set=num_epochs=1", "--set=hidden_dim=20");
        Path other = program.train("--lite", "--task-type=rotation", "--set=num-epochs=1", "--set=hidden-dim=20");
        assertEquals(Outcome.of(one), Outcome.of(other));
    }

    @Test
    void train_batchLargerThanTheData_learnsAllAtOnce() throws Exception {
        Path run = program.train("--lite", "--set=batch_size=2147483647", "--set=num_epochs=3", "--set=hidden_dim=5");
        assertEquals(6, RunRecordFile.read(run).stream().steps());
        assertEquals(6, RunRecordFile.readLosses(run).size());
    }

    @Test
    void train_diskFull_failsInOneLineAndKeepsTheOldRecord() throws Exception {
        List<String> smallFilesOnly = List.of("bash", "-c", "ulimit -f 20; exec \"$@\"", "bash");
        String[] options = {"train", "--lite", "--set=testing_interval=2", "--set=num_epochs=1", "--set=hidden_dim=5"};
        Run run = program.startAs(smallFilesOnly, options).finish();
        Path runFolder = program.runFolder(run);
        assertEquals(
                List.of("taagem: cannot make file '" + folder.relativize(runFolder.resolve("run.json"))
                        + "': File too large (set output_dir in the configuration file, or --output_dir, to a folder"
                        + " that can be written)"),
                run.err());
        assertEquals(1, run.exit());
        assertEquals(List.of("batch_losses.csv", "run.json", "run.lock"), Program.names(runFolder));
        assertEquals(RunStatus.RUNNING, RunRecordFile.read(runFolder).status());
    }

    @Test
    void train_configThroughAPipe_isRead() throws Exception {
        Files.writeString(folder.resolve("my.yaml"), "hidden_dim: 5\nlite: true\nnum_epochs: 1\n");
        List<String> shell = List.of("bash", "-c", "cat my.yaml | \"$@\"", "bash");
        Run run = program.startAs(shell, "train", "--config", "/dev/stdin").finish();
        assertEquals(List.of(), run.err());
        assertEquals(
                Map.of("hidden_dim", 5, "batch_size", 50),
                selected(RunRecordFile.read(program.runFolder(run)), "hidden_dim", "batch_size"));
    }

    @Test
    void train_folderNamedLikeAPreset_takesThePreset() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("python-parity"));
        Path run = program.train("--lite", "-c", "python-parity", "--set=num_epochs=1", "--set=hidden_dim=5");
        assertEquals(
                Map.of("assignment", "merge", "num_tasks", 2),
                selected(RunRecordFile.read(run), "assignment", "num_tasks"));
    }

    private static Map<String, Object> selected(RunRecord record, String one, String other) {
        return Map.of(
                one, record.config().getOrDefault(one, ""),
                other, record.config().getOrDefault(other, ""));
    }
}
