package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.TrainTest;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What runs tell of their memory. With this data a task of two has 80 training samples, which are 8 batches. */
class ExperimentMemoryTest {
    private final TrainTest data = SyntheticData.images(160, 40);

    @Test
    void run_sgd_hasNoMemory() {
        RecordedRun run = RecordedRun.of(Configs.tiny("strategy", "sgd"), data);

        for (Evaluation evaluation : run.evaluations()) {
            assertEquals(0, evaluation.memorySize());
            assertEquals(Map.of(), evaluation.memoryByLabel());
            assertEquals(Map.of(), evaluation.memoryByOrigin());
            assertEquals(OptionalDouble.empty(), evaluation.projectionRate());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "epoch"})
    void run_memory_isCountedByLabelAndByOrigin(String fill) {
        RecordedRun run = RecordedRun.of(Configs.tiny("memory_fill", fill, "num_tasks", 3), data);

        for (Evaluation evaluation : run.evaluations()) {
            assertTrue(evaluation.memorySize() > 0 && evaluation.memorySize() <= 16);
            assertEquals(evaluation.memorySize(), sum(evaluation.memoryByLabel()));
            assertEquals(evaluation.memorySize(), sum(evaluation.memoryByOrigin()));
            assertTrue(evaluation
                    .tasksSeen()
                    .containsAll(evaluation.memoryByOrigin().keySet()));
        }
        assertTrue(run.evaluations().get(5).memoryByOrigin().size() > 1, "nothing is left of earlier tasks");
    }

    private static int sum(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void run_memoryFilledAfterEpochs_comparesNothingInTheFirst() {
        ExperimentConfig afterwards = Configs.tiny("memory_fill", "epoch", "testing_interval", 4);
        List<Evaluation> evaluations = RecordedRun.of(afterwards, data).evaluations();

        assertEquals(0, evaluations.get(0).memorySize());
        // at step 8 the first epoch has been learned, but its second pass is still to come
        assertEquals(0, evaluations.get(1).memorySize());
        assertTrue(evaluations.get(2).memorySize() > 0);
        List<Double> withMemory = RecordedRun.of(afterwards, data).losses();
        List<Double> without =
                RecordedRun.of(Configs.tiny("strategy", "sgd"), data).losses();
        assertEquals(without.subList(0, 8), withMemory.subList(0, 8));
        assertNotEquals(without.subList(8, 32), withMemory.subList(8, 32));
    }
}
