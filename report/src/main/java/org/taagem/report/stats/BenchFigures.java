package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.report.html.Axis;
import org.taagem.report.html.ChartFigure;
import org.taagem.report.html.LineChart;

/** Curves of ACC against what is varied: a line for each learner, with its interval as a band. */
final class BenchFigures {
    private static final double DECADE = 10;

    private BenchFigures() {}

    /** Returns the name of the figure of a stream, on a page and of its files. */
    static String id(String stream) {
        return "acc-" + stream.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Returns the figure of a stream. */
    static ChartFigure of(BenchResults results, String stream, Confidence confidence) {
        String varied = results.varied().orElseThrow();
        List<LineChart.Line> lines = new ArrayList<>();
        for (String learner : results.learners()) {
            List<BenchEntry> entries = results.entries().stream()
                    .filter(entry -> entry.place().stream().equals(stream)
                            && entry.place().learner().equals(learner))
                    .toList();
            if (entries.stream().anyMatch(BenchEntry::hasRank)) {
                lines.add(line(entries, confidence));
            }
        }
        return new ChartFigure(
                id(stream),
                stream + ": ACC against " + varied,
                new LineChart(axis(varied, lines), Axis.of("ACC"), lines),
                caption(lines, confidence));
    }

    private static String caption(List<LineChart.Line> lines, Confidence confidence) {
        String means = lines.stream().anyMatch(line -> line.band().isPresent())
                ? "Mean ACC over the seeds, in bands of the " + confidence + " interval of the mean."
                : "ACC of one seed.";
        return lines.stream().flatMap(line -> line.y().stream()).anyMatch(mean -> mean.isNaN())
                ? means + " A line has a gap where a run diverged or is missing."
                : means;
    }

    /** Values that span more than a decade, such as learning rates, are chosen by their ratios, and so they are drawn. */
    private static Axis axis(String varied, List<LineChart.Line> lines) {
        DoubleSummaryStatistics values = lines.stream()
                .flatMap(line -> line.x().stream())
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return values.getMin() > 0 && values.getMax() > DECADE * values.getMin()
                ? Axis.logarithmic(varied, values.getMin(), values.getMax())
                : Axis.of(varied);
    }

    private static LineChart.Line line(List<BenchEntry> entries, Confidence confidence) {
        List<Double> x = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        boolean banded = false;
        for (BenchEntry entry : entries) {
            Sample sample = entry.sample(Metric.ACC);
            // the mean of the seeds that went well would look as if all had
            double mean = entry.hasRank() ? sample.mean().orElseThrow() : Double.NaN;
            double margin = sample.margin(confidence) instanceof Figure.Defined defined ? defined.value() : Double.NaN;
            banded |= sample.size() > 1;
            x.add(entry.place().value().orElseThrow());
            means.add(mean);
            // no accuracy is beyond 0 and 1, though an interval of few seeds may be
            low.add(Math.max(0, mean - margin));
            high.add(Math.min(1, mean + margin));
        }
        Optional<LineChart.Band> band = banded
                ? Optional.of(new LineChart.Band(confidence + " interval of the mean", low, high))
                : Optional.empty();
        return new LineChart.Line(BenchTable.name(entries.get(0)), x, means, band);
    }
}
