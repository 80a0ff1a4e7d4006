package org.taagem.report.legacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.TaskResult;
import org.taagem.pickle.PickleValue;

/**
 * What was measured after every epoch, and the losses of its batches. The original tests the tasks from the first to the
 * last one seen, and no others.
 */
final class LegacyEpochs {
    /** Tables of all tasks by all tasks are made of them. */
    static final int MOST_TASKS = 1000;

    private final List<Evaluation> evaluations = new ArrayList<>();
    private final LossSeries losses = new LossSeries(0);

    private LegacyEpochs() {}

    /** Where an epoch ends in the list of batches. */
    private record Batch(int task, int epoch, int number) {
        boolean isAfter(Batch before) {
            return task == before.task && epoch == before.epoch && number > before.number;
        }
    }

    static LegacyEpochs read(LegacyFields top) throws LegacyException {
        LegacyEpochs epochs = new LegacyEpochs();
        List<PickleValue> data = top.list("epoch_data");
        List<PickleValue> batches = top.list("batch_losses");
        List<Integer> ends = epochEnds(batches, top.visits());
        if (ends.size() != data.size() || data.isEmpty()) {
            throw new LegacyException("has " + data.size() + " epochs in 'epoch_data' and the batches of " + ends.size()
                    + " in 'batch_losses'; expected as many, and at least one");
        }
        int start = 0;
        for (int i = 0; i < data.size(); i++) {
            LegacyFields fields = LegacyFields.of(data.get(i), "epoch_data[" + i + "]", top.visits());
            epochs.add(fields, ends.get(i));
            double rate = fields.number("learning_rate");
            for (; start < ends.get(i); start++) {
                epochs.losses.add(batch(batches, start, top.visits()).number("loss"), rate);
            }
        }
        return epochs;
    }

    private static LegacyFields batch(List<PickleValue> batches, int index, LegacyFields.Visits visits)
            throws LegacyException {
        return LegacyFields.of(batches.get(index), "batch_losses[" + index + "]", visits);
    }

    /** Returns how many batches there are up to the end of every epoch. */
    private static List<Integer> epochEnds(List<PickleValue> batches, LegacyFields.Visits visits)
            throws LegacyException {
        List<Integer> ends = new ArrayList<>();
        Batch before = null;
        for (int i = 0; i < batches.size(); i++) {
            LegacyFields fields = batch(batches, i, visits);
            Batch now = new Batch(
                    fields.integer("task", 0, MOST_TASKS - 1),
                    fields.integer("epoch", 0, Integer.MAX_VALUE),
                    fields.integer("batch", 0, Integer.MAX_VALUE));
            if (before != null && !now.isAfter(before)) {
                ends.add(i);
            }
            before = now;
        }
        if (before != null) {
            ends.add(batches.size());
        }
        return ends;
    }

    private void add(LegacyFields fields, int step) throws LegacyException {
        List<Double> accuracies = fields.shares("individual_accuracies");
        if (accuracies.isEmpty() || accuracies.size() > MOST_TASKS) {
            throw new LegacyException(fields.at("individual_accuracies") + " has " + accuracies.size()
                    + " numbers; expected 1 to " + MOST_TASKS);
        }
        evaluations.add(new Evaluation(
                evaluations.size() + 1,
                step,
                fields.integer("task_id", 0, accuracies.size() - 1),
                fields.share("overall_accuracy"),
                IntStream.range(0, accuracies.size()).boxed().toList(),
                accuracies,
                fields.number("epoch_loss"),
                fields.number("learning_rate"),
                trainingTime(fields.numberIfAny("training_time")),
                fields.integer("memory_size", 0, Integer.MAX_VALUE),
                Map.of(),
                Map.of(),
                OptionalDouble.empty()));
    }

    /** Returns the time from the beginning of the run to the end of an epoch that took so long. */
    private OptionalDouble trainingTime(OptionalDouble ofEpoch) {
        OptionalDouble before = evaluations.isEmpty()
                ? OptionalDouble.of(0)
                : evaluations.get(evaluations.size() - 1).trainingTime();
        return before.isPresent() && ofEpoch.isPresent()
                ? OptionalDouble.of(before.getAsDouble() + ofEpoch.getAsDouble())
                : OptionalDouble.empty();
    }

    List<Evaluation> evaluations() {
        return evaluations;
    }

    LossSeries losses() {
        return losses;
    }

    /** Returns how many tasks were learned or tested. */
    int tasks() {
        return evaluations.stream().mapToInt(e -> e.tasksSeen().size()).max().orElse(0);
    }

    /**
     * Returns the tasks that were learned to their end, in the order in which that was.
     *
     * @param epochsPerTask for how many epochs each task is learned, by id; one number is that of every task
     */
    List<TaskResult> finished(List<Integer> epochsPerTask) {
        Map<Integer, Integer> epochs = new LinkedHashMap<>();
        List<TaskResult> results = new ArrayList<>();
        OptionalDouble before = OptionalDouble.of(0);
        for (Evaluation evaluation : evaluations) {
            int task = evaluation.taskId();
            int wanted = epochsPerTask.get(Math.min(task, epochsPerTask.size() - 1));
            if (epochs.merge(task, 1, Integer::sum) == wanted) {
                results.add(new TaskResult(
                        task,
                        name(task),
                        evaluation.step(),
                        evaluation.individualAccuracies(),
                        difference(evaluation.trainingTime(), before),
                        OptionalDouble.empty()));
                before = evaluation.trainingTime();
            }
        }
        return results;
    }

    private static OptionalDouble difference(OptionalDouble later, OptionalDouble earlier) {
        return later.isPresent() && earlier.isPresent()
                ? OptionalDouble.of(later.getAsDouble() - earlier.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Returns what a task is called here: the original gives no names. */
    static String name(int task) {
        return "task " + task;
    }
}
