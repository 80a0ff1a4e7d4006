package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;

/** A comparison as rows of text. */
final class ComparisonTable {
    private final Comparison comparison;
    private final Confidence confidence;
    private final Style style;

    /**
     * How texts are written.
     *
     * @param plusMinus what stands between mean and standard deviation
     * @param before what stands before the best mean
     * @param after what stands behind it
     */
    record Style(String plusMinus, String before, String after) {}

    ComparisonTable(Comparison comparison, Confidence confidence, Style style) {
        this.comparison = comparison;
        this.confidence = confidence;
        this.style = style;
    }

    /** A column for each contender; mean and standard deviation of each metric, the best mean marked. */
    List<List<String>> means() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", Contender::name));
        rows.add(row("strategy", contender -> contender.group().strategy()));
        rows.add(
                row("runs", contender -> String.valueOf(contender.group().runs().size())));
        rows.add(row("seeds", contender -> SeedText.orNone(contender.group().seeds())));
        for (Metric metric : Comparison.METRICS) {
            List<Contender> best = comparison.best(metric);
            rows.add(row(metric.title(), contender -> {
                String text = mean(contender.group().sample(metric));
                return best.contains(contender) ? style.before + text + style.after : text;
            }));
        }
        return rows;
    }

    private List<String> row(String name, Function<Contender, String> cell) {
        List<String> row = new ArrayList<>(List.of(name));
        comparison.contenders().forEach(contender -> row.add(cell.apply(contender)));
        return row;
    }

    private String mean(Sample sample) {
        String mean = NumberText.rounded(sample.mean());
        return sample.size() < 2
                ? mean
                : mean + " " + style.plusMinus + " " + NumberText.rounded(sample.standardDeviation());
    }

    /** What is tested, if it is one pair only; then the rows need not say so. */
    Optional<String> onlyPair() {
        List<PairTest> tests = comparison.tests(Metric.ACC);
        return tests.size() == 1 ? Optional.of(name(tests.get(0))) : Optional.empty();
    }

    private static String name(PairTest pair) {
        return pair.first().name() + " - " + pair.second().name();
    }

    /** A row for each metric and pair; of one pair only, without its name, and without a correction that changes nothing. */
    List<List<String>> tests() {
        boolean several = onlyPair().isEmpty();
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("metric"));
        if (several) {
            header.add("first - second");
        }
        header.addAll(List.of("difference", confidence + " interval", "test", "t", "df", "p"));
        if (several) {
            header.add("p (Holm)");
        }
        header.addAll(List.of("effect size", "differs"));
        rows.add(header);
        for (Metric metric : Comparison.METRICS) {
            comparison.tests(metric).forEach(pair -> rows.add(test(metric, pair, several)));
        }
        return rows;
    }

    private List<String> test(Metric metric, PairTest pair, boolean several) {
        MeanTest test = pair.test();
        List<String> row = new ArrayList<>(List.of(metric.title()));
        if (several) {
            row.add(name(pair));
        }
        row.addAll(List.of(
                NumberText.rounded(test.difference()),
                interval(test),
                test.kind().title(),
                number(test.t(), "%.2f"),
                number(test.degreesOfFreedom(), "%.1f"),
                p(test.p())));
        if (several) {
            row.add(p(pair.correctedP()));
        }
        String effect = number(test.effectSize(), "%.2f");
        row.add(effect.equals(NumberText.NONE) ? effect : test.kind().effectSize() + " " + effect);
        row.add(differs(pair));
        return row;
    }

    private String differs(PairTest pair) {
        return pair.correctedP() instanceof Figure.Defined corrected
                ? confidence.rejects(corrected.value()) ? "yes" : "no"
                : NumberText.NONE;
    }

    private String interval(MeanTest test) {
        if (test.margin(confidence) instanceof Figure.Defined margin) {
            double difference = test.difference().orElseThrow();
            return NumberText.rounded(difference - margin.value()) + " to "
                    + NumberText.rounded(difference + margin.value());
        }
        return NumberText.NONE;
    }

    private static String number(Figure figure, String format) {
        return figure instanceof Figure.Defined defined
                ? String.format(Locale.ROOT, format, defined.value())
                : NumberText.NONE;
    }

    private static String p(Figure figure) {
        return figure instanceof Figure.Defined defined && defined.value() < 0.0001
                ? "< 0.0001"
                : NumberText.rounded(figure);
    }

    /** Why a test is not defined: a line for each reason and pair. */
    List<String> notDefined() {
        Map<String, List<String>> metrics = new LinkedHashMap<>();
        for (Metric metric : Comparison.METRICS) {
            for (PairTest pair : comparison.tests(metric)) {
                if (pair.test().p() instanceof Figure.Undefined undefined) {
                    String reason =
                            pair.first().name() + " - " + pair.second().name() + ": no test: " + undefined.reason();
                    metrics.computeIfAbsent(reason, same -> new ArrayList<>()).add(metric.title());
                }
            }
        }
        List<String> lines = new ArrayList<>();
        metrics.forEach((reason, titles) -> lines.add(
                reason + (titles.size() == Comparison.METRICS.size() ? "" : " (" + String.join(", ", titles) + ")")));
        return lines;
    }

    /** A row for each setting of which the contenders have several values. */
    List<List<String>> settings() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("setting", Contender::name));
        for (Unlikeness unlikeness : contradictions()) {
            List<String> row = new ArrayList<>(List.of(unlikeness.key()));
            row.addAll(unlikeness.values());
            rows.add(row);
        }
        return rows;
    }

    private List<Unlikeness> contradictions() {
        return comparison.unlikenesses().stream()
                .filter(Unlikeness::isContradiction)
                .toList();
    }

    /** A line for all settings that the records of the same contenders lack. */
    List<String> notSet() {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        for (Unlikeness unlikeness : comparison.unlikenesses()) {
            if (!unlikeness.isContradiction()) {
                List<String> having = new ArrayList<>();
                String value = RunSettings.NOT_SET;
                for (int i = 0; i < unlikeness.values().size(); i++) {
                    if (!unlikeness.values().get(i).equals(RunSettings.NOT_SET)) {
                        having.add(comparison.contenders().get(i).name());
                        value = unlikeness.values().get(i);
                    }
                }
                settings.computeIfAbsent(String.join(", ", having), names -> new ArrayList<>())
                        .add(unlikeness.key() + "=" + (value.isEmpty() ? "\"\"" : value));
            }
        }
        List<String> lines = new ArrayList<>();
        settings.forEach(
                (names, keys) -> lines.add("only in the records of " + names + ": " + String.join(", ", keys)));
        return lines;
    }

    /** A line for everything in which not the method differs but what it is tried on. */
    List<String> warnings() {
        Map<Unlikeness.Kind, List<String>> keys = new LinkedHashMap<>();
        for (Unlikeness unlikeness : contradictions()) {
            if (unlikeness.kind() != Unlikeness.Kind.METHOD) {
                keys.computeIfAbsent(unlikeness.kind(), kind -> new ArrayList<>())
                        .add(unlikeness.key());
            }
        }
        List<String> lines = new ArrayList<>();
        keys.forEach((kind, names) -> lines.add("warning: " + comparison.taskType() + ": the "
                + kind.name().toLowerCase(Locale.ROOT) + " differs too, not the method alone: "
                + String.join(", ", names)));
        return lines;
    }
}
