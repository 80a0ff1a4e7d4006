package org.taagem.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.stream.Scenario;
import org.taagem.stream.ScenarioException;
import org.taagem.stream.Schedule;
import org.taagem.stream.Task;
import org.taagem.stream.TaskStream;

/**
 * What the learner will see.
 *
 * @param scenario what the tasks are
 * @param schedule when each comes
 * @param lengths number and length of the tasks
 * @param batchSize samples per batch, at least 1
 */
public record StreamConfig(Scenario scenario, Schedule schedule, Schedule.Lengths lengths, int batchSize) {
    public StreamConfig {
        if (batchSize < 1) {
            throw new ConfigException("batch_size is " + batchSize + "; expected at least 1");
        }
    }

    /** Returns a stream as long as this one, in which every batch has the same share of every task. */
    StreamConfig mixedEvenly() {
        double others = 1 - 1.0 / lengths.tasks();
        Schedule.Lengths mixed = new Schedule.Lengths(lengths.epochs(), lengths.transitionEpochs(), others);
        return new StreamConfig(scenario, Schedule.BLURRY, mixed, batchSize);
    }

    /**
     * Returns the keys and values that make the same stream again, of the same data and seed.
     *
     * @return the values by key, which the caller may add to
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        StreamKeys.put(this, map);
        return map;
    }

    /**
     * Makes the stream.
     *
     * @param data what to make the tasks of
     * @param seeds the source of chance
     * @return the stream, whose tasks are in memory
     * @throws ConfigException if the data does not allow what is asked for
     */
    public TaskStream of(TrainTest data, Seeds seeds) {
        try {
            List<Task> tasks = scenario.tasks(data, lengths.tasks(), seeds);
            return new TaskStream(tasks, schedule.order(lengths, seeds.named("schedule")), batchSize, seeds);
        } catch (ScenarioException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }
}
