package org.taagem.tracking;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands between a client and a server, and does to some requests what networks and servers do. */
public final class FaultyProxy implements AutoCloseable {
    private final HttpServer front;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final Fault fault;
    /** Kinds of requests that have met the fault. */
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    /** What happens, to the first request of each kind that changes something. */
    public enum Fault {
        /** The server does it, and the answer is lost. */
        ANSWER_LOST,
        /** The connection breaks before the server has all of it. */
        REQUEST_LOST,
        /** The answer breaks off. */
        ANSWER_CUT,
        STATUS_429,
        STATUS_500,
        /** The server does it, and says that it failed. */
        STATUS_503_DONE,
        /** This to the first request with metrics alone. */
        DELAYED_10_S
    }

    public FaultyProxy(String server, Fault fault) throws IOException {
        this.server = server;
        this.fault = fault;
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.createContext("/", this::handle);
        front.setExecutor(threads);
        front.start();
    }

    public String address() {
        return "http://127.0.0.1:" + front.getAddress().getPort();
    }

    /** Returns how many requests have met the fault. */
    public int faults() {
        return met.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (meetsFault(exchange, body)) {
            fail(exchange, body);
        } else {
            answer(exchange, forward(exchange, body));
        }
    }

    private boolean meetsFault(HttpExchange exchange, byte[] body) {
        String method = exchange.getRequestMethod();
        boolean metrics = new String(body, StandardCharsets.UTF_8).contains("\"metrics\":[{");
        String kind = method + exchange.getRequestURI().getPath().replaceFirst(".*(/[^/]+/[^/]+)", "$1") + metrics;
        boolean concerned = fault == Fault.DELAYED_10_S ? metrics : !method.equals("GET");
        return concerned && met.add(kind);
    }

    private void fail(HttpExchange exchange, byte[] body) throws IOException {
        switch (fault) {
            case ANSWER_LOST -> {
                forward(exchange, body);
                exchange.close();
            }
            case REQUEST_LOST -> exchange.close();
            case ANSWER_CUT -> {
                HttpResponse<byte[]> answer = forward(exchange, body);
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length + 100L);
                exchange.getResponseBody().write(answer.body());
                exchange.close();
            }
            case STATUS_429 -> status(exchange, 429);
            case STATUS_500 -> status(exchange, 500);
            case STATUS_503_DONE -> {
                forward(exchange, body);
                status(exchange, 503);
            }
            case DELAYED_10_S -> {
                pause();
                answer(exchange, forward(exchange, body));
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(10_000);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void status(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        List<String> types = exchange.getRequestHeaders().getOrDefault("Content-Type", List.of());
        types.forEach(type -> request.header("Content-Type", type));
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
    }
}
