package org.taagem.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server of each release, as {@code tools/mlflow-server} finds or installs them. */
public final class MlflowServers implements AutoCloseable {
    /** The administrator's password on the server with users. */
    public static final String PASSWORD = "owner-secret-12345";

    private static final String USERS = "users";
    private static final Path SCRIPT = Path.of("..", "tools", "mlflow-server");

    private final Map<String, Path> commands;
    private final Optional<String> missing;
    private final Map<String, MlflowServer> running = new HashMap<>();

    private MlflowServers(Map<String, Path> commands, Optional<String> missing) {
        this.commands = commands;
        this.missing = missing;
    }

    /** Finds them; where some are missing, says loudly that the tests with them do not run. */
    static MlflowServers find() {
        Map<String, Path> commands = new HashMap<>();
        try {
            for (String release : List.of("3", "2")) {
                Path complaints = Files.createTempFile("mlflow", ".txt");
                Process process = new ProcessBuilder(SCRIPT.toString(), release)
                        .redirectError(complaints.toFile())
                        .start();
                String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    String reason = Files.readString(complaints).lines().reduce("", (before, line) -> line);
                    System.err.printf("%n*** The tests with MLflow do NOT run. ***%n*** %s%n%n", reason);
                    return new MlflowServers(Map.of(), Optional.of(reason));
                }
                commands.put(release, Path.of(found.strip()));
                Files.delete(complaints);
            }
            MlflowServers servers = new MlflowServers(commands, Optional.empty());
            commands.keySet().forEach(servers::launch); // at once, for each needs some seconds
            return servers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread of the tests", e);
        }
    }

    Optional<String> missing() {
        return missing;
    }

    /** Returns the running server of a release, {@code 3} or {@code 2}. */
    public MlflowServer of(String release) {
        try {
            MlflowServer server = Optional.ofNullable(running.get(release)).orElseThrow();
            server.awaitAnswer();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread of the tests", e);
        }
    }

    /** Returns the running server of release 3 that knows users, among them {@code admin} with {@link #PASSWORD}. */
    public MlflowServer withUsers() {
        return of(USERS);
    }

    private void launch(String release) {
        try {
            Path command = Optional.ofNullable(commands.get(release)).orElseThrow();
            running.put(release, MlflowServer.launch(command, Files.createTempDirectory("mlflow-" + release)));
            if (release.equals("3")) {
                Path folder = Files.createTempDirectory("mlflow-" + USERS);
                running.put(USERS, MlflowServer.launchWithUsers(command, folder, PASSWORD));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (MlflowServer server : running.values()) {
            server.close();
        }
    }
}
