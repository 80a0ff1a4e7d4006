package org.taagem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.experiment.ConfigReader;
import org.taagem.experiment.Experiment;
import org.taagem.experiment.ExperimentConfig;
import org.taagem.experiment.RunRecorder;
import org.taagem.random.Seeds;

/** A real run that takes a moment: two tasks of images of 4 x 4 pixels in three classes. */
public final class TinyRun {
    private TinyRun() {}

    /** Returns keys and values of its configuration. */
    public static Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("strategy", "ta-a-gem");
        config.put("task_type", "permutation");
        config.put("num_tasks", 2);
        config.put("num_epochs", 1);
        config.put("schedule", "sequential");
        config.put("num_transition_epochs", 1);
        config.put("batch_size", 10);
        config.put("hidden_dim", 8);
        config.put("hidden_layers", 1);
        config.put("learning_rate", 0.1);
        config.put("use_learning_rate_scheduler", false);
        config.put("device", "cpu");
        config.put("optimizer", "sgd");
        config.put("momentum", 0.9);
        config.put("max_gradient_norm", 0);
        config.put("warmup_steps", 0);
        config.put("memory_weight", 1);
        config.put("der_alpha", 0.5);
        config.put("der_beta", 0.5);
        config.put("bgd_sigma", 0.06);
        config.put("bgd_eta", 1);
        config.put("bgd_draws", 10);
        config.put("ewc_lambda", 100);
        config.put("ewc_gamma", 1);
        config.put("ewc_samples", 200);
        config.put("slate_rehearsal", 0.5);
        config.put("slate_matching", 4);
        config.put("slate_teaching", 3);
        config.put("slate_tolerance", 1);
        config.put("slate_anchoring", 10);
        config.put("slate_fast", 1000);
        config.put("slate_slow", 10000);
        config.put("slate_lasting", 0.4);
        config.put("memory", "clustered");
        config.put("num_pools", 3);
        config.put("memory_size_q", 2);
        config.put("memory_size_p", 3);
        config.put("assignment", "paper");
        config.put("removal", "oldest");
        config.put("sampling_rate", 1.0);
        config.put("memory_fill", "batch");
        config.put("reference_batch", "batch");
        config.put("draw", "even");
        config.put("seed", 0L);
        config.put("testing_interval", "epoch");
        return config;
    }

    /** Runs a configuration, as it was read from a record or made by {@link #config}. */
    public static RunRecorder run(Map<String, Object> settings) {
        Experiment experiment = experiment(settings);
        RunRecorder recorder = recorder(settings, experiment);
        experiment.run(recorder, () -> false);
        return recorder;
    }

    public static Experiment experiment(Map<String, Object> settings) {
        return new Experiment(ExperimentConfig.read(new ConfigReader(settings)), data());
    }

    public static RunRecorder recorder(Map<String, Object> settings, Experiment experiment) {
        Map<String, Object> config =
                ExperimentConfig.read(new ConfigReader(settings)).toMap();
        return new RunRecorder(config, Records.ENVIRONMENT, experiment.stream());
    }

    private static TrainTest data() {
        RandomGenerator random = new Seeds(0).named("data");
        return new TrainTest(
                "tiny",
                images(600, random),
                images(60, random),
                "made up",
                Map.of("none", "0".repeat(64)),
                List.of(),
                Optional.empty());
    }

    /** Images that are bright in the third of their pixels that their class says. */
    private static Dataset images(int count, RandomGenerator random) {
        List<Sample> samples = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            float[] pixels = new float[16];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = random.nextFloat() + (i % 3 == id % 3 ? 1 : 0);
            }
            samples.add(new Sample(id, FeatureVector.of(pixels), id % 3));
        }
        return new Dataset(16, 3, Optional.of(new ImageShape(4, 4)), samples);
    }
}
