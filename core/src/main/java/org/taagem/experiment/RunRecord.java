package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Everything that a run leaves behind. Metrics are computed from it, so a new metric needs no new run.
 *
 * @param schema name and version of this layout
 * @param status how the run stands
 * @param config the effective configuration by key; running it again gives the same numbers
 * @param environment where and with what the run was made
 * @param stream what the learner saw
 * @param untrainedAccuracies accuracy before the first step on every task, by id, 0..1; empty until it has been measured
 * @param evaluations what was measured, in order
 * @param tasks the results of all finished tasks, in order
 * @param summary the numbers computed from the above
 * @param wallTime time the run took so far, in seconds; absent if it is not known
 */
public record RunRecord(
        String schema,
        RunStatus status,
        Map<String, Object> config,
        Environment environment,
        StreamFacts stream,
        List<Double> untrainedAccuracies,
        List<Evaluation> evaluations,
        List<TaskResult> tasks,
        Summary summary,
        OptionalDouble wallTime) {
    /** The present name and version of the layout. */
    public static final String SCHEMA = "taagem-run/2";
}
