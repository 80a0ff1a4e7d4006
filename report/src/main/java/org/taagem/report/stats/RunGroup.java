package org.taagem.report.stats;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Metric;
import org.taagem.report.StoredRun;

/**
 * Finished runs of one experiment, which differ in their seeds only.
 *
 * @param settings what they have in common
 * @param apart keys that tell them from other groups of the same task type and strategy; empty if there are none
 * @param runs the runs, by seed; at least one
 */
public record RunGroup(RunSettings settings, List<String> apart, List<StoredRun> runs) {
    /** Makes copies that nobody changes. */
    public RunGroup {
        apart = List.copyOf(apart);
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("there is no run; expected at least one");
        }
    }

    /**
     * Returns what the tasks are.
     *
     * @return the task type, as a configuration names it
     */
    public String taskType() {
        return settings.get(RunSettings.TASK_TYPE);
    }

    /**
     * Returns who learns.
     *
     * @return the strategy, as a configuration names it
     */
    public String strategy() {
        return settings.get(RunSettings.STRATEGY);
    }

    /**
     * Returns what sets the group apart from others of the same task type.
     *
     * @return the strategy, and the settings by which it differs from other groups of that strategy
     */
    public String name() {
        return apart.isEmpty() ? strategy() : strategy() + " (" + settings.text(apart) + ")";
    }

    /**
     * Returns the seed of every run that has one.
     *
     * @return the seeds, ascending
     */
    public List<Long> seeds() {
        return runs.stream()
                .map(run -> seed(run.record()))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .toList();
    }

    /** Returns a run's seed; the original's results have none. */
    static OptionalLong seed(RunRecord record) {
        return record.config().get("seed") instanceof Number seed
                ? OptionalLong.of(seed.longValue())
                : OptionalLong.empty();
    }

    /**
     * Returns a metric of every run for which it is defined.
     *
     * @param metric which
     * @return the values, in the order of the runs
     */
    public Sample sample(Metric metric) {
        return new Sample(runs.stream()
                .map(run -> run.record().summary().get(metric).toOptional())
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList());
    }
}
