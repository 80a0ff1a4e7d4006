package org.taagem.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.taagem.experiment.Environment;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.StreamFacts;
import org.taagem.experiment.Summary;
import org.taagem.experiment.TaskResult;

/**
 * The top level of {@code run.json}, in the order of its keys: a {@link RunRecord}, and what makes the file handier.
 *
 * @param config as in the record; the one place where null may stand and where the order of keys is kept
 * @param seed the seed of the configuration, where it is easily found; absent if it is not known; not read back
 * @param series names of the files beside this one that hold long series, by series; not read back
 */
record RunFile(
        String schema,
        RunStatus status,

        @JsonFormat(without = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES) @JsonSetter(contentNulls = Nulls.SET)
        Map<String, Object> config,

        OptionalLong seed,
        Environment environment,
        StreamFacts stream,
        List<Double> untrainedAccuracies,
        List<Evaluation> evaluations,
        List<TaskResult> tasks,
        Summary summary,
        OptionalDouble wallTime,
        Map<String, String> series) {
    private static final String SEED = "seed";

    /**
     * Lays out a record.
     *
     * @param series names of files that hold long series, by series
     * @throws IllegalArgumentException if its configuration has a seed that is no number
     */
    static RunFile of(RunRecord record, Map<String, String> series) {
        return new RunFile(
                record.schema(),
                record.status(),
                record.config(),
                seed(record.config()),
                record.environment(),
                record.stream(),
                record.untrainedAccuracies(),
                record.evaluations(),
                record.tasks(),
                record.summary(),
                record.wallTime(),
                series);
    }

    private static OptionalLong seed(Map<String, Object> config) {
        if (!config.containsKey(SEED)) {
            return OptionalLong.empty();
        }
        if (config.get(SEED) instanceof Number seed) {
            return OptionalLong.of(seed.longValue());
        }
        throw new IllegalArgumentException(
                "the configuration of the run has seed '" + config.get(SEED) + "'; expected a whole number");
    }

    RunRecord toRecord() {
        return new RunRecord(
                schema,
                status,
                withLongSeed(config),
                environment,
                stream,
                untrainedAccuracies,
                evaluations,
                tasks,
                summary,
                wallTime);
    }

    /** A small number in JSON does not tell that it is of 64 bits, as the seed of every configuration is. */
    private static Map<String, Object> withLongSeed(Map<String, Object> config) {
        Map<String, Object> typed = new LinkedHashMap<>(config);
        typed.computeIfPresent(SEED, (key, seed) -> seed instanceof Integer small ? Long.valueOf(small) : seed);
        return typed;
    }
}
