package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.report.StoredRun;

/**
 * How something went on in the runs of a group, as mean and spread.
 *
 * @param points in the order of epochs; empty if no run has measured it
 */
public record MeanCurve(List<Point> points) {
    /** Makes a copy that nobody changes. */
    public MeanCurve {
        points = List.copyOf(points);
    }

    /**
     * The runs at one moment.
     *
     * @param epoch epochs learned until then
     * @param values the value of each run that was tested then
     */
    public record Point(double epoch, Sample values) {}

    /** What is followed. */
    public enum Quantity {
        /** Accuracy on all tasks seen so far. */
        ACCURACY(
                "average accuracy",
                "Share of right answers among the test samples of all tasks seen so far together, 0 to 1."),
        /** Accuracy on the first task. */
        FIRST_TASK_ACCURACY("first-task accuracy", "Accuracy on the first task, 0 to 1."),
        /** What was lost of the first task, since the next one began. */
        FIRST_TASK_FORGETTING(
                "first-task forgetting",
                "Best accuracy on the first task while it was learned, minus its accuracy now, -1 to 1.");

        private final String title;
        private final String meaning;

        Quantity(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        /**
         * Returns the name for people.
         *
         * @return a few words
         */
        public String title() {
            return title;
        }

        /**
         * Returns what it is.
         *
         * @return a sentence
         */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * Follows a group.
     *
     * @param group its runs
     * @param quantity what is followed
     * @return the curve
     */
    public static MeanCurve of(RunGroup group, Quantity quantity) {
        SortedMap<Double, List<Double>> byEpoch = new TreeMap<>();
        for (StoredRun run : group.runs()) {
            RunRecord record = run.record();
            List<Double> epochs = epochs(record);
            OptionalDouble best = best(record.evaluations());
            for (int i = 0; i < epochs.size(); i++) {
                List<Double> values = byEpoch.computeIfAbsent(epochs.get(i), epoch -> new ArrayList<>());
                value(record.evaluations().get(i), best, quantity).ifPresent(values::add);
            }
        }
        return new MeanCurve(byEpoch.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Point(entry.getKey(), new Sample(entry.getValue())))
                .toList());
    }

    /** Returns when a run was tested, in epochs: whole ones, or parts of them if it was tested more often. */
    static List<Double> epochs(RunRecord record) {
        List<Evaluation> evaluations = record.evaluations();
        long different = evaluations.stream().map(Evaluation::epoch).distinct().count();
        long steps = record.stream().steps();
        double stepsPerEpoch = steps / (double) Math.max(1, record.stream().epochs());
        boolean whole = different == evaluations.size() || steps == 0;
        return evaluations.stream()
                .map(evaluation -> whole ? evaluation.epoch() : evaluation.step() / stepsPerEpoch)
                .toList();
    }

    /** Returns the best accuracy on the first task while it was learned. */
    private static OptionalDouble best(List<Evaluation> evaluations) {
        return evaluations.stream()
                .filter(evaluation -> evaluation.taskId() == 0)
                .flatMapToDouble(evaluation -> firstTask(evaluation).stream())
                .max();
    }

    private static OptionalDouble value(Evaluation evaluation, OptionalDouble best, Quantity quantity) {
        return switch (quantity) {
            case ACCURACY -> OptionalDouble.of(evaluation.overallAccuracy());
            case FIRST_TASK_ACCURACY -> firstTask(evaluation);
            case FIRST_TASK_FORGETTING -> forgetting(best, evaluation);
        };
    }

    private static OptionalDouble firstTask(Evaluation evaluation) {
        int column = evaluation.tasksSeen().indexOf(0);
        return column < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(evaluation.individualAccuracies().get(column));
    }

    private static OptionalDouble forgetting(OptionalDouble best, Evaluation now) {
        OptionalDouble accuracy = firstTask(now);
        return now.taskId() == 0 || best.isEmpty() || accuracy.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(best.getAsDouble() - accuracy.getAsDouble());
    }
}
