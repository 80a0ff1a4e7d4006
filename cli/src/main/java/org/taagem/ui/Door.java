package org.taagem.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.zip.CRC32C;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Lets requests in, and brings out the answers. */
final class Door implements HttpHandler {
    private static final int NOT_MODIFIED = 304;
    private static final int WITHOUT_BODY = -1;

    private final Gate gate;
    private final Routes routes;
    private final PrintWriter complaints;

    Door(Gate gate, Routes routes, PrintWriter complaints) {
        this.gate = gate;
        this.routes = routes;
        this.complaints = complaints;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        } catch (RuntimeException | Error e) {
            // the JDK's server would drop it without a word
            e.printStackTrace(complaints);
            complaints.flush();
            throw e;
        }
    }

    private Answer answer(HttpExchange exchange) {
        Optional<Answer> refusal = gate.refusal(exchange);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            return routes.answer(exchange.getRequestURI());
        } catch (IOException e) {
            return Answer.refusal(Answer.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Content-Security-Policy", answer.policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-cache");
        if (answer.status() == Answer.METHOD_NOT_ALLOWED) {
            headers.set("Allow", "GET, HEAD");
        }
        if (answer.status() == Answer.OK) {
            String tag = tag(answer.body());
            headers.set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(NOT_MODIFIED, WITHOUT_BODY);
                return;
            }
        }
        sendBody(exchange, answer);
    }

    private static void sendBody(HttpExchange exchange, Answer answer) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(answer.body().length));
            exchange.sendResponseHeaders(answer.status(), WITHOUT_BODY);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer.body());
        }
    }

    /** A browser that has the same content already is not sent it again. */
    private static String tag(byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return "\"" + Long.toHexString(sum.getValue()) + "-" + body.length + "\"";
    }
}
