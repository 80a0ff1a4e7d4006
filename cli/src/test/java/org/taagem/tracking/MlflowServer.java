package org.taagem.tracking;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A real server with a database of its own, which can be stopped and started again; and what it says. */
public final class MlflowServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    private final Launch launch;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process process;

    private MlflowServer(Launch launch) throws IOException {
        this.launch = launch;
        process = launch.start();
    }

    /** Starts one that will answer in some seconds. */
    static MlflowServer launch(Path command, Path folder) throws IOException {
        return new MlflowServer(new Launch(command, folder, freePort(), Optional.empty()));
    }

    /** Starts one that will answer in some seconds, and knows users: {@code admin} with a password, and whom it is told of. */
    static MlflowServer launchWithUsers(Path command, Path folder, String password) throws IOException {
        return new MlflowServer(new Launch(command, folder, freePort(), Optional.of(password)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private record Launch(Path command, Path folder, int port, Optional<String> password) {
        Process start() throws IOException {
            ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(
                    command.toString(),
                    "server",
                    "--host=127.0.0.1",
                    "--port=" + port,
                    "--workers=1",
                    "--backend-store-uri=sqlite:///" + folder.resolve("mlflow.db"),
                    "--artifacts-destination=" + folder.resolve("artifacts"))));
            Map<String, String> environment = builder.environment();
            environment.put("MLFLOW_DISABLE_TELEMETRY", "true");
            // jobs of language models: runs need none
            environment.put("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false");
            if (password.isPresent()) {
                builder.command().add("--app-name=basic-auth");
                environment.put("MLFLOW_AUTH_CONFIG_PATH", users().toString());
                environment.put("MLFLOW_AUTH_ADMIN_PASSWORD", password.get());
                environment.put("MLFLOW_FLASK_SERVER_SECRET_KEY", "any");
            }
            return builder.directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        }

        /** Others may read what somebody has made. */
        private Path users() throws IOException {
            return Files.writeString(folder.resolve("users.ini"), """
                    [mlflow]
                    default_permission = READ
                    database_uri = sqlite:///%s
                    admin_username = admin
                    auth_cache_ttl_seconds = 600
                    authorization_function = mlflow.server.auth:authenticate_request_basic_auth
                    """.formatted(folder.resolve("users.db")));
        }

        Path log() {
            return folder.resolve("server.log");
        }
    }

    /** Waits until it answers. */
    void awaitAnswer() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("no MLflow server after " + LIMIT + ": " + Files.readString(launch.log()));
            }
            Thread.sleep(200);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return http.send(request("/health"), BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    public String address() {
        return "http://127.0.0.1:" + launch.port();
    }

    /** Kills it and whatever it has started. */
    public void kill() throws InterruptedException {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on the same port, with all that it knew. */
    public void restart() throws IOException, InterruptedException {
        process = launch.start();
        awaitAnswer();
    }

    private HttpRequest request(String path) {
        return requestTo(path).build();
    }

    private HttpRequest.Builder requestTo(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).timeout(LIMIT);
        launch.password().ifPresent(password -> {
            byte[] user = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
        });
        return request;
    }

    public String text(String path) throws IOException, InterruptedException {
        return http.send(request(path), BodyHandlers.ofString()).body();
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(text("/api/2.0/mlflow/" + path));
    }

    /** Returns the runs of an experiment, newest first. */
    public List<JsonNode> runs(String experiment) throws IOException, InterruptedException {
        String id = json("experiments/get-by-name?experiment_name=" + encode(experiment))
                .path("experiment")
                .path("experiment_id")
                .asText();
        List<JsonNode> runs = new ArrayList<>();
        post("runs/search", "{\"experiment_ids\":[\"" + id + "\"]}")
                .path("runs")
                .forEach(runs::add);
        return runs;
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = requestTo("/api/2.0/mlflow/" + path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    /** Returns the names of all experiments. */
    public List<String> experiments() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        post("experiments/search", "{\"max_results\":1000}")
                .path("experiments")
                .forEach(experiment -> names.add(experiment.path("name").asText()));
        return names;
    }

    /** Makes an experiment without runs, and returns its id. */
    public String createExperiment(String name) throws IOException, InterruptedException {
        return post("experiments/create", "{\"name\":\"" + name + "\"}")
                .path("experiment_id")
                .asText();
    }

    /** Makes a user, who may read and no more what others have made. */
    public void createUser(String name, String password) throws IOException, InterruptedException {
        post("users/create", "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    /** Makes a run as another program would. */
    public void createRun(String experiment, String name) throws IOException, InterruptedException {
        post("runs/create", "{\"experiment_id\":\"" + experiment + "\",\"run_name\":\"" + name + "\"}");
    }

    /** Returns the only run of an experiment. */
    public JsonNode run(String experiment) throws IOException, InterruptedException {
        List<JsonNode> runs = runs(experiment);
        if (runs.size() != 1) {
            throw new AssertionError(runs.size() + " runs in '" + experiment + "'; expected one");
        }
        return runs.get(0);
    }

    public static String id(JsonNode run) {
        return run.path("info").path("run_id").asText();
    }

    /** Returns {@code params} or {@code tags}. */
    public static Map<String, String> texts(JsonNode run, String what) {
        Map<String, String> texts = new TreeMap<>();
        run.path("data")
                .path(what)
                .forEach(pair ->
                        texts.put(pair.path("key").asText(), pair.path("value").asText()));
        return texts;
    }

    /** Returns the values of a metric, as often as they are there. */
    public List<JsonNode> history(String run, String metric) throws IOException, InterruptedException {
        List<JsonNode> points = new ArrayList<>();
        json("metrics/get-history?max_results=20000&run_id=" + run + "&metric_key=" + encode(metric))
                .path("metrics")
                .forEach(points::add);
        return points;
    }

    public List<String> artifacts(String run) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        json("artifacts/list?run_id=" + run)
                .path("files")
                .forEach(file -> names.add(file.path("path").asText()));
        return names;
    }

    public String artifact(JsonNode run, String name) throws IOException, InterruptedException {
        return text(place(run, name));
    }

    public void removeArtifact(JsonNode run, String name) throws IOException, InterruptedException {
        HttpRequest request = requestTo(place(run, name)).DELETE().build();
        http.send(request, BodyHandlers.discarding());
    }

    private static String place(JsonNode run, String name) {
        String folder = run.path("info").path("artifact_uri").asText().replace("mlflow-artifacts:/", "");
        return "/api/2.0/mlflow-artifacts/artifacts/" + folder + "/" + name;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            kill();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
