package org.taagem.report.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Metric;

/**
 * A run as a long table, one number to a row, which data frames turn and filter easily. A number that is not known or not
 * defined has no row.
 */
public final class LongTable {
    /** Names of the columns, in order. */
    public static final List<String> COLUMNS = List.of("run", "epoch", "step", "task_id", "metric", "of", "value");

    private final String run;
    private final RowTaker taker;

    private LongTable(String run, RowTaker taker) {
        this.run = run;
        this.taker = taker;
    }

    /**
     * One number.
     *
     * @param run name of the run
     * @param epoch epochs begun so far, from 1; absent for what does not tell it, and for the whole run
     * @param step batches learned so far; absent for the whole run
     * @param taskId id of the task that is being learned; absent where it is not told
     * @param metric what the number is
     * @param of id of the task that it is about (accuracy, untrained_accuracy, memory_of_task) or the label
     *     (memory_of_label); absent where it is about no single one
     * @param value the number
     */
    public record Row(
            String run,
            OptionalInt epoch,
            OptionalLong step,
            OptionalInt taskId,
            String metric,
            OptionalInt of,
            double value) {}

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface RowTaker {
        /**
         * Takes a row.
         *
         * @param row the row
         * @throws IOException if it cannot be written
         */
        void take(Row row) throws IOException;
    }

    /**
     * Tells all numbers of a run: those before the first step, every evaluation, every batch, and the figures of the whole run.
     *
     * @param run its name
     * @param record its record
     * @param losses the losses of its batches
     * @param taker takes the rows
     * @throws IOException if one cannot be written
     */
    public static void tell(String run, RunRecord record, LossSeries losses, RowTaker taker) throws IOException {
        LongTable table = new LongTable(run, taker);
        for (int task = 0; task < record.untrainedAccuracies().size(); task++) {
            table.row(
                    Moment.BEFORE,
                    "untrained_accuracy",
                    OptionalInt.of(task),
                    record.untrainedAccuracies().get(task));
        }
        for (Evaluation evaluation : record.evaluations()) {
            table.evaluation(evaluation);
        }
        for (int i = 0; i < losses.size(); i++) {
            Moment batch = new Moment(OptionalInt.empty(), OptionalLong.of(i + 1L), OptionalInt.empty());
            table.row(batch, "loss", OptionalInt.empty(), losses.loss(i));
            table.row(batch, "learning_rate", OptionalInt.empty(), losses.learningRate(i));
        }
        for (Metric metric : Metric.values()) {
            table.row(
                    Moment.WHOLE_RUN, metric.key(), record.summary().get(metric).toOptional());
        }
        table.row(Moment.WHOLE_RUN, "wall_time", record.wallTime());
    }

    /** When a number was measured. */
    private record Moment(OptionalInt epoch, OptionalLong step, OptionalInt taskId) {
        static final Moment BEFORE = new Moment(OptionalInt.empty(), OptionalLong.of(0), OptionalInt.empty());
        static final Moment WHOLE_RUN = new Moment(OptionalInt.empty(), OptionalLong.empty(), OptionalInt.empty());
    }

    private void evaluation(Evaluation e) throws IOException {
        Moment now = new Moment(OptionalInt.of(e.epoch()), OptionalLong.of(e.step()), OptionalInt.of(e.taskId()));
        row(now, "overall_accuracy", OptionalInt.empty(), e.overallAccuracy());
        for (int i = 0; i < e.tasksSeen().size(); i++) {
            row(
                    now,
                    "accuracy",
                    OptionalInt.of(e.tasksSeen().get(i)),
                    e.individualAccuracies().get(i));
        }
        row(now, "epoch_loss", OptionalInt.empty(), e.epochLoss());
        row(now, "training_time", e.trainingTime());
        row(now, "memory_size", OptionalInt.empty(), e.memorySize());
        counts(now, "memory_of_label", e.memoryByLabel());
        counts(now, "memory_of_task", e.memoryByOrigin());
        row(now, "projection_rate", e.projectionRate());
    }

    private void counts(Moment moment, String metric, Map<Integer, Integer> counts) throws IOException {
        for (Map.Entry<Integer, Integer> count : new TreeMap<>(counts).entrySet()) {
            row(moment, metric, OptionalInt.of(count.getKey()), count.getValue());
        }
    }

    private void row(Moment moment, String metric, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            row(moment, metric, OptionalInt.empty(), value.getAsDouble());
        }
    }

    private void row(Moment moment, String metric, OptionalInt of, double value) throws IOException {
        taker.take(new Row(run, moment.epoch, moment.step, moment.taskId, metric, of, value));
    }
}
