package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;

import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.metrics.Metric.Better;

/**
 * Groups of runs of one task type, side by side.
 *
 * @param taskType the task type, as a configuration names it
 * @param contenders the groups, in order; at least one
 */
public record Comparison(String taskType, List<Contender> contenders) {
    /** What is compared; the records of the runs have more. */
    public static final List<Metric> METRICS = GroupTable.METRICS;

    /** Makes a copy that nobody changes. */
    public Comparison {
        contenders = List.copyOf(contenders);
    }

    /**
     * Compares groups.
     *
     * @param contenders the groups, of whatever task types
     * @return a comparison for each task type, in the order in which the first group of each was given
     */
    public static List<Comparison> of(List<Contender> contenders) {
        return Contender.byTaskType(contenders).entrySet().stream()
                .map(entry -> new Comparison(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Finds who is best, by the mean.
     *
     * @param metric in what
     * @return the contender with the best mean, several if their means are equal; nobody if the metric does not judge,
     *     fewer than two have it, or all are equal
     */
    public List<Contender> best(Metric metric) {
        List<Contender> having = contenders.stream()
                .filter(contender -> mean(contender, metric).isPresent())
                .toList();
        if (metric.better() == Better.NEITHER || having.size() < 2) {
            return List.of();
        }
        DoubleStream means =
                having.stream().mapToDouble(contender -> mean(contender, metric).orElseThrow());
        double best = (metric.better() == Better.LARGER ? means.max() : means.min()).orElseThrow();
        List<Contender> leading = having.stream()
                .filter(contender -> mean(contender, metric).orElseThrow() == best)
                .toList();
        return leading.size() == having.size() ? List.of() : leading;
    }

    private static OptionalDouble mean(Contender contender, Metric metric) {
        return contender.group().sample(metric).mean().toOptional();
    }

    /**
     * Tests every two contenders against each other. The p values are corrected for the number of these tests: those of one
     * metric and one task type are a family.
     *
     * @param metric in what
     * @return the tests: the first contender against each later one, then the second, and so on
     */
    public List<PairTest> tests(Metric metric) {
        List<PairTest> tests = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            for (Contender other : contenders.subList(i + 1, contenders.size())) {
                tests.add(test(contenders.get(i), other, metric));
            }
        }
        List<Figure> corrected =
                Holm.adjust(tests.stream().map(pair -> pair.test().p()).toList());
        for (int i = 0; i < tests.size(); i++) {
            PairTest pair = tests.get(i);
            tests.set(i, new PairTest(pair.first(), pair.second(), pair.test(), corrected.get(i)));
        }
        return List.copyOf(tests);
    }

    private static PairTest test(Contender first, Contender second, Metric metric) {
        Sample a = first.group().sample(metric);
        Sample b = second.group().sample(metric);
        MeanTest test = arePairs(first.group(), second.group())
                        && a.size() == first.group().runs().size()
                        && b.size() == a.size()
                ? MeanTest.paired(a, b)
                : MeanTest.welch(a, b);
        return new PairTest(first, second, test, test.p());
    }

    /**
     * Says whether the runs of two groups belong together in pairs: their seeds are the same, each once, and so are stream
     * and data, so that the runs of one seed have met the same tasks.
     */
    static boolean arePairs(RunGroup a, RunGroup b) {
        List<Long> seeds = a.seeds();
        Set<Long> distinct = new HashSet<>(seeds);
        return Objects.equals(seeds, b.seeds())
                && seeds.size() == a.runs().size()
                && seeds.size() == b.runs().size()
                && distinct.size() == seeds.size()
                && Unlikeness.between(List.of(a, b)).stream().noneMatch(Unlikeness::ofStream);
    }

    /**
     * Finds in what the contenders differ.
     *
     * @return all settings and facts in which they do
     */
    public List<Unlikeness> unlikenesses() {
        return Unlikeness.between(contenders.stream().map(Contender::group).toList());
    }
}
