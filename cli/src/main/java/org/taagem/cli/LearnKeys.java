package org.taagem.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.taagem.data.TableSettings.Header;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.ConfigReader;
import org.taagem.experiment.OnlineConfig;
import org.taagem.nn.KernelChoice;

/**
 * The configuration of the learn command: some of the keys of a training, in layers.
 *
 * @param given what the user gives, each key as its value
 */
record LearnKeys(Map<String, Object> given) {
    private static final String KERNEL = "kernel";
    private static final String HEADER = "header";
    private static final String LABEL_COLUMN = "label_column";

    /** The keys that mean something without tasks, epochs and test data. */
    private static final List<String> KEYS = List.of(
            "strategy",
            "batch_size",
            "hidden_dim",
            "hidden_layers",
            "learning_rate",
            "use_learning_rate_scheduler",
            "device",
            "optimizer",
            "momentum",
            "max_gradient_norm",
            "warmup_steps",
            "memory_weight",
            "der_alpha",
            "der_beta",
            "bgd_sigma",
            "bgd_eta",
            "bgd_draws",
            "ewc_lambda",
            "ewc_gamma",
            "ewc_samples",
            "slate_rehearsal",
            "slate_matching",
            "slate_teaching",
            "slate_tolerance",
            "slate_anchoring",
            "slate_fast",
            "slate_slow",
            "slate_lasting",
            "memory",
            "num_pools",
            "memory_size_q",
            "memory_size_p",
            "assignment",
            "removal",
            "sampling_rate",
            "memory_fill",
            "reference_batch",
            "draw",
            "seed",
            KERNEL,
            LABEL_COLUMN,
            HEADER);

    /**
     * Puts the command line over a file.
     *
     * @throws ConfigException if a key is one of trainings only
     */
    static LearnKeys of(Map<String, Object> file, Map<String, Object> commandLine) {
        Map<String, Object> given = new LinkedHashMap<>(file);
        given.putAll(commandLine);
        for (String key : given.keySet()) {
            if (!KEYS.contains(key) && ConfigFiles.defaults().containsKey(key)) {
                throw new ConfigException(
                        key + " is a key of taagem train; taagem learn has no use for it, so leave it out");
            }
        }
        return new LearnKeys(given);
    }

    /** Returns the keys in effect where what is given goes before what was saved, and that before the defaults. */
    LearnKeys over(Map<String, String> saved) {
        Map<String, Object> keys = new LinkedHashMap<>();
        Map<String, Object> defaults = ConfigFiles.defaults();
        KEYS.forEach(key -> keys.put(key, defaults.getOrDefault(key, "")));
        saved.forEach((key, value) -> keys.put(key, YamlText.value(key, value)));
        keys.putAll(given);
        return new LearnKeys(keys);
    }

    /**
     * Reads how to learn.
     *
     * @throws ConfigException if a key is unknown, missing or not allowed
     */
    OnlineConfig config(int classes) {
        ConfigReader reader = new ConfigReader(given);
        OnlineConfig config = OnlineConfig.read(reader, classes);
        kernel(reader);
        labelColumn(reader);
        header(reader);
        reader.refuseUnknown();
        return config;
    }

    KernelChoice kernel() {
        return kernel(new ConfigReader(given));
    }

    private static KernelChoice kernel(ConfigReader reader) {
        return reader.choice(KERNEL, KernelChoice.class);
    }

    String labelColumn() {
        return labelColumn(new ConfigReader(given));
    }

    private static String labelColumn(ConfigReader reader) {
        Object value = reader.value(LABEL_COLUMN);
        return String.valueOf(value);
    }

    Header header() {
        return header(new ConfigReader(given));
    }

    private static Header header(ConfigReader reader) {
        return reader.choice(HEADER, Header.class);
    }

    /** Returns every key that decides what is learned, with the value in effect. */
    Map<String, Object> toMap(OnlineConfig config) {
        Map<String, Object> map = new LinkedHashMap<>(config.toMap());
        map.put(LABEL_COLUMN, labelColumn());
        return map;
    }

    /**
     * Compares a configuration with that of a saved learner, which it is to go on with.
     *
     * @throws ConfigException if they differ; it names the first key that does
     */
    static void checkSame(Map<String, Object> config, Map<String, String> saved, Path file) {
        config.forEach((key, value) -> {
            String before = saved.getOrDefault(key, "");
            if (!String.valueOf(value).equals(before)) {
                throw new ConfigException(key + " is " + value + ", but " + file + " was made with " + key + " "
                        + before + "; leave it out to go on with that, or begin anew without --load");
            }
        });
    }
}
