package org.taagem.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.taagem.experiment.CheckpointInterval;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.ConfigReader;
import org.taagem.experiment.DataFacts;
import org.taagem.experiment.ExperimentConfig;
import org.taagem.experiment.LearnerTypes;
import org.taagem.experiment.MemoryTypes;
import org.taagem.experiment.TaskTypes;
import org.taagem.nn.KernelChoice;

/**
 * A whole configuration: the experiment, and what the command does around it.
 *
 * @param experiment what decides the numbers, but for the data
 * @param kernel which kernel computes
 * @param checkpoints how often the state of the run is kept
 * @param data what is learned
 * @param tracking which MLflow server is told of it
 * @param experimentName what to file the run under
 * @param outputDir where the run's folder is made
 * @param verbose whether to say more than a line per task
 * @param report whether to make a page of every run
 */
record TrainSettings(
        ExperimentConfig experiment,
        KernelChoice kernel,
        CheckpointInterval checkpoints,
        DataKeys data,
        TrackingKeys tracking,
        String experimentName,
        Path outputDir,
        boolean verbose,
        boolean report) {

    /**
     * Reads the keys of all layers together, before the data is there.
     *
     * @throws ConfigException if one is unknown, missing or not allowed
     */
    static TrainSettings read(Map<String, Object> keys) {
        return read(keys, DataFacts.USUAL);
    }

    /**
     * Reads the keys of all layers together, for the data at hand.
     *
     * @throws ConfigException if one is unknown, missing or not allowed
     */
    static TrainSettings read(Map<String, Object> keys, DataFacts data) {
        ConfigReader reader = new ConfigReader(keys);
        checkLiteSettings(reader.section(ConfigLayers.LITE_SETTINGS));
        ExperimentConfig experiment = ExperimentConfig.read(reader, data);
        TrainSettings settings = new TrainSettings(
                experiment,
                reader.choice("kernel", KernelChoice.class),
                CheckpointInterval.read(reader),
                DataKeys.read(reader),
                TrackingKeys.read(reader),
                notEmpty(reader, "experiment_name"),
                PathText.parse("output_dir", notEmpty(reader, "output_dir")),
                reader.flag("verbose"),
                reader.flag("report"));
        reader.refuseUnknown();
        return settings;
    }

    /** Whether lite mode is on or not: a misspelt key is to be told before somebody wonders why it does nothing. */
    private static void checkLiteSettings(ConfigReader section) {
        Map<String, Object> allowed = new LinkedHashMap<>(ConfigFiles.defaults());
        Stream.of(TaskTypes.all(), LearnerTypes.all(), MemoryTypes.all())
                .flatMap(List::stream)
                .forEach(choice -> allowed.putAll(choice.keys()));
        allowed.keySet().removeAll(List.of("lite", ConfigLayers.LITE_SETTINGS));
        section.assume(allowed);
        section.refuseUnknown();
    }

    static String notEmpty(ConfigReader reader, String key) {
        String text = reader.text(key);
        if (text.isBlank()) {
            throw new ConfigException(key
                    + " is empty; expected a text (set it in the configuration file or with --set " + key + "=VALUE)");
        }
        return text;
    }

    /** Returns every key with the value in effect, as a file that makes the same run again would have them. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>(experiment.toMap());
        map.put("checkpoint_interval", checkpoints.value());
        map.put("kernel", ConfigReader.nameOf(kernel));
        map.putAll(data.toMap());
        map.put("experiment_name", experimentName);
        map.putAll(tracking.toMap());
        map.put("output_dir", outputDir.toString());
        map.put("verbose", verbose);
        map.put("report", report);
        return map;
    }
}
