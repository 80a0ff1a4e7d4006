package org.taagem.experiment;

import java.util.List;

/**
 * How things stand when the last epoch of a task is over.
 *
 * @param taskId id of the task
 * @param name what sets it apart
 * @param step batches learned so far
 * @param accuracies accuracy on every task of the stream, by id, 0..1: a row of the accuracy matrix
 * @param trainingTime time spent in training since the task before was over, in seconds
 * @param evaluationTime time spent in testing since the task before was over, in seconds; training may have gone on
 *     meanwhile
 */
public record TaskResult(
        int taskId, String name, long step, List<Double> accuracies, double trainingTime, double evaluationTime) {}
