package org.taagem.ui;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.ui.RawHttp.Reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UiServerTest {
    private static final String SECRET = "not for everybody";

    private final Path top;
    private final StringWriter complaints = new StringWriter();
    private final UiServer server;
    private final RawHttp http;

    UiServerTest(@TempDir Path folder) throws IOException {
        top = Files.createDirectory(folder.resolve("top"));
        StoredExample.finished().in(top.resolve("study/a"));
        Files.writeString(top.resolve("study/a/secret.txt"), SECRET);
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        Path outside =
                StoredExample.finished().with("\"tiny\"", '"' + SECRET + '"').in(folder.resolve("outside"));
        Files.createSymbolicLink(top.resolve("link"), outside);
        server = UiServer.start(top, 0, new PrintWriter(complaints));
        http = RawHttp.of(server.address());
    }

    @AfterEach
    void close() {
        server.close();
        assertEquals("", complaints.toString());
    }

    private static JsonNode json(Reply reply) throws IOException {
        assertEquals(200, reply.status());
        assertEquals("application/json", reply.header("content-type"));
        return new JsonMapper().readTree(reply.body());
    }

    @Test
    void start_anyPort_answersOn127001Alone() {
        assertTrue(server.address().matches("http://127\\.0\\.0\\.1:[1-9][0-9]+/"), server::address);
    }

    @Test
    void start_portInUse_saysSoInALine() {
        IOException refused =
                assertThrows(IOException.class, () -> UiServer.start(top, http.port(), new PrintWriter(complaints)));
        assertEquals(
                "cannot listen on port " + http.port()
                        + " of 127.0.0.1: Address already in use; give another with --port,"
                        + " or --port 0 for any that is free",
                refused.getMessage());
    }

    @Test
    void get_listOfRuns_isJson() throws IOException {
        JsonNode list = json(http.get("/api/runs"));
        assertEquals(top.toString(), list.path("folder").asText());
        assertEquals(1, list.path("runs").size());
        JsonNode run = list.path("runs").path(0);
        assertEquals("study/a", run.path("id").asText());
        assertEquals("a", run.path("name").asText());
        assertEquals("study", run.path("folder").asText());
        assertEquals("finished", run.path("state").asText());
        assertEquals(0.9333333333333333, run.path("figures").path("acc").asDouble());
    }

    @Test
    void get_undefinedFigure_hasItsReason() throws IOException {
        StoredExample.finished()
                .with("\"bwt\": -0.1333333333333333", "\"bwt\": null")
                .with("\"not_defined\": {}", "\"not_defined\": {\"bwt\": \"only one task\"}")
                .in(top.resolve("study/a"));
        JsonNode run = json(http.get("/api/runs")).path("runs").path(0);
        assertTrue(run.path("figures").path("bwt").isNull());
        assertEquals("only one task", run.path("not_defined").path("bwt").asText());
    }

    @Test
    void get_oneRun_hasItsFiguresAndCharts() throws IOException {
        JsonNode run = json(http.get("/api/run?run=study%2Fa"));
        assertEquals("study/a", run.path("run").path("id").asText());
        assertEquals("ACC", run.path("figures").path(0).path("name").asText());
        assertEquals(
                0.9333333333333333, run.path("figures").path(0).path("value").asDouble());
        JsonNode lines = run.path("charts").path(0).path("data").path("lines");
        assertEquals(
                "[{\"name\":\"permutation 0\",\"x\":[30,60],\"y\":[1,0.8666666666666667]},"
                        + "{\"name\":\"permutation 1\",\"x\":[60],\"y\":[1]}]",
                lines.toString());
        assertEquals(
                "[30]",
                run.path("charts")
                        .path(0)
                        .path("data")
                        .path("marks")
                        .findValues("at")
                        .toString());
    }

    @Test
    void get_sameAgain_isNotSentAgain() throws IOException {
        String tag = http.get("/api/runs").header("etag");
        String request = "GET /api/runs HTTP/1.1\r\nHost: localhost:" + http.port() + "\r\nIf-None-Match: ";
        Reply same = http.send(request + tag + "\r\n");
        assertEquals(304, same.status());
        assertEquals("", same.body());
        StoredExample.finished().in(top.resolve("another"));
        assertEquals(200, http.send(request + tag + "\r\n").status());
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/live?run=study%2Fa, text/html; charset=utf-8",
        "/page.css, text/css; charset=utf-8",
        "/page.js, text/javascript; charset=utf-8",
        "/list.js, text/javascript; charset=utf-8",
        "/live.js, text/javascript; charset=utf-8",
        "/api/runs, application/json"
    })
    void head_whatIsThere_hasHeadersAlone(String path, String type) throws IOException {
        Reply got = http.get(path);
        Reply head = http.send("HEAD " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + http.port() + "\r\n");
        assertEquals(200, head.status());
        assertEquals("", head.body());
        assertEquals(type, head.header("content-type"));
        assertEquals(String.valueOf(got.body().getBytes(StandardCharsets.UTF_8).length), head.header("content-length"));
        assertSafe(head);
    }

    private static void assertSafe(Reply reply) {
        assertTrue(reply.header("content-security-policy").startsWith("default-src 'none'"), reply::toString);
        assertTrue(reply.header("content-security-policy").contains("frame-ancestors 'none'"), reply::toString);
        assertEquals("nosniff", reply.header("x-content-type-options"));
        assertEquals("same-origin", reply.header("cross-origin-resource-policy"));
        assertEquals("no-referrer", reply.header("referrer-policy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/secret.txt",
                "/study/a/secret.txt",
                "/study/a/run.json",
                "/study/",
                "/../secret.txt",
                "/../../../../../../etc/passwd",
                "/%2e%2e/secret.txt",
                "/%2e%2e%2fsecret.txt",
                "/%252e%252e%252fsecret.txt",
                "/..%5csecret.txt",
                "/study/../../secret.txt",
                "//etc/passwd",
                "/file:///etc/passwd",
                "/list.html",
                "/org/taagem/ui/list.html",
                "/api/",
                "/api/runs/",
                "/api/run?run=..",
                "/api/run?run=../outside",
                "/api/run?run=%2e%2e%2foutside",
                "/api/run?run=%252e%252e%252foutside",
                "/api/run?run=..%5coutside",
                "/api/run?run=/etc/passwd",
                "/api/run?run=link",
                "/api/run?run=study",
                "/api/run?run=study/a/secret.txt",
                "/api/run?run=study/a%00",
                "/api/run?run=study/./a",
                "/api/run?run=study//a",
                "/api/run?run=%3Cscript%3Ealert(1)%3C/script%3E",
                "/api/run?run=",
                "/report?run=..%2foutside",
                "/report?run=link",
                "/study/a/report.html"
            })
    void get_anythingElse_isNotFound(String path) throws IOException {
        Reply reply = http.get(path);
        assertEquals(404, reply.status(), path);
        assertEquals("text/plain; charset=utf-8", reply.header("content-type"));
        assertFalse(reply.body().contains(SECRET) || reply.body().contains("root:"), reply::body);
        assertSafe(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/run",
                "/api/run?",
                "/api/run?run=%zz",
                "/api/run?run=%",
                "/api/run?x=y",
                "/api/run?run=a&run=b",
                "/report",
                "/report?run=%zz"
            })
    void get_queryThatIsNone_isABadRequest(String path) throws IOException {
        assertEquals(400, http.get(path).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "WHATEVER"})
    void send_otherMethod_isRefused(String method) throws IOException {
        Reply reply = http.send(method + " / HTTP/1.1\r\nHost: 127.0.0.1:" + http.port() + "\r\n");
        assertEquals(405, reply.status());
        assertEquals("GET, HEAD", reply.header("allow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: example.org\r\n",
                "Host: example.org:PORT\r\n",
                "Host: 127.0.0.1\r\n",
                "Host: 127.0.0.1:1\r\n",
                "Host: localhost.example.org:PORT\r\n",
                "Host: 127.0.0.1.example.org:PORT\r\n",
                "Host: localhost:PORT@example.org\r\n",
                "Host: 0.0.0.0:PORT\r\n",
                "Host: localhost:PORT\r\nHost: example.org\r\n",
                "Host: \r\n"
            })
    void get_byAnotherName_isForbidden(String host) throws IOException {
        Reply reply = http.send("GET /api/runs HTTP/1.1\r\n" + host.replace("PORT", String.valueOf(http.port())));
        assertEquals(403, reply.status());
        assertFalse(reply.body().contains("study"), reply::body);
    }

    @Test
    void get_longAddress_isRefused() throws IOException {
        assertEquals(414, http.get("/api/run?run=" + "a".repeat(20_000)).status());
        assertEquals(404, http.get("/api/run?run=" + "a".repeat(10_000)).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /bad\u0001address HTTP/1.1\r\n",
                "nonsense\r\n",
                "GET http://[/ HTTP/1.1\r\n",
                "GET /\\ HTTP/1.1\r\n"
            })
    void send_malformedRequest_isABadRequest(String request) throws IOException {
        assertEquals(
                400,
                http.send(request + "Host: 127.0.0.1:" + http.port() + "\r\n").status());
    }

    @Test
    void get_runWithHostileNames_keepsThemAsText() throws IOException {
        String hostile = "<img src=x onerror=alert(1)>";
        StoredExample.finished()
                .with("\"permutation 0\"", "\"</script><script>alert(1)</script>\"")
                .with("\"ta-a-gem\"", '"' + hostile + '"')
                .in(top.resolve(hostile));
        JsonNode run = json(http.get("/api/runs")).path("runs").findParent("id");
        assertEquals(2, json(http.get("/api/runs")).path("runs").size());
        JsonNode asked = json(http.get("/api/run?run=%3Cimg%20src=x%20onerror=alert(1)%3E"));
        assertEquals(hostile, asked.path("run").path("strategy").asText());
        assertTrue(run.isObject());
        String charts =
                http.get("/api/run?run=%3Cimg+src=x+onerror=alert(1)%3E").body();
        assertFalse(charts.substring(charts.indexOf("\"charts\"")).contains("<script>"), charts);
    }

    @Test
    void get_report_isAWholePage() throws IOException {
        Reply page = http.get("/report?run=study/a");
        assertEquals(200, page.status());
        assertEquals("text/html; charset=utf-8", page.header("content-type"));
        assertTrue(page.header("content-security-policy").contains("frame-ancestors 'none'"));
        assertTrue(page.body().contains("<h1>a</h1>"), page::body);
        assertTrue(page.body().contains("<li><a href=\"./\">All runs</a></li>"), page::body);
        assertTrue(page.body().contains("script-src &#39;sha256-"), "its scripts are not bound");
    }

    @Test
    void get_reportOfRunWithALink_isForbidden() throws IOException {
        Files.createSymbolicLink(top.resolve("study/a/batch_losses.csv"), top.resolveSibling("secret.txt"));
        Reply refused = http.get("/report?run=study/a");
        assertEquals(403, refused.status());
        assertFalse(refused.body().contains(SECRET), refused::body);
    }

    @Test
    void get_reportOfDamagedLosses_saysWhy() throws IOException {
        Files.writeString(top.resolve("study/a/batch_losses.csv"), "step\n");
        Reply failed = http.get("/report?run=study/a");
        assertEquals(500, failed.status());
        assertTrue(failed.body().contains("does not hold the losses of a run"), failed::body);
    }

    @Test
    void get_comparison_isAWholePage() throws IOException {
        StoredExample.finished().withSeed(1).in(top.resolve("one"));
        StoredExample.finished().with("\"ta-a-gem\"", "\"sgd\"").in(top.resolve("sgd"));
        StoredExample.finished().withStatus("failed").in(top.resolve("failed"));
        Reply page = http.get("/compare?run=study/a&run=one&run=sgd&run=failed");
        assertEquals(200, page.status());
        assertEquals("text/html; charset=utf-8", page.header("content-type"));
        assertTrue(page.header("content-security-policy").contains("frame-ancestors 'none'"));
        assertTrue(page.body().contains("<h1>Comparison</h1>"), page::body);
        assertTrue(page.body().contains("<li><a href=\"./\">All runs</a></li>"), page::body);
        assertTrue(page.body().contains("sgd, ta-a-gem") || page.body().contains("ta-a-gem, sgd"), page::body);
        assertTrue(page.body().contains("failed: failed"), page::body);
    }

    @Test
    void get_comparisonOfOneConfiguration_hasEachRunAsASide() throws IOException {
        StoredExample.finished().withSeed(1).with("0.9333333333333333", "0.5").in(top.resolve("one"));
        assertTrue(http.get("/compare?run=study/a&run=one").body().contains(">a, one<"));
    }

    @ParameterizedTest
    @CsvSource({
        "run=study/a, 400",
        "'', 400",
        "run=study/a&run=../outside, 404",
        "run=study/a&run=link, 404",
        "run=a&x=b, 400"
    })
    void get_comparisonOfWhatIsNotThere_isRefused(String query, int status) throws IOException {
        assertEquals(status, http.get("/compare?" + query).status());
        assertEquals(
                400,
                http.get("/compare?" + "run=study/a&".repeat(200) + "run=study/a")
                        .status());
    }

    @Test
    void get_damagedRun_saysWhy() throws IOException {
        Files.writeString(top.resolve("study/a/run.json"), "{");
        Reply reply = http.get("/api/run?run=study/a");
        assertEquals(500, reply.status());
        assertTrue(reply.body().contains("is not JSON"), reply::body);
    }

    @Test
    void get_manySlowClients_isAnsweredAtOnce() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = http.connect();
                socket.getOutputStream().write("GET /api/runs HTT".getBytes(StandardCharsets.UTF_8));
                slow.add(socket);
            }
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertEquals(200, http.get("/api/runs").status()));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
