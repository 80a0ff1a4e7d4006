package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured at one moment of a run.
 *
 * @param epoch epochs begun so far, from 1
 * @param step batches learned so far
 * @param taskId id of the task that is being learned
 * @param overallAccuracy share of right answers among the test samples of all tasks seen so far together, 0..1
 * @param tasksSeen ids of those tasks, ascending
 * @param individualAccuracies accuracy on each of those tasks, in the same order, 0..1
 * @param epochLoss mean of the batch losses since the epoch began, in nats
 * @param learningRate learning rate of the last step
 * @param trainingTime time spent in training so far, without evaluation, in seconds; absent if it is not known
 * @param memorySize number of samples in memory
 * @param memoryByLabel number of samples in memory by label, which is by pool; empty if it is not known
 * @param memoryByOrigin number of samples in memory by id of the task that they came from; only the runner knows it; empty if it
 *     is not known
 * @param projectionRate share of the compared steps so far whose gradient was projected, 0..1; absent if none was compared, or if it is not
 *     known
 */
public record Evaluation(
        int epoch,
        long step,
        int taskId,
        double overallAccuracy,
        List<Integer> tasksSeen,
        List<Double> individualAccuracies,
        double epochLoss,
        double learningRate,
        OptionalDouble trainingTime,
        int memorySize,
        Map<Integer, Integer> memoryByLabel,
        Map<Integer, Integer> memoryByOrigin,
        OptionalDouble projectionRate) {}
