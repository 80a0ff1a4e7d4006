package org.taagem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.taagem.experiment.Model;

/** What somebody should know who asks a model about rows as they stand, when it has learned them in another form. */
final class AnswerNotes {
    private AnswerNotes() {}

    /** Returns a line for each thing to know; none for a model that has learned rows as they stand. */
    static List<String> of(Model model) {
        Map<String, String> config = model.origin().config();
        String type = config.getOrDefault("task_type", "");
        String change = type.equals("drift") ? config.getOrDefault("drift_of", "") : type;
        boolean severalTasks = !config.getOrDefault("num_tasks", "1").equals("1");
        List<String> notes = new ArrayList<>();
        if (change.equals("permutation")) {
            notes.add("the model has learned features in permuted orders (task_type " + type
                    + "), so its answers for rows as they stand mean nothing");
        } else if (change.equals("rotation") && severalTasks) {
            notes.add("the model has learned images turned further from task to task (task_type " + type
                    + "); only those of its first task were as they stand");
        } else if (type.equals("class_split") && severalTasks) {
            notes.add("the model's classes are places in a group of classes (task_type class_split), from 0 on");
        }
        String data = config.getOrDefault("dataset_name", "");
        if (data.matches("(.*,)?csv:.*") && model.samples().encoding().isEmpty()) {
            notes.add("the model has learned several tables, each scaled and numbered by itself (dataset_name " + data
                    + "); rows are taken as they stand");
        }
        return notes;
    }
}
