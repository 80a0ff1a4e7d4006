package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.mlflow.MlflowPush.Item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What it takes to bring runs to a server that answers as MLflow does. */
class MlflowPushTest {
    private final FakeServer server = new FakeServer();
    private final Path folder;

    MlflowPushTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static RunRecord record(int seed) {
        return Records.of(Map.of("seed", seed));
    }

    private Item item(int seed) throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "{}");
        return new Item("run", record(seed), new LossSeries(0), List.of(file), Map.of("a", "b"), Optional.empty());
    }

    private int importOf(MlflowPush push, int... seeds) throws Exception {
        int sent = 0;
        push.prepareImport("e", seeds.length);
        for (int seed : seeds) {
            sent += push.importRun("e", item(seed)).sent() ? 1 : 0;
        }
        return sent;
    }

    @Test
    void importRun_many_takesSevenRequestsEach() throws Exception {
        assertEquals(3, importOf(new MlflowPush(server.server()), 1, 2, 3));
        List<String> requests = server.requests();
        assertEquals(List.of("experiments/get-by-name", "runs/search"), requests.subList(0, 2));
        assertEquals(
                List.of(
                        "runs/create",
                        "runs/log-inputs",
                        "7/run1/artifacts/config.yaml",
                        "runs/log-batch",
                        "7/run1/artifacts/run.json",
                        "runs/update",
                        "runs/log-batch"),
                requests.subList(2 + 7, 2 + 2 * 7));
        assertEquals(2 + 3 * 7, requests.size());
    }

    @Test
    void importRun_again_asksOnceForAll() throws Exception {
        importOf(new MlflowPush(server.server()), 1, 2, 3);
        server.requests();
        assertEquals(0, importOf(new MlflowPush(server.server()), 1, 2, 3));
        assertEquals(List.of("experiments/get-by-name", "runs/search"), server.requests());
    }

    @Test
    void importRun_sameRunInTwoFolders_isThereOnce() throws Exception {
        assertEquals(1, importOf(new MlflowPush(server.server()), 1, 1));
        assertEquals(1, server.runs());
    }

    @Test
    void importRun_brokenOff_goesOnWithTheSameRun() throws Exception {
        server.failOnce("runs/update", 400, false);
        MlflowPush first = new MlflowPush(server.server());
        assertThrows(MlflowException.class, () -> first.importRun("e", item(1)));
        int before = server.points().size();
        assertEquals(1, importOf(new MlflowPush(server.server()), 1));
        assertEquals(1, server.runs());
        assertEquals(before, server.points().size());
        assertEquals("true", server.tag(RunContent.DELIVERED_TAG));
    }

    @Test
    void push_delivered_sendsNothing() throws Exception {
        MlflowPush push = new MlflowPush(server.server());
        assertTrue(push.push("e", folder, item(1)).sent());
        server.requests();
        MlflowPush.Pushed again = push.push("e", folder, item(1));
        assertFalse(again.sent());
        assertEquals(server.server().address() + "/#/experiments/7/runs/run0", again.page());
        assertEquals(List.of("runs/get"), server.requests());
        Files.delete(folder.resolve(Delivery.NAME));
        assertFalse(push.push("e", folder, item(1)).sent());
        assertEquals(1, server.runs());
    }

    @Test
    void importFolder_madeInTheMeantime_isFoundByItsNote() throws Exception {
        MlflowPush slow = new MlflowPush(server.server());
        slow.prepareImport("e", 1); // sees that nothing is there
        new MlflowPush(server.server()).push("e", folder, item(1));
        assertFalse(slow.importFolder("e", folder, item(1)).sent());
        assertEquals(1, server.runs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"schema\": \"taagem-mlflow/1\"}", "[]", ""})
    void push_damagedNote_saysSo(String note) throws Exception {
        Path file = folder.resolve(Delivery.NAME);
        Files.writeString(file, note);
        IOException problem =
                assertThrows(IOException.class, () -> new MlflowPush(server.server()).push("e", folder, item(1)));
        assertTrue(String.valueOf(problem.getMessage()).startsWith("'" + file + "' is damaged, or of another version"));
    }

    @Test
    void push_runThatWasNeverMadeThere_goesToTheExperimentThatIsNamed() throws Exception {
        MlflowPush push = new MlflowPush(server.server());
        String address = server.server().address().toString();
        new Delivery("taagem-mlflow/1", address, "gone", "", "run", false, false, "was deleted", List.of())
                .write(folder);
        assertEquals("there", push.experiment("there", folder));
        push.push("there", folder, item(1));
        assertEquals("there", Delivery.read(folder).orElseThrow().experimentName());
    }

    @Test
    void isDelivered_byTheNoteOfTheFolder_asksNobody() throws Exception {
        MlflowPush push = new MlflowPush(server.server());
        assertFalse(push.isDelivered(folder));
        assertFalse(push.isWaiting(folder), "the server knows nothing of it");
        server.failOnce("runs/update", 400, false);
        assertThrows(MlflowException.class, () -> push.push("e", folder, item(1)));
        assertFalse(push.isDelivered(folder));
        assertTrue(push.isWaiting(folder));
        push.push("e", folder, item(1));
        server.requests();
        assertTrue(push.isDelivered(folder));
        assertFalse(push.isWaiting(folder));
        assertEquals("e", push.experiment("other", folder));
        assertEquals("other", push.experiment("other", folder.resolve("elsewhere")));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void push_oneFileRefused_endsTheRunAndSaysSo() throws Exception {
        server.refuse((path, body) -> path.endsWith("run.json"));
        MlflowPush push = new MlflowPush(server.server());
        assertThrows(MlflowException.class, () -> push.push("e", folder, item(1)));
        assertEquals("FINISHED", server.status());
        assertFalse(push.isDelivered(folder));
        assertFalse(push.isWaiting(folder));
        assertThrows(MlflowException.class, () -> push.push("e", folder, item(1)), "it is still missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.30.1 | the MLflow server says that its version is '1.30.1'; expected 2.0 or newer",
                "<html> | what listens at SERVER is no MLflow server: asked for its version, it says '<html>'; set the"
                        + " right address"
            })
    void check_otherServer_isRefused(String version, String message) throws Exception {
        server.version(version);
        MlflowPush push = new MlflowPush(server.server());
        assertEquals(
                message.replace("SERVER", server.server().toString()),
                assertThrows(MlflowException.class, () -> push.check("e")).getMessage());
    }

    @Test
    void check_server_isAskedForItsVersionAndTheExperiment() throws Exception {
        new MlflowPush(server.server()).check("e");
        assertEquals(List.of("/version", "experiments/get-by-name"), server.requests());
    }
}
