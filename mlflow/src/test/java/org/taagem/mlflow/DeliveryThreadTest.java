package org.taagem.mlflow;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.taagem.experiment.RunRecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class DeliveryThreadTest {
    private static final RunRecord RECORD = Records.of(Map.of("seed", 1));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeServer server;
    private final RunDelivery delivery;
    private final DeliveryThread thread;

    DeliveryThreadTest() throws IOException {
        server = new FakeServer();
        delivery = new RunDelivery(
                server.client(),
                new RunDelivery.Target("e", "name", Optional.empty(), Map.of(), "", Optional.empty()),
                false);
        thread = new DeliveryThread(delivery, () -> delivery.open(RECORD));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static List<MetricPoint> points(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(step -> new MetricPoint("batch_loss", 0.5, 1000 + step, step))
                .toList();
    }

    private Optional<MlflowException> finish() {
        return thread.finish(PATIENCE, () -> delivery.close(RECORD));
    }

    private void assertHasOnce(int count) {
        assertEquals(count, server.points().size());
        assertEquals(count, new HashSet<>(server.points()).size());
    }

    private void awaitPoints(int count) throws InterruptedException {
        while (server.points().size() < count) {
            Thread.sleep(5);
        }
    }

    @Test
    void finish_serverThere_hasAllAndIsClosed() {
        thread.start();
        thread.add(points(0, 30));
        assertEquals(Optional.empty(), finish());
        assertHasOnce(30);
        assertEquals("FINISHED", server.status());
    }

    @Test
    void add_aThousandPoints_areSentAtOnceInOneRequest() throws InterruptedException {
        thread.start();
        long before = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            thread.add(points(i, i + 1));
        }
        awaitPoints(1000);
        assertTrue(System.nanoTime() - before < 2_900_000_000L, "waited for more");
        assertEquals(
                2,
                server.requests().stream()
                        .filter(path -> path.endsWith("log-batch"))
                        .count(),
                "parameters, points");
        assertEquals(Optional.empty(), finish());
    }

    @Test
    void hurry_fewPoints_areSentAtOnce() throws InterruptedException {
        thread.start();
        long before = System.nanoTime();
        thread.add(points(0, 3));
        thread.hurry();
        awaitPoints(3);
        assertTrue(System.nanoTime() - before < 2_900_000_000L, "waited for more");
    }

    @Test
    void finish_serverFailsOnce_triesAgain() {
        server.failOnce("runs/create", 500, false);
        thread.start();
        thread.add(points(0, 3));
        assertEquals(Optional.empty(), finish());
        assertHasOnce(3);
    }

    @Test
    void finish_otherRunMadeTheSameDataSet_asksAgainAndDeliversAll() {
        server.collideOnce("runs/log-inputs");
        thread.start();
        thread.add(points(0, 3));
        assertEquals(Optional.empty(), finish());
        assertHasOnce(3);
        assertEquals("true", server.tag(RunContent.DELIVERED_TAG));
        assertEquals(
                2,
                server.requests().stream()
                        .filter(path -> path.endsWith("log-inputs"))
                        .count());
    }

    @Test
    void finish_oneThingRefused_deliversTheRestAndTells() {
        server.refuse((path, body) -> path.endsWith("log-inputs"));
        thread.start();
        thread.add(points(0, 3));
        String problem = String.valueOf(finish().orElseThrow().getMessage());
        assertTrue(problem.contains("HTTP 400"), problem);
        assertHasOnce(3);
        assertEquals("FINISHED", server.status());
        assertEquals("false", server.tag(RunContent.DELIVERED_TAG));
    }

    @Test
    void finish_serverSaysNo_tellsWhatItSaid() {
        server.failOnce("runs/create", 401, false);
        thread.start();
        thread.add(points(0, 3));
        String problem = String.valueOf(finish().orElseThrow().getMessage());
        assertTrue(problem.contains("HTTP 401"), problem);
        assertEquals(0, server.runs());
    }

    @Test
    void finish_serverGone_givesUpLongBeforePatienceEnds() {
        server.close();
        thread.start();
        thread.add(points(0, 3));
        long before = System.nanoTime();
        String problem = String.valueOf(finish().orElseThrow().getMessage());
        assertTrue(problem.contains("does not listen"), problem);
        assertTrue(System.nanoTime() - before < PATIENCE.toNanos() / 2, "made its user wait");
    }

    @Test
    void add_serverThatHangs_neverWaitsAndIsNotMarkedWhenItHadTooMuch() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        DeliveryThread hanging = new DeliveryThread(delivery, () -> {
            answers.await();
            delivery.open(RECORD);
        });
        hanging.start();
        long before = System.nanoTime();
        for (int i = 0; i < 201; i++) {
            hanging.add(points(1000L * i, 1000L * (i + 1)));
        }
        assertTrue(System.nanoTime() - before < 5_000_000_000L, "waited for the server");
        answers.countDown();
        Optional<MlflowException> problem = hanging.finish(PATIENCE, () -> delivery.close(RECORD));
        assertTrue(problem.isPresent());
        assertHasOnce(200_000);
        assertFalse(Boolean.parseBoolean(server.tag(RunContent.DELIVERED_TAG)));
    }

    @Test
    void finish_noAnswerForTooLong_endsWithPatience() {
        DeliveryThread hanging = new DeliveryThread(delivery, () -> new CountDownLatch(1).await());
        hanging.start();
        Optional<MlflowException> problem = hanging.finish(Duration.ofMillis(200), () -> {});
        String told = String.valueOf(problem.orElseThrow().getMessage());
        assertEquals("the MLflow server has not taken everything within 0 s after the end", told);
    }
}
