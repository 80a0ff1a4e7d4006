package org.taagem.stream;

import java.util.ArrayList;
import java.util.List;

import org.taagem.data.Dataset;
import org.taagem.data.NativeTask;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

/**
 * The tasks are the data's own ({@link TrainTest#nativeTasks}), in their order: one for each value of a column, or for
 * each of several data sets; data without such is one task as a whole. Nothing is changed.
 */
public record NativeTasks() implements Scenario {
    @Override
    public String name() {
        return "native";
    }

    @Override
    public List<Task> tasks(TrainTest data, int count, Seeds seeds) {
        List<NativeTask> there = data.nativeTasks();
        if (there.isEmpty()) {
            checkOne(data, count);
            return List.of(new Task(0, data.name(), data.train(), data.test()));
        }
        if (count > there.size()) {
            throw new ScenarioException("num_tasks is " + count + ", but " + data.name() + " has only " + there.size()
                    + " tasks of its own; set num_tasks to at most " + there.size());
        }
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            NativeTask task = there.get(k);
            tasks.add(new Task(
                    k,
                    task.name(),
                    part(data.train(), task.trainFrom(), task.trainTo()),
                    part(data.test(), task.testFrom(), task.testTo())));
        }
        return tasks;
    }

    private static void checkOne(TrainTest data, int count) {
        if (count > 1) {
            throw new ScenarioException(
                    "num_tasks is " + count + ", but " + data.name() + " has no tasks of its own and"
                            + " is one task as a whole; name a task_column of a table, or several data sets in dataset_name,"
                            + " such as mnist,fashion_mnist");
        }
    }

    private static Dataset part(Dataset data, int from, int to) {
        return data.with(data.samples().subList(from, to));
    }
}
