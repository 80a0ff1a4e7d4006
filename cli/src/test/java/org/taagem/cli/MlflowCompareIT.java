package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.RunStatus;
import org.taagem.tracking.MlflowServer;
import org.taagem.tracking.MlflowServers;
import org.taagem.tracking.WithMlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A comparison of runs that are read back from real servers is one of the same runs on the disk. */
@WithMlflow
class MlflowCompareIT {
    private static final Path RESULTS_OF_THE_ORIGINAL =
            Path.of("..", "report", "src", "test", "resources", "org", "taagem", "report", "legacy");

    private final Path folder;
    private final MlflowServers servers;
    /** Names of experiments that no other test has. */
    private final String first;

    private final String second;

    MlflowCompareIT(@TempDir Path folder, MlflowServers servers) {
        this.folder = folder;
        this.servers = servers;
        first = "first " + folder.getFileName();
        second = "second " + folder.getFileName();
    }

    private Path runs(String name, String strategy, double... accuracies) throws IOException {
        for (int i = 0; i < accuracies.length; i++) {
            Map<String, Object> keys = Map.of("strategy", strategy, "seed", i + 1L);
            StoredRecords.write(folder.resolve(name).resolve("run" + i), keys, accuracies[i], RunStatus.FINISHED);
        }
        return folder.resolve(name);
    }

    private static void importAll(MlflowServer server, Path runs) {
        CommandRun run = CommandRun.of(
                "mlflow", "import", "--all", "--input_dir", runs.toString(), "--mlflow", server.address());
        assertEquals(0, run.exit(), run::err);
    }

    private static CommandRun compare(MlflowServer server, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "compare";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 1] = "--mlflow_tracking_uri=" + server.address();
        return CommandRun.of(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2"})
    void compare_experiments_isThatOfTheFolders(String release) throws IOException {
        MlflowServer server = servers.of(release);
        Path one = runs(first, "ta-a-gem", 0.7, 0.8, 0.9);
        Path two = runs(second, "sgd", 0.6, 0.7, 0.6);
        importAll(server, one);
        importAll(server, two);
        CommandRun folders = CommandRun.of("compare", one.toString(), two.toString(), "-o", folder + "/a");
        assertTrue(folders.out().contains("| paired |"), folders::toString);

        CommandRun experiments = compare(server, "-o", folder + "/b", "--mlflow", first, second);
        assertEquals("", experiments.err());
        assertEquals(folders.out().replace(folder + "/a", folder + "/b"), experiments.out());
        for (String name : List.of("compare.md", "compare.csv", "compare_tests.csv", "compare.html")) {
            assertEquals(Files.readString(folder.resolve("a/" + name)), Files.readString(folder.resolve("b/" + name)));
        }
        CommandRun both = compare(server, one.toString(), "-o", folder + "/c", "--mlflow", second);
        assertEquals(folders.out().replace(folder + "/a", folder + "/c"), both.out());
    }

    @Test
    void compare_oneExperimentOfTwoStrategies_comparesThem() throws IOException {
        MlflowServer server = servers.of("3");
        runs(first + "/a", "ta-a-gem", 0.7, 0.8);
        runs(first + "/b", "sgd", 0.6, 0.65);
        importAll(server, folder.resolve(first));
        CommandRun run = compare(server, "--mlflow", first);
        assertEquals(0, run.exit(), run::err);
        assertTrue(run.out().contains("sgd - ta-a-gem"), run::out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2"})
    void compare_resultsOfTheOriginal_areReadBack(String release) throws IOException {
        MlflowServer server = servers.of(release);
        Path results = Files.createDirectory(folder.resolve(first));
        for (String name : List.of("generation1.pkl", "generation2.pkl", "generation3.pkl")) {
            Files.copy(RESULTS_OF_THE_ORIGINAL.resolve(name), results.resolve(name));
        }
        importAll(server, results);
        CommandRun expected = CommandRun.of("compare", results.toString());
        assertEquals(0, expected.exit(), expected::err);
        assertEquals(expected, compare(server, "--mlflow", first));
    }

    @Test
    void compare_misspeltExperiment_namesTheNearest() throws IOException {
        MlflowServer server = servers.of("3");
        importAll(server, runs(first, "sgd", 0.6));
        CommandRun run = compare(server, "--mlflow", first.replace("first", "frist"));
        assertEquals(1, run.exit());
        String start = "taagem: the MLflow server at " + server.address() + " has no experiment '"
                + first.replace("first", "frist") + "'; it has '" + first + "'";
        assertTrue(run.err().startsWith(start), run::err);
        assertEquals(1, run.err().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2"})
    void compare_experimentWithoutRecords_saysWhatIsThere(String release) throws IOException, InterruptedException {
        MlflowServer server = servers.of(release);
        String empty = server.createExperiment(first);
        String there = "the experiment '" + first + "' of the MLflow server at " + server.address();
        assertEquals(
                new CommandRun(
                        1,
                        "",
                        "taagem: no run is in " + there
                                + "; expected runs that taagem told it of (--mlflow) or brought to"
                                + " it ('taagem mlflow push')\n"),
                compare(server, "--mlflow", first));

        server.createRun(empty, "of another program");
        assertEquals(
                "taagem: no finished run is in " + there + ": 1 cannot be read: " + first
                        + "/of another program is no run of taagem\n",
                compare(server, "--mlflow", first).err());

        importAll(server, runs(second, "sgd", 0.6));
        JsonNode run = server.run(second);
        server.removeArtifact(run, "run.json");
        assertEquals(
                "taagem: no finished run is in " + there.replace(first, second) + ": 1 cannot be read: " + second
                        + "/run0 has no run.json among its artifacts\n",
                compare(server, "--mlflow", second).err());
    }
}
