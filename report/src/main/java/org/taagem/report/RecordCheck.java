package org.taagem.report;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.TaskResult;

/**
 * Whether what a record says fits together, so that whoever draws or computes of it need not ask: ids of tasks are those of its
 * stream, lists that belong together are of one length, and accuracies are shares, or NaN.
 */
final class RecordCheck {
    private final Path file;
    private final int tasks;

    private RecordCheck(Path file, int tasks) {
        this.file = file;
        this.tasks = tasks;
    }

    /**
     * Checks a record.
     *
     * @param file where it was read, for the message
     * @param record the record
     * @throws RunRecordException if something does not fit; the message names it
     */
    static void check(Path file, RunRecord record) throws RunRecordException {
        RecordCheck check = new RecordCheck(file, record.stream().tasks().size());
        check.shares("untrained_accuracies", record.untrainedAccuracies());
        for (int i = 0; i < record.evaluations().size(); i++) {
            check.evaluation("evaluations[" + i + "].", record.evaluations().get(i));
        }
        Set<Integer> finished = new HashSet<>();
        for (int i = 0; i < record.tasks().size(); i++) {
            TaskResult result = record.tasks().get(i);
            check.result("tasks[" + i + "].", result);
            check.require(finished.add(result.taskId()), "tasks[" + i + "].task_id", result.taskId(), "each task once");
        }
    }

    private void evaluation(String at, Evaluation evaluation) throws RunRecordException {
        id(at + "task_id", evaluation.taskId());
        for (int seen : evaluation.tasksSeen()) {
            id(at + "tasks_seen", seen);
        }
        shares(at + "individual_accuracies", evaluation.individualAccuracies());
        share(at + "overall_accuracy", evaluation.overallAccuracy());
        require(
                evaluation.individualAccuracies().size()
                        == evaluation.tasksSeen().size(),
                at + "individual_accuracies",
                evaluation.individualAccuracies().size() + " numbers",
                evaluation.tasksSeen().size() + ", as many as tasks_seen");
        require(evaluation.step() >= 0, at + "step", evaluation.step(), "at least 0");
        require(evaluation.memorySize() >= 0, at + "memory_size", evaluation.memorySize(), "at least 0");
    }

    private void result(String at, TaskResult result) throws RunRecordException {
        id(at + "task_id", result.taskId());
        shares(at + "accuracies", result.accuracies());
        // in a result of the Python original they end with the last task seen
        require(
                result.accuracies().size() > result.taskId(),
                at + "accuracies",
                result.accuracies().size() + " numbers",
                "that of task_id " + result.taskId() + " too");
    }

    private void id(String field, int id) throws RunRecordException {
        require(id >= 0 && id < tasks, field, id, "the id of one of its " + tasks + " tasks, from 0");
    }

    private void shares(String field, List<Double> shares) throws RunRecordException {
        require(shares.size() <= tasks, field, shares.size() + " numbers", "at most " + tasks + ", one for each task");
        for (int i = 0; i < shares.size(); i++) {
            share(field + "[" + i + "]", shares.get(i));
        }
    }

    private void share(String field, double share) throws RunRecordException {
        require(Double.isNaN(share) || (share >= 0 && share <= 1), field, share, "0 to 1");
    }

    private void require(boolean holds, String field, Object got, String expected) throws RunRecordException {
        if (!holds) {
            throw new RunRecordException("'" + file + "' does not hold the record of a run: " + field + " is " + got
                    + "; expected " + expected);
        }
    }
}
