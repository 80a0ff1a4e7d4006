package org.taagem.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.RunStatus;
import org.taagem.state.HeldFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What needs no server. */
class MlflowCommandTest {
    /** Nobody listens at the port of "discard". */
    private static final String NOBODY = "--mlflow=http://127.0.0.1:9";

    private final Path folder;

    MlflowCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static CommandRun refused(int exit, String message) {
        return new CommandRun(exit, "", "taagem: " + message + "\n");
    }

    @Test
    void push_folderOfRuns_saysWhatIsExpected() {
        assertEquals(
                refused(
                        2,
                        "RUN is '" + folder
                                + "', which is no run's folder: it has no run.json; expected the folder of a run"
                                + " (taagem mlflow import brings whatever is below a folder)"),
                CommandRun.of("mlflow", "push", folder.toString(), NOBODY));
    }

    @Test
    void push_noFolder_fails() {
        Path missing = folder.resolve("missing");
        assertEquals(
                refused(1, "cannot read '" + missing + "': no such file or folder"),
                CommandRun.of("mlflow", "push", missing.toString(), NOBODY));
    }

    @Test
    void push_nobodyListens_failsAtOnce() throws IOException {
        StoredRecords.write(folder.resolve("run"), 1, 0.5, RunStatus.FINISHED);
        assertEquals(
                refused(1, "the MLflow server at http://127.0.0.1:9 does not listen: is it running?"),
                CommandRun.of("mlflow", "push", folder.resolve("run").toString(), NOBODY));
    }

    @Test
    void importOfRuns_wrongUse_isRefused() throws IOException {
        String dir = "--input_dir=" + folder;
        assertEquals(
                refused(
                        2,
                        "--input_dir is '" + folder
                                + "', where there is no run that is over; expected a folder with runs"
                                + " below it, such as test_results"),
                CommandRun.of("mlflow", "import", dir, "--all", NOBODY));
        assertEquals(
                refused(2, "--last is 0; expected 1 or more"),
                CommandRun.of("mlflow", "import", dir, "--last=0", NOBODY));
        StoredRecords.write(folder.resolve("run"), 1, 0.5, RunStatus.FINISHED);
        assertEquals(
                refused(2, "--experiment_name is empty; expected the name of an experiment"),
                CommandRun.of("mlflow", "import", dir, "--all", "--experiment_name=", NOBODY));
        assertEquals(
                refused(
                        2,
                        "mlflow_tracking_uri holds a user name; expected an address without one: set"
                                + " MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD in the environment"),
                CommandRun.of("mlflow", "import", dir, "--all", "--mlflow=http://me:secret@127.0.0.1:9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--experiment_name=name", "--dry_run"})
    void importOfRuns_nobodyListens_failsAtOnce(String option) throws IOException {
        StoredRecords.write(folder.resolve("run"), 1, 0.5, RunStatus.FINISHED);
        assertEquals(
                refused(1, "the MLflow server at http://127.0.0.1:9 does not listen: is it running?"),
                CommandRun.of("mlflow", "import", "--input_dir=" + folder, "--last=1", NOBODY, option));
    }

    @Test
    void importOfRuns_whileAnotherImports_isRefused() throws IOException {
        StoredRecords.write(folder.resolve("run"), 1, 0.5, RunStatus.FINISHED);
        String experiment = String.valueOf(folder.getFileName());
        Path cache = Terminal.of(System.getProperties()).environment().cacheFolder();
        Path lock = new ImportLock.Target(URI.create("http://127.0.0.1:9"), experiment).file(cache);
        Files.createDirectories(lock.resolveSibling(""));
        HeldFile held = HeldFile.take(lock).orElseThrow();
        String[] command = {"mlflow", "import", "--input_dir=" + folder, "--all", NOBODY};
        assertEquals(
                refused(
                        1,
                        "another process is importing into the experiment '" + experiment
                                + "' of http://127.0.0.1:9; wait for its end"),
                CommandRun.of(command));
        held.close();
        assertEquals(
                refused(1, "the MLflow server at http://127.0.0.1:9 does not listen: is it running?"),
                CommandRun.of(command));
        Files.delete(lock);
        Files.createDirectory(lock);
        String refusal = CommandRun.of(command).err();
        assertTrue(
                refusal.startsWith("taagem: cannot make '" + lock + "', which keeps others from importing"), refusal);
        Files.delete(lock);
    }
}
