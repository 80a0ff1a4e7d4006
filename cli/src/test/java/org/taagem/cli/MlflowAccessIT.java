package org.taagem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.cli.Program.Run;
import org.taagem.tracking.MlflowServer;
import org.taagem.tracking.MlflowServers;
import org.taagem.tracking.SecureProxy;
import org.taagem.tracking.WithMlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Real servers that do not let everybody in. Nothing secret is ever written anywhere. */
@WithMlflow
class MlflowAccessIT {
    private static final String USER = "MLFLOW_TRACKING_USERNAME=";
    private static final String PASSWORD = "MLFLOW_TRACKING_PASSWORD=";
    private static final String TOKEN = "MLFLOW_TRACKING_TOKEN=";
    private static final String CERTIFICATE = "MLFLOW_TRACKING_SERVER_CERT_PATH=";

    private final Path folder;
    private final MlflowServers servers;
    private final Program program;
    private final TrackedRuns runs;
    /** Whatever a program said, and what was in its files then. */
    private final List<String> said = new ArrayList<>();

    MlflowAccessIT(@TempDir Path folder, MlflowServers servers) {
        this.folder = folder;
        this.servers = servers;
        program = new Program(folder);
        runs = new TrackedRuns(folder.resolve("runs"), "access " + folder.getFileName());
    }

    /** Runs the program with variables in its environment. */
    private Run run(List<String> variables, String... arguments) throws IOException, InterruptedException {
        List<String> prefix = new ArrayList<>(List.of("env"));
        prefix.addAll(variables);
        Run run = program.startAs(prefix, arguments).finish();
        said.addAll(run.out());
        said.addAll(run.err());
        try (Stream<Path> found = Files.exists(runs.folder()) ? Files.walk(runs.folder()) : Stream.empty()) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                said.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return run;
    }

    private Run train(List<String> variables, String address) throws IOException, InterruptedException {
        return run(
                variables,
                "train",
                "--lite",
                "--set=num_epochs=1",
                "--set=hidden_dim=5",
                "--kernel=plain",
                "--no_verbose",
                "--mlflow=" + address,
                "--experiment_name=" + runs.experiment(),
                "-o=" + runs.folder());
    }

    private Run push(List<String> variables, String address) throws IOException, InterruptedException {
        return run(variables, "mlflow", "push", runs.only().toString(), "--mlflow=" + address);
    }

    private static void assertSays(String expected, Run run) {
        assertTrue(run.err().toString().contains(expected), run::toString);
        assertEquals(1, run.err().size());
    }

    /** Asserts that secrets are in nothing that was said, kept on the disk or told to the server. */
    private void assertNowhere(MlflowServer server, JsonNode run, String... secrets) throws Exception {
        List<String> texts = new ArrayList<>(said);
        texts.add(run.toString());
        for (String artifact : server.artifacts(MlflowServer.id(run))) {
            texts.add(server.artifact(run, artifact));
        }
        for (String secret : secrets) {
            assertFalse(texts.stream().anyMatch(text -> text.contains(secret)), secret);
        }
    }

    private static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void push_afterWrongPasswordAndWithoutRights_deliversAllAndTellsNoSecret() throws Exception {
        String secret = MlflowServers.PASSWORD;
        MlflowServer server = servers.withUsers();
        server.createUser("reading-user", "reader-secret-12345");
        server.createExperiment(runs.experiment());

        Run train = train(List.of(USER + "admin", PASSWORD + "wrong-secret-12345"), server.address());
        assertEquals(0, train.exit());
        assertSays("does not let you in (HTTP 401); are MLFLOW_TRACKING_USERNAME and", train);
        assertSays("wants to know who you are (HTTP 401); set MLFLOW", push(List.of(), server.address()));
        Run reader = push(List.of(USER + "reading-user", PASSWORD + "reader-secret-12345"), server.address());
        assertSays("does not allow this to you (HTTP 403): Permission denied", reader);
        assertEquals(1, reader.exit());
        assertEquals(List.of(), server.runs(runs.experiment()));

        assertEquals(
                0,
                push(List.of(USER + "admin", PASSWORD + secret), server.address())
                        .exit());
        JsonNode run = DeliveredRun.assertComplete(server, runs.experiment(), runs.only());
        assertNowhere(
                server,
                run,
                "secret-12345",
                "reading-user",
                basic("admin", secret),
                basic("admin", "wrong-secret-12345"),
                basic("reading-user", "reader-secret-12345"));
    }

    @Test
    void push_throughTlsWithToken_deliversAllAndTellsNoSecret() throws Exception {
        MlflowServer server = servers.of("3");
        String token = "token-12345-secret";
        Path keys = Files.createDirectory(folder.resolve("keys"));
        try (SecureProxy proxy = new SecureProxy(server.address(), token, keys)) {
            String trusted = CERTIFICATE + proxy.certificate();
            Run without = train(List.of(CERTIFICATE + keys.resolve("missing.pem")), proxy.address());
            assertSays("cannot take certificates from '" + keys.resolve("missing.pem") + "'", without);
            assertEquals(1, without.exit());
            assertEquals(List.of(), runs.all());
            Run train = train(List.of(trusted, TOKEN + "wrong-12345-secret"), proxy.address());
            assertEquals(0, train.exit());
            assertSays("does not let you in (HTTP 401); are", train);
            assertSays("has a certificate that is not trusted", push(List.of(TOKEN + token), proxy.address()));
            assertSays(
                    "does not speak TLS: is it http:// in place of https://?",
                    push(List.of(TOKEN + token), server.address().replace("http", "https")));

            assertEquals(
                    0, push(List.of(trusted, TOKEN + token), proxy.address()).exit());
            JsonNode run = DeliveredRun.assertComplete(server, runs.experiment(), runs.only());
            assertNowhere(server, run, "12345-secret");
        }
    }

    @Test
    void train_serverUnderAnotherName_saysHowToStartIt() throws Exception {
        MlflowServer server = servers.of("3");
        String other = server.address().replace("127.0.0.1", "[::ffff:127.0.0.1]");
        String line = "the MLflow server at " + other + " does not know itself by the name " + other.substring(7)
                + " (HTTP 403, Invalid Host header); start it with --allowed-hosts " + other.substring(7);
        assertTrue(runs.points(other).err().contains(line));
        assertEquals(new CommandRun(1, "", "taagem: " + line + "\n"), TrackedRuns.push(runs.only(), other));
        assertEquals("", TrackedRuns.push(runs.only(), server.address()).err());
        DeliveredRun.assertComplete(server, runs.experiment(), runs.only());
    }
}
