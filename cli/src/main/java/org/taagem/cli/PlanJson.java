package org.taagem.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.taagem.report.JsonText;
import org.taagem.stream.Epoch;
import org.taagem.stream.Task;
import org.taagem.stream.TaskStream;

/** The stream that a configuration makes, for scripts; ids of tasks count from 0, epochs from 1, as in run records. */
final class PlanJson {
    private PlanJson() {}

    static String of(StreamSetup setup, TaskStream stream) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("config", setup.settings().toMap());
        plan.put("source", setup.data().source());
        plan.put("tasks", stream.tasks().stream().map(PlanJson::task).toList());
        List<Map<String, Object>> epochs = new ArrayList<>();
        for (int e = 0; e < stream.epochs().size(); e++) {
            epochs.add(epoch(stream, e));
        }
        plan.put("epochs", epochs);
        plan.put("batches", stream.totalBatches());
        return JsonText.of(plan);
    }

    private static Map<String, Object> task(Task task) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("task_id", task.id());
        map.put("name", task.name());
        map.put("drifts", task.drift().isPresent());
        map.put("train_samples", task.train().size());
        map.put("test_samples", task.test().size());
        return map;
    }

    private static Map<String, Object> epoch(TaskStream stream, int index) {
        Epoch epoch = stream.epochs().get(index);
        int own = stream.ownSamples(index);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("epoch", index + 1);
        map.put("task_id", epoch.task());
        map.put("batches", stream.batches(index));
        map.put("own_samples", own);
        map.put("other_samples", stream.tasks().get(epoch.task()).train().size() - own);
        map.put(
                "mixed_with",
                stream.tasks().stream()
                        .map(Task::id)
                        .filter(id -> id != epoch.task() && epoch.shows(id))
                        .toList());
        return map;
    }
}
