package org.taagem.datasets;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A web server on this machine that serves some files, and behaves badly if told to. */
final class FileServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Deque<HttpHandler> misdeeds = new ArrayDeque<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** What was asked for: the path, and the headers Range, If-Range and Authorization if they were there. */
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    FileServer serve(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** Answers the next request, or the one after those that have got a misdeed already, in another way. */
    FileServer then(HttpHandler misdeed) {
        misdeeds.add(misdeed);
        return this;
    }

    /** Sends only so many bytes of a file, from its beginning, and breaks the connection. */
    FileServer thenTruncate(int bytes) {
        return then(exchange -> {
            byte[] content = content(exchange);
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
        });
    }

    /** Sends only so many bytes of a file, and then nothing for as long as the server lives. */
    FileServer thenStall(int bytes) {
        return then(exchange -> {
            exchange.sendResponseHeaders(200, content(exchange).length);
            exchange.getResponseBody().write(content(exchange), 0, bytes);
            exchange.getResponseBody().flush();
            waitForEnd();
        });
    }

    /** Answers nothing at all for as long as the server lives. */
    FileServer thenSayNothing() {
        return then(exchange -> waitForEnd());
    }

    FileServer thenAnswer(int status, String header, String value) {
        return then(exchange -> {
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    private void waitForEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] content(HttpExchange exchange) {
        return files.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            note(exchange);
            HttpHandler misdeed;
            synchronized (misdeeds) {
                misdeed = misdeeds.isEmpty() ? this::serve : misdeeds.remove();
            }
            misdeed.handle(exchange);
        }
    }

    private void note(HttpExchange exchange) {
        StringBuilder line = new StringBuilder(exchange.getRequestURI().getPath());
        for (String header : List.of("Range", "If-Range", "Authorization")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            line.append(value == null ? "" : " " + header + ": " + value);
        }
        asked.add(line.toString());
    }

    private void serve(HttpExchange exchange) throws IOException {
        if (!files.containsKey(exchange.getRequestURI().getPath())) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        byte[] content = content(exchange);
        String range = exchange.getRequestHeaders().getFirst("Range");
        Headers headers = exchange.getResponseHeaders();
        headers.set("ETag", "\"one\"");
        int from = 0;
        if (range != null && "\"one\"".equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
            from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            headers.set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(Arrays.copyOfRange(content, from, content.length));
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
