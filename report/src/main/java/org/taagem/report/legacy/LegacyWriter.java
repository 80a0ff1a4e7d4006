package org.taagem.report.legacy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.pickle.PickleWriter;

/**
 * Writes a run as the Python original's last generation does, so that its own tools read it. A line for every epoch is all that
 * layout has, so the run must have been tested at the end of each. Batches after the last evaluation are left out.
 */
public final class LegacyWriter {
    private final RunRecord record;
    private final LossSeries losses;

    private LegacyWriter(RunRecord record, LossSeries losses) {
        this.record = record;
        this.losses = losses;
    }

    /**
     * Writes a run.
     *
     * @param record its record
     * @param losses the losses of its batches
     * @param out where to; not closed
     * @throws LegacyException if the run was not tested exactly once an epoch
     * @throws IOException if writing fails
     */
    public static void write(RunRecord record, LossSeries losses, OutputStream out) throws IOException {
        LegacyWriter writer = new LegacyWriter(record, losses);
        writer.check();
        OutputStream buffered = new BufferedOutputStream(out);
        PickleWriter.write(writer.data(), buffered);
        buffered.flush();
    }

    private void check() throws LegacyException {
        for (int i = 0; i < evaluations().size(); i++) {
            if (evaluations().get(i).epoch() != i + 1) {
                throw new LegacyException(
                        "the layout of the Python original has one line for every epoch, but evaluation "
                                + (i + 1) + " of this run was made in epoch "
                                + evaluations().get(i).epoch()
                                + "; expected testing_interval epoch (or export another format)");
            }
        }
        if (!evaluations().isEmpty()
                && evaluations().get(evaluations().size() - 1).step() > losses.size()) {
            throw new LegacyException("the losses of " + losses.size() + " batches are there; expected those of all "
                    + evaluations().get(evaluations().size() - 1).step());
        }
    }

    private List<Evaluation> evaluations() {
        return record.evaluations();
    }

    private Map<String, @Nullable Object> data() {
        List<Integer> epochs = IntStream.range(0, evaluations().size()).boxed().toList();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("epoch_data", epochs.stream().map(this::epoch).toList());
        data.put("task_boundaries", epochs);
        data.put("batch_losses", batches());
        data.put("training_times", trainingTimes(epochs));
        data.put("oldest_task_ids_tracking", List.of());
        data.put("timestamp", timestamp());
        data.put("task_accuracies", each(Evaluation::overallAccuracy));
        data.put("per_task_accuracies", each(Evaluation::individualAccuracies));
        data.put("memory_sizes", each(Evaluation::memorySize));
        data.put("epoch_losses", each(evaluation -> List.of(evaluation.epochLoss())));
        data.put("learning_rate", each(Evaluation::learningRate));
        data.put("memory_efficiency", each(LegacyWriter::efficiency));
        data.put("params", LegacyParams.original(record));
        return data;
    }

    private List<Object> each(Function<Evaluation, Object> value) {
        return evaluations().stream().map(value).toList();
    }

    private List<Double> trainingTimes(List<Integer> epochs) {
        return epochs.stream()
                .map(this::trainingTime)
                .flatMapToDouble(OptionalDouble::stream)
                .boxed()
                .toList();
    }

    /** As the original has it: how much accuracy each sample in memory stands for. */
    private static double efficiency(Evaluation evaluation) {
        return evaluation.memorySize() == 0 ? 0 : evaluation.overallAccuracy() / evaluation.memorySize();
    }

    private Map<String, @Nullable Object> epoch(int index) {
        Evaluation evaluation = evaluations().get(index);
        Map<String, @Nullable Object> epoch = new LinkedHashMap<>();
        epoch.put("epoch", index);
        epoch.put("task_id", evaluation.taskId());
        epoch.put("overall_accuracy", evaluation.overallAccuracy());
        epoch.put("individual_accuracies", evaluation.individualAccuracies());
        epoch.put("epoch_loss", evaluation.epochLoss());
        epoch.put("memory_size", evaluation.memorySize());
        epoch.put("learning_rate", evaluation.learningRate());
        OptionalDouble time = trainingTime(index);
        epoch.put("training_time", time.isPresent() ? time.getAsDouble() : null);
        return epoch;
    }

    /** Returns how long an epoch took. */
    private OptionalDouble trainingTime(int index) {
        OptionalDouble before =
                index == 0 ? OptionalDouble.of(0) : evaluations().get(index - 1).trainingTime();
        OptionalDouble after = evaluations().get(index).trainingTime();
        return before.isPresent() && after.isPresent()
                ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
                : OptionalDouble.empty();
    }

    private List<Map<String, Object>> batches() {
        List<Map<String, Object>> batches = new ArrayList<>();
        Map<Integer, Integer> epochs = new LinkedHashMap<>();
        int step = 0;
        for (Evaluation evaluation : evaluations()) {
            int epoch = epochs.merge(evaluation.taskId(), 1, Integer::sum) - 1;
            for (int batch = 0; step < evaluation.step(); batch++, step++) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("task", evaluation.taskId());
                line.put("epoch", epoch);
                line.put("batch", batch);
                line.put("loss", losses.loss(step));
                batches.add(line);
            }
        }
        return batches;
    }

    /** The original writes no zone. */
    private String timestamp() {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(record.environment().startedAt(), ZoneOffset.UTC));
    }
}
