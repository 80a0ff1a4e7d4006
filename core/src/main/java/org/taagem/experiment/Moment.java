package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.taagem.data.Sample;
import org.taagem.stream.Task;

/**
 * All that is known of a run at the moment at which accuracy is due, but for the accuracy.
 *
 * @param epoch epochs begun so far, from 1
 * @param step batches learned so far
 * @param task the task that is being learned
 * @param tasksSeen ids of the tasks seen so far, ascending
 * @param epochLoss mean of the batch losses since the epoch began, in nats
 * @param learningRate learning rate of the last step
 * @param trainingTime time spent in training so far, in seconds
 * @param memory what is in memory
 * @param projectionRate share of the compared steps so far whose gradient was projected, 0..1; absent if none was compared
 */
record Moment(
        int epoch,
        long step,
        Task task,
        List<Integer> tasksSeen,
        double epochLoss,
        double learningRate,
        double trainingTime,
        Contents memory,
        OptionalDouble projectionRate) {
    /**
     * What is in a memory.
     *
     * @param size number of samples
     * @param byLabel number of samples by label
     * @param byOrigin number of samples by id of the task that they came from
     */
    record Contents(int size, Map<Integer, Integer> byLabel, Map<Integer, Integer> byOrigin) {
        static Contents of(List<Sample> samples, Origins origins) {
            Map<Integer, Integer> byLabel = new TreeMap<>();
            samples.forEach(sample -> byLabel.merge(sample.label(), 1, Integer::sum));
            return new Contents(samples.size(), byLabel, origins.count(samples));
        }
    }

    /** Completes what is known with the accuracies of this moment. */
    Evaluation evaluation(Accuracies accuracies) {
        return new Evaluation(
                epoch,
                step,
                task.id(),
                accuracies.pooled(tasksSeen),
                tasksSeen,
                accuracies.on(tasksSeen),
                epochLoss,
                learningRate,
                OptionalDouble.of(trainingTime),
                memory.size(),
                memory.byLabel(),
                memory.byOrigin(),
                projectionRate);
    }
}
