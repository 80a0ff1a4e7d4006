package org.taagem.experiment;

import org.taagem.stream.Schedule;

/**
 * What the learner will see.
 *
 * @param taskType what the tasks are
 * @param schedule when each comes
 * @param lengths number and length of the tasks
 * @param batchSize samples per batch, at least 1
 */
public record StreamConfig(TaskType taskType, Schedule schedule, Schedule.Lengths lengths, int batchSize) {
    public StreamConfig {
        if (batchSize < 1) {
            throw new ConfigException("batch_size is " + batchSize + "; expected at least 1");
        }
    }
}
