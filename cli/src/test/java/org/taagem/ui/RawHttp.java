package org.taagem.ui;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests byte by byte, as no well-behaved client sends them.
 *
 * @param port the port of the server
 */
record RawHttp(int port) {
    private static final int PATIENCE_MILLIS = 20_000;

    static RawHttp of(String address) {
        return new RawHttp(URI.create(address).getPort());
    }

    /** What came back: all headers by name in small letters. */
    record Reply(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** Asks for a path with the right name of the host. */
    Reply get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
    }

    /** Sends a request, all but its last line, and reads until the server has no more to say. */
    Reply send(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return reply(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Reply reply(String text) {
        int end = text.indexOf("\r\n\r\n");
        String[] head = text.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < head.length; i++) {
            String[] parts = head[i].split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        return new Reply(Integer.parseInt(head[0].split(" ", -1)[1]), headers, text.substring(end + 4));
    }
}
