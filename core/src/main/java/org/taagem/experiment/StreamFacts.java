package org.taagem.experiment;

import java.util.List;
import java.util.Map;

import org.taagem.data.Encoding;
import org.taagem.data.TrainTest;
import org.taagem.stream.Task;
import org.taagem.stream.TaskStream;

/**
 * What a run's stream is made of.
 *
 * @param dataset name of the data set
 * @param source where the data came from, in words
 * @param sha256 SHA-256 of every file read, by name
 * @param encoding how raw records became samples ({@link org.taagem.data.Encoding#toMap}); empty if nothing was fitted
 * @param classes number of classes of the data, which is the number of outputs of the network
 * @param tasks name of every task, by id
 * @param trainSamples training samples of every task, by id; empty if they are not known
 * @param testSamples test samples of every task, by id; empty if they are not known
 * @param epochs number of epochs of the whole stream
 * @param steps number of batches of the whole stream
 * @param taskAware whether the learner is told of tasks ({@link Strategy#knowsTasks}), which others are not
 */
public record StreamFacts(
        String dataset,
        String source,
        Map<String, String> sha256,
        Map<String, Object> encoding,
        int classes,
        List<String> tasks,
        List<Integer> trainSamples,
        List<Integer> testSamples,
        int epochs,
        long steps,
        boolean taskAware) {
    /**
     * Describes a stream.
     *
     * @param data what its tasks were made of
     * @param stream the stream
     * @param strategy who learns it
     * @return the facts
     */
    static StreamFacts of(TrainTest data, TaskStream stream, Strategy strategy) {
        List<Task> tasks = stream.tasks();
        return new StreamFacts(
                data.name(),
                data.source(),
                data.sha256(),
                data.encoding().map(Encoding::toMap).orElse(Map.of()),
                data.train().classes(),
                tasks.stream().map(Task::name).toList(),
                tasks.stream().map(task -> task.train().size()).toList(),
                tasks.stream().map(task -> task.test().size()).toList(),
                stream.epochs().size(),
                stream.totalBatches(),
                strategy.knowsTasks());
    }
}
