package org.taagem.mlflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunContentTest {
    private static final RunRecord RECORD = Records.of(Map.of("strategy", "ta-a-gem", "seed", 3L, "lite", true));
    private static final long START = Records.START.toEpochMilli();

    private static double value(List<MetricPoint> points, String key) {
        List<MetricPoint> found =
                points.stream().filter(point -> point.key().equals(key)).toList();
        assertEquals(1, found.size(), key);
        return found.get(0).value();
    }

    @Test
    void points_evaluation_haveTheOriginalsNames() {
        List<MetricPoint> points = RunContent.points(RECORD.evaluations().get(1), 7);
        assertEquals(0.375, value(points, "overall_accuracy"));
        assertEquals(1.0, value(points, "loss"));
        assertEquals(12, value(points, "memory_size"));
        assertEquals(0.1, value(points, "learning_rate"));
        assertEquals(1, value(points, "current_task"));
        assertEquals(3.0, value(points, "training_time"));
        assertEquals(0.5, value(points, "task_0_accuracy"));
        assertEquals(0.25, value(points, "task_1_accuracy"));
        assertEquals(8, points.size(), "no projection rate, which is not defined");
        assertTrue(points.stream().allMatch(point -> point.step() == 40 && point.timestamp() == 7));
    }

    @Test
    void all_lossesThatAreNotFinite_areLeftOut() {
        LossSeries losses = new LossSeries(40);
        for (int step = 1; step <= 40; step++) {
            losses.add(step == 20 ? Double.NaN : step, 0.1);
        }
        List<MetricPoint> points = RunContent.all(RECORD, losses).stream()
                .filter(point -> point.key().equals("batch_loss"))
                .toList();
        assertEquals(
                List.of(
                        new MetricPoint("batch_loss", 10, START + 500, 10),
                        new MetricPoint("batch_loss", 30, START + 2000, 30),
                        new MetricPoint("batch_loss", 40, START + 3000, 40)),
                points);
    }

    @Test
    void summary_finishedRun_hasFinalAndAverageFigures() {
        List<MetricPoint> points = RunContent.summary(RECORD, 9);
        assertEquals(0.375, value(points, "final_accuracy"));
        assertEquals(0.25, value(points, "forgetting"));
        assertEquals(-0.25, value(points, "bwt"));
        assertEquals((0.75 + 0.375) / 2, value(points, "average_accuracy"));
        assertEquals(12, value(points, "final_memory_size"));
        assertEquals(2, value(points, "total_epochs"));
        assertEquals(2, value(points, "total_tasks"));
        assertFalse(points.stream().anyMatch(point -> point.key().equals("fwt")), "which is not defined");
    }

    @Test
    void params_longValue_isCutToWhatServersTake() {
        Map<String, String> params = RunContent.params(Records.of(Map.of("key", "x".repeat(7000))), "");
        assertEquals("x".repeat(5997) + "...", params.get("key"));
    }

    @Test
    void params_addressOfTheEnvironment_isToldAsTheServer() {
        String key = "mlflow_tracking_uri";
        assertEquals(Map.of(key, "http://host"), RunContent.params(Records.of(Map.of(key, "")), "http://host"));
        assertEquals(
                Map.of(key, "http://own"), RunContent.params(Records.of(Map.of(key, "http://own")), "http://host"));
        assertEquals(Map.of(), RunContent.params(Records.of(Map.of()), "http://host"), "of the Python original");
    }

    @Test
    void ending_recordThatStillGoesOn_isKilled() {
        assertEquals("killed", RunContent.ending(Records.going(Map.of())).get(RunContent.STATUS_TAG));
        assertEquals("KILLED", RunContent.status(Records.going(Map.of())));
        assertEquals("finished", RunContent.ending(RECORD).get(RunContent.STATUS_TAG));
    }

    @Test
    void key_otherSeed_isAnother() {
        Map<String, Object> other = new HashMap<>(RECORD.config());
        assertEquals(RunContent.key(RECORD), RunContent.key(Records.of(other)));
        other.put("seed", 4L);
        assertNotEquals(RunContent.key(RECORD), RunContent.key(Records.of(other)));
    }

    @Test
    void inputs_mnist_haveADigestOfAllFiles() {
        List<DatasetInput> inputs = RunContent.inputs(RECORD.stream());
        assertEquals(1, inputs.size());
        assertEquals("mnist", inputs.get(0).name());
        assertEquals(36, inputs.get(0).digest().length());
        assertTrue(inputs.get(0).profile().contains("\"num_train_samples\":1200"));
    }
}
