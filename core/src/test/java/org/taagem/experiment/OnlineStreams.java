package org.taagem.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.taagem.data.Sample;
import org.taagem.nn.Kernels;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

/** Online learners of a small stream. */
final class OnlineStreams {
    static final OnlineLearner.Stream STREAM = new OnlineLearner.Stream(6, 3);
    static final SampleSpace SPACE =
            new SampleSpace(6, List.of("a", "b", "c", "d", "e", "f"), "colour", List.of("red", "grün"), 3);

    private OnlineStreams() {}

    static Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("strategy", "ta-a-gem");
        keys.put("batch_size", 4);
        keys.put("hidden_dim", 5);
        keys.put("hidden_layers", 1);
        keys.put("learning_rate", 0.1);
        keys.put("use_learning_rate_scheduler", true);
        keys.put("device", "cpu");
        keys.put("optimizer", "sgd");
        keys.put("momentum", 0.9);
        keys.put("max_gradient_norm", 0);
        keys.put("warmup_steps", 0);
        keys.put("memory_weight", 1);
        keys.put("der_alpha", 0.5);
        keys.put("der_beta", 0.5);
        keys.put("bgd_sigma", 0.06);
        keys.put("bgd_eta", 1);
        keys.put("bgd_draws", 10);
        keys.put("ewc_lambda", 100);
        keys.put("ewc_gamma", 1);
        keys.put("ewc_samples", 200);
        keys.put("slate_rehearsal", 0.5);
        keys.put("slate_matching", 4);
        keys.put("slate_teaching", 3);
        keys.put("slate_tolerance", 1);
        keys.put("slate_anchoring", 10);
        keys.put("slate_fast", 1000);
        keys.put("slate_slow", 10000);
        keys.put("memory", "clustered");
        keys.put("num_pools", "auto");
        keys.put("memory_size_q", 4);
        keys.put("memory_size_p", 2);
        keys.put("assignment", "paper");
        keys.put("removal", "random");
        keys.put("sampling_rate", 1.0);
        keys.put("memory_fill", "batch");
        keys.put("reference_batch", "batch");
        keys.put("draw", "even");
        keys.put("seed", 3L);
        return keys;
    }

    static OnlineConfig config() {
        return OnlineConfig.read(new ConfigReader(keys()), STREAM.classes());
    }

    static OnlineLearner learner() {
        return new OnlineLearner(config(), STREAM, Kernels.plain());
    }

    static List<Sample> samples(int count) {
        return Samples.list(Samples.randomBatch(
                0, count, new Samples.Shape(STREAM.features(), STREAM.classes()), new SeededRandom(4)));
    }

    static void learn(OnlineLearner learner, List<Sample> samples) {
        samples.forEach(sample -> learner.learn(sample.features(), sample.label()));
    }
}
