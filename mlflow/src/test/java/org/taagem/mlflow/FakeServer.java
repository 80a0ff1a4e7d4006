package org.taagem.mlflow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers as an MLflow server does, with one experiment, and remembers what it was asked and told. */
final class FakeServer implements AutoCloseable {
    /** What MLflow 3.17.2 with SQLite says, but for the statement, which is longer. */
    static final String COLLISION = "{\"error_code\": \"BAD_REQUEST\", \"message\": \"(sqlite3.IntegrityError) UNIQUE"
            + " constraint failed: datasets.experiment_id, datasets.name, datasets.digest\\n[SQL: INSERT INTO datasets"
            + " (dataset_uuid, name) VALUES (?, ?)]\\n[parameters: ('da620', 'mnist')]\\n(Background on this error at:"
            + " https://sqlalche.me/e/20/gkpj)\"}";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer http;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, ObjectNode> runs = new TreeMap<>();
    private final List<String> points = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private String version = "3.17.2";
    private Fault fault = Fault.NONE;

    /**
     * What goes wrong.
     *
     * @param where path and body of the request that meets it
     * @param answer what it is answered with
     * @param done whether it is done all the same
     * @param once whether only the first one meets it
     */
    private record Fault(BiPredicate<String, String> where, Answer answer, boolean done, boolean once) {
        static final Fault NONE = new Fault((path, body) -> false, new Answer(0, ""), false, false);
    }

    private record Answer(int status, String body) {}

    FakeServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.start();
    }

    TrackingServer server() {
        return TrackingServer.of("test", "http://127.0.0.1:" + http.getAddress().getPort(), Map.of());
    }

    MlflowClient client() throws MlflowException {
        return new MlflowClient(new RestCalls(server(), java.time.Duration.ofSeconds(5)));
    }

    synchronized void version(String answer) {
        version = answer;
    }

    synchronized void failOnce(String end, int status, boolean done) {
        fault = new Fault((path, body) -> path.endsWith(end), new Answer(status, "{}"), done, true);
    }

    /** Answers the first such request as a database does where another one has made the same thing a moment before. */
    synchronized void collideOnce(String end) {
        fault = new Fault((path, body) -> path.endsWith(end), new Answer(400, COLLISION), false, true);
    }

    /** Is too busy for the first such request (path and body). */
    synchronized void beBusyOnce(BiPredicate<String, String> where) {
        fault = new Fault(where, new Answer(429, ""), false, true);
    }

    /** Takes no such request (path and body), however often it is asked. */
    synchronized void refuse(BiPredicate<String, String> where) {
        fault = new Fault(where, new Answer(400, "{\"error_code\": \"INVALID_PARAMETER_VALUE\"}"), false, false);
    }

    /** Returns the ends of the paths that were asked for, and forgets them. */
    List<String> requests() {
        List<String> asked = List.copyOf(requests);
        requests.clear();
        return asked;
    }

    /** Returns each point as {@code key@step}, as often as it was logged. */
    synchronized List<String> points() {
        return List.copyOf(points);
    }

    synchronized List<String> files() {
        return List.copyOf(files);
    }

    synchronized int runs() {
        return runs.size();
    }

    synchronized String status() {
        return onlyRun().path("info").path("status").asText();
    }

    /** Returns when the run ended, in milliseconds since 1970. */
    synchronized long end() {
        return onlyRun().path("info").path("end_time").asLong();
    }

    synchronized String tag(String key) {
        return text("tags", key);
    }

    synchronized String param(String key) {
        return text("params", key);
    }

    private String text(String pairs, String key) {
        String text = "";
        for (JsonNode pair : onlyRun().path("data").path(pairs)) {
            text = pair.path("key").asText().equals(key) ? pair.path("value").asText() : text;
        }
        return text;
    }

    private ObjectNode onlyRun() {
        if (runs.size() != 1) {
            throw new AssertionError(runs.size() + " runs; expected one");
        }
        return runs.values().iterator().next();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/api/2.0/mlflow(-artifacts/artifacts)?/", "");
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(path);
        Fault now = fault;
        boolean fails = now.where().test(path, new String(body, StandardCharsets.UTF_8));
        String done = fails && !now.done() ? "" : answer(exchange, path, body);
        if (fails && now.once()) {
            fault = Fault.NONE;
        }
        byte[] bytes = (fails ? now.answer().body() : done).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(fails ? now.answer().status() : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            files.add(path.substring(path.lastIndexOf('/') + 1));
            return "{}";
        }
        JsonNode asked = JSON.readTree(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body);
        return switch (path) {
            case "experiments/get-by-name" -> "{\"experiment\":{\"experiment_id\":\"7\"}}";
            case "runs/create" -> create(asked).toString();
            case "runs/search" -> search(asked).toString();
            case "/version" -> version;
            case "runs/get" ->
                JSON.createObjectNode()
                        .set("run", run(parameter(exchange, "run_id")))
                        .toString();
            case "runs/update" -> update(asked);
            case "runs/log-batch" -> log(asked);
            case "metrics/get-history" ->
                history(parameter(exchange, "metric_key")).toString();
            default -> "{}";
        };
    }

    private JsonNode create(JsonNode asked) {
        String id = "run" + runs.size();
        ObjectNode run = JSON.createObjectNode();
        run.putObject("info")
                .put("run_id", id)
                .put("experiment_id", "7")
                .put("status", "RUNNING")
                .put("artifact_uri", "mlflow-artifacts:/7/" + id + "/artifacts");
        run.putObject("data").set("tags", asked.path("tags"));
        runs.put(id, run);
        return JSON.createObjectNode().set("run", run);
    }

    private JsonNode search(JsonNode asked) {
        String value = asked.path("filter").asText().replaceFirst(".*= '(.*)'", "$1");
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode found = answer.putArray("runs");
        boolean all = asked.path("filter").isMissingNode();
        runs.values().stream()
                .filter(run -> all || run.path("data").path("tags").toString().contains("\"value\":\"" + value + "\""))
                .forEach(found::add);
        return answer;
    }

    private ObjectNode run(JsonNode asked) {
        return run(asked.path("run_id").asText());
    }

    private ObjectNode run(String id) {
        return Optional.ofNullable(runs.get(id)).orElseThrow(() -> new AssertionError("no run " + id));
    }

    private String update(JsonNode asked) {
        ObjectNode run = run(asked);
        run.withObject("/info")
                .put("status", asked.path("status").asText())
                .put("end_time", asked.path("end_time").asLong());
        return "{}";
    }

    private String log(JsonNode asked) {
        ObjectNode run = run(asked);
        if (asked.path("metrics").size() > 1000 || asked.path("params").size() > 100) {
            throw new AssertionError("more than a server takes");
        }
        asked.path("metrics")
                .forEach(metric -> points.add(
                        metric.path("key").asText() + "@" + metric.path("step").asLong()));
        Map<String, JsonNode> tags = new TreeMap<>();
        run.path("data").path("tags").forEach(tag -> tags.put(tag.path("key").asText(), tag));
        asked.path("tags").forEach(tag -> tags.put(tag.path("key").asText(), tag));
        ObjectNode data = run.withObject("/data");
        data.putArray("tags").addAll(tags.values());
        asked.path("params").forEach(data.withArrayProperty("params")::add);
        asked.path("metrics").forEach(data.withArrayProperty("metrics")::add);
        return "{}";
    }

    private static String parameter(HttpExchange exchange, String name) {
        return Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .collect(Collectors.joining());
    }

    private JsonNode history(String key) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode metrics = answer.putArray("metrics");
        points.stream().filter(point -> point.startsWith(key + "@")).forEach(point -> metrics.addObject()
                .put("step", Long.parseLong(point.replaceFirst(".*@", ""))));
        return answer;
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
