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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A real server with a database of its own, which can be stopped and started again; and what it says. */
public final class MlflowServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path command;
    private final Path folder;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process process;

    private MlflowServer(Path command, Path folder, int port, Process process) {
        this.command = command;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts one that will answer in some seconds. */
    static MlflowServer launch(Path command, Path folder) throws IOException {
        int port = freePort();
        return new MlflowServer(command, folder, port, launch(command, folder, port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process launch(Path command, Path folder, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                command.toString(),
                "server",
                "--host=127.0.0.1",
                "--port=" + port,
                "--workers=1",
                "--backend-store-uri=sqlite:///" + folder.resolve("mlflow.db"),
                "--artifacts-destination=" + folder.resolve("artifacts"));
        builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
        builder.environment()
                .put("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false"); // jobs of language models: runs need none
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    /** Waits until it answers. */
    void awaitAnswer() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError(
                        "no MLflow server after " + LIMIT + ": " + Files.readString(folder.resolve("server.log")));
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
        return "http://127.0.0.1:" + port;
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
        process = launch(command, folder, port);
        awaitAnswer();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(LIMIT)
                .build();
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
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/api/2.0/mlflow/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    /** Makes an experiment without runs, and returns its id. */
    public String createExperiment(String name) throws IOException, InterruptedException {
        return post("experiments/create", "{\"name\":\"" + name + "\"}")
                .path("experiment_id")
                .asText();
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
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + place(run, name)))
                .DELETE()
                .build();
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
