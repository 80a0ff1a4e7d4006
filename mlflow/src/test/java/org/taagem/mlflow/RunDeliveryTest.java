package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.RunRecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunDeliveryTest {
    private static final RunRecord RECORD = Records.of(Map.of("seed", 1, "strategy", "er"));

    private final FakeServer server;

    RunDeliveryTest() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RunDelivery delivery(boolean mayBeThere, Optional<ParentRun> parent) throws MlflowException {
        RunDelivery.Target target = new RunDelivery.Target("e", "name", Optional.empty(), Map.of(), "", parent);
        return new RunDelivery(server.client(), target, mayBeThere);
    }

    private RunDelivery delivery(boolean mayBeThere) throws MlflowException {
        return delivery(mayBeThere, Optional.empty());
    }

    private static List<MetricPoint> losses(long count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(step -> new MetricPoint("batch_loss", 0.5, 1000 + step, step))
                .toList();
    }

    private void assertHasLossesOnce(int count) {
        assertEquals(count, server.points().size());
        assertEquals(count, new HashSet<>(server.points()).size());
    }

    @Test
    void wholeRun_newOne_takesNoRequestTooMany(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("run.json"), "{}");
        RunDelivery delivery = delivery(false);
        delivery.open(RECORD);
        delivery.send(losses(5));
        delivery.upload(List.of(file, folder.resolve("not there")));
        delivery.close(RECORD);
        String artifacts = "7/run0/artifacts/";
        assertEquals(
                List.of(
                        "experiments/get-by-name",
                        "runs/create",
                        "runs/log-inputs",
                        artifacts + "config.yaml",
                        "runs/log-batch",
                        artifacts + "run.json",
                        "runs/update",
                        "runs/log-batch"),
                server.requests());
        assertEquals(List.of("config.yaml", "run.json"), server.files());
        assertEquals("FINISHED", server.status());
        assertEquals("true", server.tag(RunContent.DELIVERED_TAG));
        assertEquals("finished", server.tag(RunContent.STATUS_TAG));
        assertEquals("/#/experiments/7/runs/run0", delivery.page().orElseThrow());
    }

    @Test
    void send_moreThanServersTakeAtOnce_isSplit() throws Exception {
        RunDelivery delivery = delivery(false);
        delivery.open(RECORD);
        server.requests();
        delivery.send(losses(2001));
        assertEquals(List.of("runs/log-batch", "runs/log-batch", "runs/log-batch"), server.requests());
        assertHasLossesOnce(2001);
    }

    @Test
    void send_doneButNotConfirmed_sendsEachPointOnce() throws Exception {
        RunDelivery delivery = delivery(false);
        delivery.open(RECORD);
        server.failOnce("runs/log-batch", 500, true);
        assertTrue(assertThrows(MlflowException.class, () -> delivery.send(losses(3)))
                .isTemporary());
        delivery.send(losses(5));
        assertHasLossesOnce(5);
    }

    @Test
    void open_createdButNotConfirmed_findsTheRun() throws Exception {
        RunDelivery delivery = delivery(false);
        server.failOnce("runs/create", 503, true);
        assertThrows(MlflowException.class, () -> delivery.open(RECORD));
        delivery.open(RECORD);
        assertEquals(1, server.runs());
        assertEquals("run0", delivery.runId().orElseThrow());
    }

    @Test
    void open_runThatIsThere_sendsWhatIsMissing() throws Exception {
        RunDelivery first = delivery(false);
        first.open(RECORD);
        first.send(losses(3));
        RunDelivery second = delivery(true);
        second.open(RECORD);
        second.send(losses(7));
        assertEquals(1, server.runs());
        assertHasLossesOnce(7);
    }

    @Test
    void send_parametersRefused_sendsThePoints() throws Exception {
        RunDelivery delivery = delivery(false);
        delivery.open(RECORD);
        server.refuse((path, body) -> body.contains("\"params\":[{"));
        delivery.send(losses(3));
        assertHasLossesOnce(3);
        assertThrows(MlflowException.class, () -> delivery.close(RECORD));
        assertEquals("FINISHED", server.status());
        assertFalse(delivery(true).isDelivered(RECORD));
    }

    @Test
    void upload_oneFileRefused_sendsTheOther(@TempDir Path folder) throws Exception {
        Path large = Files.writeString(folder.resolve("large"), "very");
        Path small = Files.writeString(folder.resolve("small"), "");
        RunDelivery delivery = delivery(false);
        delivery.open(RECORD);
        server.refuse((path, body) -> path.endsWith("large"));
        delivery.upload(List.of(large, small));
        assertEquals(List.of("config.yaml", "small"), server.files());
        assertThrows(MlflowException.class, () -> delivery.close(RECORD));
    }

    @Test
    void isDelivered_untilClosed_isNot() throws Exception {
        RunDelivery delivery = delivery(true);
        assertFalse(delivery.isDelivered(RECORD));
        delivery.open(RECORD);
        assertFalse(delivery(true).isDelivered(RECORD));
        delivery.close(RECORD);
        assertTrue(delivery(true).isDelivered(RECORD));
        assertFalse(delivery(true).isDelivered(Records.of(Map.of("seed", 2))));
        delivery(true).open(RECORD); // and broke off
        assertFalse(delivery(true).isDelivered(RECORD));
    }

    @Test
    void close_statusNotTaken_isNotMarkedAsDelivered() throws Exception {
        RunDelivery delivery = delivery(false);
        delivery.open(RECORD);
        server.failOnce("runs/update", 500, false);
        assertThrows(MlflowException.class, () -> delivery.close(RECORD));
        assertEquals("false", server.tag(RunContent.DELIVERED_TAG));
    }

    @Test
    void send_serverBusyAfterTheFirstPart_sendsEachPointOnce() throws Exception {
        RunDelivery delivery = delivery(false);
        delivery.open(RECORD);
        server.beBusyOnce((path, body) -> body.contains("\"step\":1500"));
        assertThrows(MlflowException.class, () -> delivery.send(losses(1500)));
        delivery.send(losses(1500));
        assertHasLossesOnce(1500);
    }

    @Test
    void close_pointsLaterThanTheRecordsEnd_endsWithTheLast() throws Exception {
        long end = RunContent.endOf(RECORD);
        RunDelivery delivery = delivery(false);
        delivery.open(RECORD);
        delivery.send(List.of(new MetricPoint("late", 1, end + 400, 1), new MetricPoint("early", 1, end - 400, 1)));
        delivery.close(RECORD);
        assertEquals(end + 400, server.end());
        assertTrue(delivery(true).isDelivered(RECORD));
        RunDelivery again = delivery(true); // knows of the points only what the server says
        again.open(RECORD);
        again.close(RECORD);
        assertEquals(end + 400, server.end());
    }

    @Test
    void close_noPoints_endsWithTheRecord() throws Exception {
        RunDelivery delivery = delivery(false);
        delivery.open(RECORD);
        delivery.close(RECORD);
        assertEquals(RunContent.endOf(RECORD), server.end());
    }

    @Test
    void isDelivered_wentOnWithoutTelling_isNot() throws Exception {
        RunRecord killed = Records.going(Map.of("seed", 1, "strategy", "er"));
        RunDelivery delivery = delivery(false);
        delivery.open(killed);
        delivery.close(killed);
        assertEquals("killed", server.tag(RunContent.STATUS_TAG));
        assertTrue(delivery(true).isDelivered(killed));
        RunRecord later = new RunRecord(
                killed.schema(),
                killed.status(),
                killed.config(),
                killed.environment(),
                killed.stream(),
                killed.untrainedAccuracies(),
                killed.evaluations(),
                killed.tasks(),
                killed.summary(),
                OptionalDouble.of(4.6));
        assertFalse(delivery(true).isDelivered(later));
    }

    @Test
    void open_nameChangedOnTheServer_isLeft() throws Exception {
        delivery(false).open(RECORD);
        RunDelivery.Target other = new RunDelivery.Target(
                "e", "other name", Optional.empty(), Map.of("more", "tags"), "", Optional.empty());
        new RunDelivery(server.client(), other, true).open(RECORD);
        assertEquals("name", server.tag("mlflow.runName"));
        assertEquals("tags", server.tag("more"));
    }

    @Test
    void end_parentThatIsOver_endsOnce() throws Exception {
        ParentRun parent = new ParentRun(
                "batch", "folder-1", Optional.of(new ParentRun.Over("FAILED", Records.START, Records.START)));
        parent.tagOfChildren(server.client(), "7");
        assertEquals("RUNNING", server.status(), "a run of it may not have arrived yet");
        parent.end(server.client(), "e");
        assertEquals("FAILED", server.status());
        server.requests();
        assertEquals(Map.of("mlflow.parentRunId", "run0"), parent.tagOfChildren(server.client(), "7"));
        assertEquals(List.of("runs/search"), server.requests());
    }

    @Test
    void end_parentThatToldHowItEnded_staysAsItIs() throws Exception {
        ParentRun live = new ParentRun("batch", "folder-1", Optional.empty());
        live.tagOfChildren(server.client(), "7");
        live.close(server.client(), "e", "KILLED");
        ParentRun.Over over = new ParentRun.Over("FINISHED", Records.START, Records.START);
        new ParentRun("batch", "folder-1", Optional.of(over)).end(server.client(), "e");
        assertEquals("KILLED", server.status());
    }

    @Test
    void open_parentThatGoesOn_runsAgain() throws Exception {
        ParentRun parent = new ParentRun("batch", "folder-1", Optional.empty());
        parent.tagOfChildren(server.client(), "7");
        parent.close(server.client(), "e", "KILLED");
        assertEquals("KILLED", server.status());
        parent.tagOfChildren(server.client(), "7");
        assertEquals("RUNNING", server.status());
    }
}
