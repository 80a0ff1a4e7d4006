package org.taagem.mlflow;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Requests to a server, and its answers as JSON or as a {@link MlflowException}. */
final class RestCalls {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final TrackingServer server;
    private final HttpClient.Builder settings;
    private final Duration timeout;
    /** Made by the first who asks: that takes a quarter of a second, which a run need not wait for. */
    private Optional<HttpClient> client = Optional.empty();

    /**
     * Makes a client.
     *
     * @param timeout how long to wait for an answer
     * @throws MlflowException if the server's certificates cannot be read
     */
    RestCalls(TrackingServer server, Duration timeout) throws MlflowException {
        this.server = server;
        this.timeout = timeout;
        settings = HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1);
        if (server.certificates().isPresent()) {
            settings.sslContext(Certificates.trusting(server.certificates().get()));
        } else if (!server.isSecure()) {
            settings.sslContext(Certificates.trustingNone()); // never used, and sooner made than Java's own
        }
    }

    private synchronized HttpClient http() {
        HttpClient http = client.orElseGet(settings::build);
        client = Optional.of(http);
        return http;
    }

    /** Says of the server that it is none of MLflow, in view of something. */
    MlflowException stranger(String reason) {
        return RestProblem.stranger(server, reason);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Writes texts, numbers, truth values, and lists and maps of them. */
    static String json(Object value) {
        return JSON.valueToTree(value).toString();
    }

    JsonNode get(String path, Map<String, String> query) throws MlflowException, InterruptedException {
        String asked = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
        return json(send(request(path + asked).GET()));
    }

    JsonNode post(String path, ObjectNode body) throws MlflowException, InterruptedException {
        return json(
                send(request(path).header("Content-Type", "application/json").POST(bytes(body))));
    }

    private static BodyPublisher bytes(ObjectNode body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // a tree of texts and numbers can always be written
        }
    }

    /**
     * Sends a file.
     *
     * @param segments of its path on the server, not encoded
     */
    void put(String path, String segments, Path file) throws MlflowException, InterruptedException {
        try {
            send(request(path + encode(segments))
                    .header("Content-Type", "application/octet-stream")
                    .PUT(BodyPublishers.ofFile(file)));
        } catch (FileNotFoundException e) {
            throw new MlflowException(MlflowException.Kind.INVALID, "there is no file '" + file + "' to send", e);
        }
    }

    /** Sends a text as a file. */
    void put(String path, String segments, String text) throws MlflowException, InterruptedException {
        send(request(path + encode(segments))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofString(text)));
    }

    /** Returns a file. */
    byte[] bytes(String path, String segments) throws MlflowException, InterruptedException {
        return receive(request(path + encode(segments)).GET());
    }

    private static String encode(String segments) {
        return Arrays.stream(segments.split("/"))
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /** Returns an answer that is no JSON. */
    String text(String path) throws MlflowException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + pathAndQuery))
                .timeout(timeout)
                .header("User-Agent", "taagem");
        server.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private String send(HttpRequest.Builder request) throws MlflowException, InterruptedException {
        return new String(receive(request), StandardCharsets.UTF_8);
    }

    private byte[] receive(HttpRequest.Builder request) throws MlflowException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = exchange(request.build());
        } catch (IOException e) {
            throw RestProblem.unanswered(server, e);
        }
        if (response.statusCode() / 100 != 2) {
            String says = response.headers()
                    .firstValue("Location")
                    .orElseGet(() -> new String(response.body(), StandardCharsets.UTF_8));
            throw RestProblem.of(server, response.statusCode(), says);
        }
        return response.body();
    }

    /** The request's own limit ends with the head of the answer; this one is of the whole. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http().sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            HttpTimeoutException late =
                    new HttpTimeoutException("no whole answer within " + timeout.toSeconds() + " s");
            late.initCause(e);
            throw late;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(e);
        } finally {
            answer.cancel(true); // of an answer that is there, nothing
        }
    }

    private JsonNode json(String body) throws MlflowException {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (JsonProcessingException e) {
            MlflowException stranger = stranger("it answers with something else than JSON");
            stranger.initCause(e);
            throw stranger;
        }
    }
}
