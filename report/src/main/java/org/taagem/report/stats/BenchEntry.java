package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Metric;

/**
 * What has come of one learner on one stream.
 *
 * @param place which learner and which stream
 * @param toldOfTasks whether the learner is told of tasks, which others are not
 * @param counts how many runs there are to be, and that came to nothing
 * @param runs the records of the finished ones, by seed
 */
public record BenchEntry(Place place, boolean toldOfTasks, Counts counts, SortedMap<Long, RunRecord> runs) {
    /** Makes a copy that nobody changes. */
    public BenchEntry {
        runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
    }

    /**
     * Where an entry stands.
     *
     * @param stream name of the stream
     * @param learner name of the learner, with that of the memory if there are several
     * @param value the value of what is varied; absent if nothing is
     */
    public record Place(String stream, String learner, OptionalDouble value) {}

    /**
     * How many runs there are to be.
     *
     * @param planned all of them, 1 or more
     * @param diverged those whose loss was no finite number any more, 0 or more
     */
    public record Counts(int planned, int diverged) {}

    /** Returns a metric of every run for which it is defined, by seed. */
    Sample sample(Metric metric) {
        return sample(of(metric));
    }

    /** Says whether a run diverged, so that a mean is that of the others. */
    boolean hasDiverged() {
        return counts.diverged() > 0;
    }

    /** Says whether every run finished, so that a mean is that of all seeds. */
    boolean isWhole() {
        return runs.size() == counts.planned();
    }

    /** Says whether every run came to an end, so that nothing will change any more. */
    boolean isOver() {
        return runs.size() + counts.diverged() == counts.planned();
    }

    /** Says whether its mean ACC can be set against those of others: there is one, and it is that of all seeds. */
    boolean hasRank() {
        return sample(Metric.ACC).size() > 0 && isWhole();
    }

    /** Returns the time that each run took, in seconds. */
    Sample wallTime() {
        return sample(RunRecord::wallTime);
    }

    /** Returns how many samples were in memory at the end of each run. */
    Sample memory() {
        return sample(BenchEntry::held);
    }

    private static OptionalDouble held(RunRecord record) {
        List<Evaluation> evaluations = record.evaluations();
        return evaluations.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(evaluations.get(evaluations.size() - 1).memorySize());
    }

    private static Function<RunRecord, OptionalDouble> of(Metric metric) {
        return record -> record.summary().get(metric).toOptional();
    }

    private Sample sample(Function<RunRecord, OptionalDouble> value) {
        return new Sample(runs.values().stream()
                .map(value)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList());
    }

    /**
     * Tests this one against another with the runs of the seeds that both have. They meet the same tasks in the same order
     * with the same seed, so they belong together in pairs.
     *
     * @param other of the same stream
     * @param metric in what
     * @return the paired test of this minus the other
     */
    public MeanTest minus(BenchEntry other, Metric metric) {
        List<double[]> pairs = pairs(other, metric);
        return MeanTest.paired(new Sample(column(pairs, 0)), new Sample(column(pairs, 1)));
    }

    /** Returns of how many seeds both have a metric. */
    int commonSeeds(BenchEntry other, Metric metric) {
        return pairs(other, metric).size();
    }

    private List<double[]> pairs(BenchEntry other, Metric metric) {
        List<double[]> pairs = new ArrayList<>();
        for (Map.Entry<Long, RunRecord> run : runs.entrySet()) {
            RunRecord partner = other.runs.get(run.getKey());
            OptionalDouble mine = of(metric).apply(run.getValue());
            OptionalDouble theirs =
                    partner == null ? OptionalDouble.empty() : of(metric).apply(partner);
            if (mine.isPresent() && theirs.isPresent()) {
                pairs.add(new double[] {mine.getAsDouble(), theirs.getAsDouble()});
            }
        }
        return pairs;
    }

    private static List<Double> column(List<double[]> pairs, int column) {
        return pairs.stream().map(pair -> pair[column]).toList();
    }
}
