package org.taagem.experiment;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.TrainTest;
import org.taagem.metrics.Metric;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the library is for: a clustered memory keeps a learner from forgetting. */
class ForgettingTest {
    private final TrainTest data = SyntheticData.images(1000, 400);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void run_clusteredMemory_forgetsLessThanNone(int seed) {
        Summary without = summary("sgd", seed);
        Summary with = summary("ta-a-gem", seed);

        // true of all of the seeds 1..12, by 0.025 at least
        double forgotten = without.get(Metric.FORGETTING).orElseThrow();
        assertTrue(forgotten > 0.15, "there is little to forget: " + without);
        assertTrue(with.get(Metric.FORGETTING).orElseThrow() < forgotten, with + " and " + without);
        assertTrue(
                with.get(Metric.ACC).orElseThrow() > without.get(Metric.ACC).orElseThrow(), with + " and " + without);
    }

    private Summary summary(String strategy, int seed) {
        ExperimentConfig config = Configs.tiny(
                "strategy", strategy,
                "seed", seed,
                "num_tasks", 5,
                "num_epochs", 3,
                "hidden_dim", 32,
                "learning_rate", 0.2,
                "memory_size_q", 10,
                "memory_size_p", 5,
                "reference_batch", "all");
        return RecordedRun.of(config, data).record().summary();
    }
}
