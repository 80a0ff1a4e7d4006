package org.taagem.experiment;

import java.util.LinkedHashMap;
import java.util.Map;

/** Configurations of runs that are over in a moment: 2 tasks of 2 epochs for a network with 8 hidden units. */
final class Configs {
    private Configs() {}

    /** Returns the tiny configuration with some of its values replaced: key, value, key, value, ... */
    static ExperimentConfig tiny(Object... changes) {
        ConfigReader reader = new ConfigReader(tinyMap(changes));
        ExperimentConfig config = ExperimentConfig.read(reader);
        reader.refuseUnknown();
        return config;
    }

    static Map<String, Object> tinyMap(Object... changes) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("strategy", "ta-a-gem");
        map.put("task_type", "permutation");
        map.put("num_tasks", 2);
        map.put("num_epochs", 2);
        map.put("schedule", "sequential");
        map.put("num_transition_epochs", 1);
        map.put("blurry_share", 0.1);
        map.put("batch_size", 10);
        map.put("hidden_dim", 8);
        map.put("hidden_layers", 1);
        map.put("learning_rate", 0.1);
        map.put("use_learning_rate_scheduler", false);
        map.put("optimizer", "sgd");
        map.put("momentum", 0.9);
        map.put("max_gradient_norm", 0);
        map.put("warmup_steps", 0);
        map.put("device", "cpu");
        map.put("memory", "clustered");
        map.put("num_pools", 4);
        map.put("memory_size_q", 2);
        map.put("memory_size_p", 2);
        map.put("assignment", "paper");
        map.put("removal", "oldest");
        map.put("sampling_rate", 1);
        map.put("memory_fill", "batch");
        map.put("reference_batch", "batch");
        map.put("draw", "even");
        map.put("memory_weight", 1);
        map.put("der_alpha", 0.5);
        map.put("der_beta", 0.5);
        map.put("bgd_sigma", 0.06);
        map.put("bgd_eta", 1);
        map.put("bgd_draws", 10);
        map.put("ewc_lambda", 100);
        map.put("ewc_gamma", 1);
        map.put("ewc_samples", 200);
        map.put("slate_rehearsal", 0.5);
        map.put("slate_matching", 4);
        map.put("slate_teaching", 3);
        map.put("slate_tolerance", 1);
        map.put("slate_anchoring", 10);
        map.put("slate_fast", 1000);
        map.put("slate_slow", 10000);
        map.put("seed", 1);
        map.put("testing_interval", "epoch");
        for (int i = 0; i < changes.length; i += 2) {
            map.put((String) changes[i], changes[i + 1]);
        }
        return map;
    }
}
