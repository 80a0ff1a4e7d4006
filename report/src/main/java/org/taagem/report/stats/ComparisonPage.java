package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.metrics.Figure;
import org.taagem.report.html.Axis;
import org.taagem.report.html.ChartFigure;
import org.taagem.report.html.Content;
import org.taagem.report.html.LineChart;
import org.taagem.report.html.Note;
import org.taagem.report.html.Page;
import org.taagem.report.html.Section;
import org.taagem.report.html.Table;
import org.taagem.report.html.Text;
import org.taagem.report.html.Thinning;

/** Comparisons as a page: for each task type its tables, and mean curves with bands of one standard deviation. */
public final class ComparisonPage {
    private static final ComparisonTable.Style STYLE = new ComparisonTable.Style("±", "", " (best)");
    /** Axes begin and end at multiples of 1 / 20. */
    private static final double ROUND = 20;

    private static final String CAPTION = "Mean over the runs of each, and, where there are several, a band of one"
            + " standard deviation to either side. ";

    private final Confidence confidence;

    private ComparisonPage(Confidence confidence) {
        this.confidence = confidence;
    }

    /**
     * Makes a page.
     *
     * @param comparisons what it is on; their contenders' names are shown as they are
     * @param confidence the level of its intervals and tests
     * @return the page
     */
    public static Page of(List<Comparison> comparisons, Confidence confidence) {
        ComparisonPage page = new ComparisonPage(confidence);
        List<Section> sections = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            sections.add(page.section(comparison, sections.size() + 1));
        }
        List<Content> legend = new ComparisonReport(comparisons, confidence)
                .legend().stream().<Content>map(Text::new).toList();
        sections.add(new Section("how-to-read", "How to read it", legend));
        List<String> names = comparisons.stream()
                .flatMap(comparison -> comparison.contenders().stream())
                .map(Contender::name)
                .distinct()
                .toList();
        return new Page("Comparison", String.join(", ", names), sections);
    }

    private Section section(Comparison comparison, int number) {
        ComparisonTable table = new ComparisonTable(comparison, confidence, STYLE);
        List<Content> contents = new ArrayList<>();
        table.warnings().forEach(warning -> contents.add(new Note(warning)));
        contents.add(table("Mean ± standard deviation over runs", table.means()));
        String id = "type-" + number;
        for (MeanCurve.Quantity quantity : MeanCurve.Quantity.values()) {
            contents.add(figure(comparison, quantity, id));
        }
        if (comparison.contenders().size() > 1) {
            contents.add(
                    table("Tests of " + table.onlyPair().orElse("every two") + ", at " + confidence, table.tests()));
            table.notDefined().forEach(line -> contents.add(new Text(line)));
            if (table.settings().size() > 1) {
                contents.add(table("Settings that differ", table.settings()));
            } else {
                contents.add(new Text("All settings that they share are the same."));
            }
            table.notSet().forEach(line -> contents.add(new Text(line)));
        } else {
            contents.add(new Text("There is nothing to compare it with."));
        }
        return new Section(id, comparison.taskType(), contents);
    }

    private static Table table(String caption, List<List<String>> rows) {
        return new Table(caption, rows.get(0), rows.subList(1, rows.size()));
    }

    private static ChartFigure figure(Comparison comparison, MeanCurve.Quantity quantity, String id) {
        String name = quantity.name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<LineChart.Line> lines = comparison.contenders().stream()
                .map(contender -> line(contender, quantity))
                .filter(line -> !line.x().isEmpty())
                .toList();
        LineChart chart = new LineChart(
                Axis.fromZero("epochs"),
                axis(quantity.title(), lines),
                lines,
                marks(comparison),
                LineChart.Style.LINES);
        return new ChartFigure(
                id + "-" + name, comparison.taskType() + ": " + quantity.title(), chart, CAPTION + quantity.meaning());
    }

    /** An axis for lines with their bands, in round numbers. */
    private static Axis axis(String name, List<LineChart.Line> lines) {
        DoubleSummaryStatistics range = lines.stream()
                .flatMap(line -> Stream.of(
                        line.y(),
                        line.band().map(LineChart.Band::low).orElse(List.of()),
                        line.band().map(LineChart.Band::high).orElse(List.of())))
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .summaryStatistics();
        if (range.getCount() == 0) {
            return Axis.of(name);
        }
        return new Axis(
                name,
                OptionalDouble.of(Math.floor(range.getMin() * ROUND) / ROUND),
                OptionalDouble.of(Math.ceil(range.getMax() * ROUND) / ROUND));
    }

    private static LineChart.Line line(Contender contender, MeanCurve.Quantity quantity) {
        List<Double> epochs = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        boolean several = false;
        for (MeanCurve.Point point :
                shown(MeanCurve.of(contender.group(), quantity).points())) {
            double mean = point.values().mean().orElseThrow();
            Figure spread = point.values().standardDeviation();
            double deviation = spread instanceof Figure.Defined defined ? defined.value() : Double.NaN;
            several |= point.values().size() > 1;
            epochs.add(point.epoch());
            means.add(mean);
            low.add(mean - deviation);
            high.add(mean + deviation);
        }
        Optional<LineChart.Band> band =
                several ? Optional.of(new LineChart.Band("± 1 standard deviation", low, high)) : Optional.empty();
        return new LineChart.Line(contender.name(), epochs, means, band);
    }

    /** Of a curve with very many points, those where it is lowest or highest. */
    private static List<MeanCurve.Point> shown(List<MeanCurve.Point> points) {
        List<Double> means = points.stream()
                .map(point -> point.values().mean().orElseThrow())
                .toList();
        return Thinning.extremes(means, Thinning.MOST).stream().map(points::get).toList();
    }

    /** Where a new task began; if that is not the same in all runs, nothing is marked. */
    private static List<LineChart.Mark> marks(Comparison comparison) {
        List<List<LineChart.Mark>> ofEach = comparison.contenders().stream()
                .flatMap(contender -> contender.group().runs().stream())
                .map(run -> marks(run.record()))
                .distinct()
                .toList();
        return ofEach.size() == 1 ? ofEach.get(0) : List.of();
    }

    private static List<LineChart.Mark> marks(RunRecord record) {
        List<Evaluation> evaluations = record.evaluations();
        List<Double> epochs = MeanCurve.epochs(record);
        List<LineChart.Mark> marks = new ArrayList<>();
        for (int i = 1; i < evaluations.size(); i++) {
            if (evaluations.get(i).taskId() != evaluations.get(i - 1).taskId()) {
                marks.add(new LineChart.Mark(
                        epochs.get(i - 1), "task " + (evaluations.get(i).taskId() + 1)));
            }
        }
        return marks;
    }
}
