package org.taagem.tracking;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands between a client and a server, and does to some requests what networks and servers do. */
public final class FaultyProxy implements AutoCloseable {
    /** What MLflow 3.17.2 with SQLite says on a full disk, of anything but files. */
    private static final String DISK_FULL = "{\"error_code\": \"TEMPORARILY_UNAVAILABLE\", \"message\":"
            + " \"(sqlite3.OperationalError) database or disk is full\\n"
            + "(Background on this error at: https://sqlalche.me/e/21/e3q8)\"}";

    private final HttpServer front;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Relay relay;
    private final Fault fault;
    /** Kinds of requests that have met the fault. */
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    private volatile boolean mended;

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
        /** From the first metrics on, nothing can be changed until it is mended. */
        DISK_FULL,
        /** This to the first request with metrics alone. */
        DELAYED_10_S
    }

    public FaultyProxy(String server, Fault fault) throws IOException {
        relay = new Relay(server);
        this.fault = fault;
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.createContext("/", this::handle);
        front.setExecutor(threads);
        front.start();
    }

    public String address() {
        return "http://127.0.0.1:" + front.getAddress().getPort();
    }

    /** Returns how many kinds of requests have met the fault. */
    public int faults() {
        return met.size();
    }

    /** From now on nothing goes wrong. */
    public void mend() {
        mended = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!mended && meetsFault(exchange, body)) {
            fail(exchange, body);
        } else {
            answer(exchange, relay.forward(exchange, body));
        }
    }

    private boolean meetsFault(HttpExchange exchange, byte[] body) {
        String method = exchange.getRequestMethod();
        boolean metrics = new String(body, StandardCharsets.UTF_8).contains("\"metrics\":[{");
        String kind = method + exchange.getRequestURI().getPath().replaceFirst(".*(/[^/]+/[^/]+)", "$1") + metrics;
        boolean changes = !method.equals("GET");
        return switch (fault) {
            case DELAYED_10_S -> metrics && met.add(kind);
            case DISK_FULL -> {
                if (metrics) {
                    met.add(kind);
                }
                yield changes && !met.isEmpty();
            }
            default -> changes && met.add(kind);
        };
    }

    private void fail(HttpExchange exchange, byte[] body) throws IOException {
        switch (fault) {
            case ANSWER_LOST -> {
                relay.forward(exchange, body);
                exchange.close();
            }
            case REQUEST_LOST -> exchange.close();
            case ANSWER_CUT -> {
                HttpResponse<byte[]> answer = relay.forward(exchange, body);
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length + 100L);
                exchange.getResponseBody().write(answer.body());
                exchange.close();
            }
            case STATUS_429 -> Relay.answer(exchange, 429, new byte[0]);
            case STATUS_500 -> Relay.answer(exchange, 500, new byte[0]);
            case STATUS_503_DONE -> {
                relay.forward(exchange, body);
                Relay.answer(exchange, 503, new byte[0]);
            }
            case DISK_FULL -> diskFull(exchange);
            case DELAYED_10_S -> {
                pause();
                answer(exchange, relay.forward(exchange, body));
            }
        }
    }

    private static void diskFull(HttpExchange exchange) throws IOException {
        boolean file = exchange.getRequestMethod().equals("PUT");
        String says = file ? "Internal Server Error" : DISK_FULL;
        Relay.answer(exchange, file ? 500 : 503, says.getBytes(StandardCharsets.UTF_8));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(10_000);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        Relay.answer(exchange, answer.statusCode(), answer.body());
    }

    @Override
    public void close() {
        front.stop(0);
        threads.shutdownNow();
    }
}
