package org.taagem.datasets;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Downloads from a server that truncates, corrupts, stalls, redirects and refuses. */
class DownloaderTest {
    private static final byte[] CONTENT = content();

    private final Path target;
    private final Machine machine;
    private final FileServer server = new FileServer();

    DownloaderTest(@TempDir Path folder) throws IOException {
        target = folder.resolve("file.gz");
        machine = new Machine(folder);
        server.serve("/file.gz", CONTENT);
    }

    private static byte[] content() {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        return content;
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void download_goodServer_writesTheFileAndShowsIt() throws Exception {
        download();

        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals(List.of("/file.gz"), server.asked);
        assertEquals(
                List.of("Fetching file.gz from 127.0.0.1", "end of Fetching file.gz from 127.0.0.1"), machine.shown);
    }

    @Test
    void download_connectionBreaks_goesOnWhereItEnded() throws Exception {
        server.thenTruncate(60_000);

        download();

        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals(2, server.asked.size());
        String second = server.asked.get(1);
        assertEquals("/file.gz Range: bytes=60000- If-Range: \"one\"", second);
    }

    @Test
    void download_rangesRefused_beginsAnew() throws Exception {
        server.thenTruncate(60_000).then(exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
        });

        download();

        assertArrayEquals(CONTENT, Files.readAllBytes(target));
    }

    @Test
    void download_otherPartThanAsked_beginsAnew() throws Exception {
        server.thenTruncate(60_000).then(exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-99999/100000");
            exchange.sendResponseHeaders(206, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
        });

        download();

        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals("/file.gz", server.asked.get(2));
    }

    @Test
    void download_partsDoNotFit_fetchesAllAnew() throws Exception {
        server.then(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(new byte[50_000]);
            exchange.getResponseBody().flush();
        });

        download();

        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals(3, server.asked.size());
    }

    @Test
    void download_alwaysTruncated_givesUpAfterTheTriesAllowed() {
        server.thenTruncate(10).thenTruncate(10).thenTruncate(10);

        assertFails("file.gz from 127.0.0.1: ");
        assertEquals(3, server.asked.size());
    }

    @Test
    void download_corrupt_isNotKept() {
        server.serve("/file.gz", new byte[CONTENT.length]);

        assertFails("file.gz from 127.0.0.1 has SHA-256 ");
    }

    @Test
    void download_otherSize_isNotEvenReceived() {
        server.serve("/file.gz", new byte[5]);

        assertFails("file.gz from 127.0.0.1: it would send 5 bytes; expected 100000");
    }

    @Test
    void download_tooLarge_isNotEvenReceived() {
        assertFails(request(99), "file.gz from 127.0.0.1: it would send 100000 bytes; expected at most 99");
    }

    @Test
    void download_endless_stopsAtTheLimit() {
        server.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < 10_000; i++) {
                out.write(CONTENT);
            }
        });

        assertFails(request(3_000_000), "file.gz from 127.0.0.1: it sent more than 3000000 bytes");
    }

    @Test
    void download_stallsOnce_triesAgain() throws Exception {
        server.thenStall(1000);

        download();

        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals("file.gz from 127.0.0.1: nothing came for 2 seconds; trying again in 0.0 seconds", notes().get(0));
    }

    @Test
    void download_noAnswerOnce_triesAgain() throws Exception {
        server.thenSayNothing();

        download();

        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals(
                "file.gz from 127.0.0.1: no answer came for 2 seconds; trying again in 0.0 seconds", notes().get(0));
    }

    @Test
    void download_interruptedWhileItStalls_ends() throws Exception {
        server.thenStall(10).thenStall(10).thenStall(10);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> thrown.set(assertThrows(Exception.class, this::download)));
        thread.start();
        while (server.asked.isEmpty()) {
            Thread.sleep(1);
        }
        thread.interrupt();
        thread.join(20_000);

        assertInstanceOf(InterruptedException.class, thrown.get());
        assertFalse(Files.exists(target));
    }

    @Test
    void download_busyServer_waitsAndTriesAgain() throws Exception {
        server.thenAnswer(503, "Retry-After", "0").thenAnswer(429, "X-Reason", "busy");

        download();

        assertEquals(3, server.asked.size());
        assertEquals(
                "file.gz from 127.0.0.1: it answered with HTTP status 503; trying again in 0.0 seconds",
                notes().get(0));
    }

    @Test
    void download_veryBusyServer_givesUpAtOnce() {
        server.thenAnswer(429, "Retry-After", "3600");

        assertFails("it answered with HTTP status 429 and wants to be left alone for 3600 seconds");
        assertEquals(1, server.asked.size());
    }

    @Test
    void download_noSuchFile_givesUpAtOnce() {
        WebRequest other = new WebRequest(server.uri("/other"), 10, Optional.empty(), Map.of());

        assertFails(other, "other from 127.0.0.1: it answered with HTTP status 404");
        assertEquals(List.of("/other"), server.asked);
    }

    @Test
    void download_redirect_isFollowed() throws Exception {
        server.thenAnswer(302, "Location", "/elsewhere").serve("/elsewhere", CONTENT);

        download();

        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertEquals(List.of("/file.gz", "/elsewhere"), server.asked);
    }

    @Test
    void download_redirectToOtherServer_doesNotTakeTheKeyAlong() throws Exception {
        try (FileServer other = new FileServer().serve("/file.gz", CONTENT)) {
            server.thenAnswer(307, "Location", other.uri("/file.gz").toString());
            WebRequest request = new WebRequest(
                    server.uri("/file.gz"), 100_000, Optional.empty(), Map.of("Authorization", "Basic secret"));

            new Downloader(machine.environment().downloads()).download(request, target, machine);

            assertEquals(List.of("/file.gz Authorization: Basic secret"), server.asked);
            assertEquals(List.of("/file.gz"), other.asked);
        }
    }

    @Test
    void download_redirectsForEver_stops() {
        for (int i = 0; i < 5; i++) {
            server.thenAnswer(302, "Location", "/file.gz");
        }

        assertFails("it pointed elsewhere more than 2 times");
    }

    @Test
    void download_redirectAwayFromHttps_isRefused() {
        for (String location : List.of("http://example.org/file.gz", "file:///etc/passwd", "ftp://localhost/x")) {
            server.thenAnswer(302, "Location", location);
            assertFails("it pointed to " + location + "; expected an address that begins with https");
        }
        server.thenAnswer(302, "Location", "::not an address");
        assertFails("it pointed to '::not an address', which is no address");
    }

    @Test
    void download_plainHttpElsewhere_isRefused() {
        WebRequest request = new WebRequest(URI.create("http://example.org/file.gz"), 10, Optional.empty(), Map.of());

        assertFails(request, "expected an address that begins with https");
    }

    @Test
    void download_nobodyListens_givesUpAtOnce() {
        server.close();

        assertFails("file.gz from 127.0.0.1: it cannot be reached");
    }

    private void download() throws IOException, InterruptedException {
        Pin pin = new Pin(CONTENT.length, TinyDataset.sha256(CONTENT));
        new Downloader(machine.environment().downloads())
                .download(WebRequest.pinned(server.uri("/file.gz"), pin), target, machine);
    }

    private WebRequest request(long maxBytes) {
        return new WebRequest(server.uri("/file.gz"), maxBytes, Optional.empty(), Map.of());
    }

    private List<String> notes() {
        return machine.shown.stream().filter(line -> line.contains("trying")).toList();
    }

    private void assertFails(String reason) {
        Pin pin = new Pin(CONTENT.length, TinyDataset.sha256(CONTENT));
        assertFails(WebRequest.pinned(server.uri("/file.gz"), pin), reason);
    }

    private void assertFails(WebRequest request, String reason) {
        String message = String.valueOf(assertThrows(SourceUnavailableException.class, () -> {
                    Files.deleteIfExists(target.resolveSibling("file.gz.part"));
                    new Downloader(machine.environment().downloads()).download(request, target, machine);
                })
                .getMessage());
        assertEquals(reason, message.contains(reason) ? reason : message);
        assertFalse(Files.exists(target));
    }
}
