package org.taagem.experiment;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How things stand when the last epoch of a task is over.
 *
 * @param taskId id of the task
 * @param name what sets it apart
 * @param step batches learned so far
 * @param accuracies accuracy on every task of the stream, by id, 0..1: a row of the accuracy matrix; in a run of the Python
 *     original, which tested no more, on those up to the last one seen
 * @param trainingTime time spent in training since the task before was over, in seconds; absent if it is not known
 * @param evaluationTime time spent in testing since the task before was over, in seconds; training may have gone on
 *     meanwhile; absent if it is not known
 */
public record TaskResult(
        int taskId,
        String name,
        long step,
        List<Double> accuracies,
        OptionalDouble trainingTime,
        OptionalDouble evaluationTime) {}
