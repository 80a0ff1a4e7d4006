package org.taagem.stream;

import java.util.List;

import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

/** Makes a sequence of tasks out of one data set: <em>what</em> a stream contains, where a schedule says when. */
public interface Scenario {
    /**
     * Makes the tasks.
     *
     * @param data what to make them of; left unchanged
     * @param count how many tasks, at least 1
     * @param seeds the source of chance
     * @return the tasks, with ids 0..count-1; no training sample belongs to two of them
     * @throws ScenarioException if the data does not allow that many
     */
    List<Task> tasks(TrainTest data, int count, Seeds seeds);
}
