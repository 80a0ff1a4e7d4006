package org.taagem.report.html;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.report.html.LineChart.Band;
import org.taagem.report.html.LineChart.Line;
import org.taagem.report.html.LineChart.Mark;
import org.taagem.report.html.PointCloud.Legend;
import org.taagem.report.html.PointCloud.Point;
import org.taagem.report.html.PointCloud.View;

/** A page with everything that a page can have, and names that would do harm if they were taken for markup. */
final class SamplePage {
    static final String HOSTILE = "</script><script>document.title='harmed'</script>'\"><img src=x onerror=alert(1)>";

    private SamplePage() {}

    static Page page() {
        return new Page(
                "A page " + HOSTILE,
                "with everything",
                List.of(
                        new Section("words", "Words", List.of(text(), note(), cards(), table())),
                        new Section(
                                "charts",
                                "Charts",
                                List.of(
                                        figure("lines", lines()),
                                        figure("areas", areas()),
                                        figure("heat", heat()),
                                        figure("bars", bars()),
                                        figure("cloud", cloud()),
                                        images()))));
    }

    static ChartFigure figure(String id, Chart chart) {
        return new ChartFigure(id, "The " + id, chart, "How to read it " + HOSTILE);
    }

    private static Text text() {
        return new Text("Ordinary words " + HOSTILE);
    }

    private static Note note() {
        return new Note("Something is missing " + HOSTILE);
    }

    private static Cards cards() {
        return new Cards(List.of(
                new Cards.Card("ACC", "0.812", "mean accuracy"),
                new Cards.Card("FWT", "not defined", "a single task " + HOSTILE)));
    }

    private static Table table() {
        return new Table("Keys", List.of("key", "value"), List.of(List.of("seed", "3"), List.of(HOSTILE, HOSTILE)));
    }

    static LineChart lines() {
        List<Double> x = List.of(1.0, 2.0, 3.0, 4.0);
        Band band = new Band("± 1 sd", List.of(0.1, 0.2, Double.NaN, 0.4), List.of(0.3, 0.5, Double.NaN, 0.6));
        return new LineChart(
                Axis.of("step"),
                Axis.share("accuracy"),
                List.of(
                        new Line("task 1 " + HOSTILE, x, List.of(0.2, 0.35, Double.NaN, 0.5), Optional.of(band)),
                        new Line("task 2", List.of(3.0, 4.5), List.of(0.25, Double.POSITIVE_INFINITY))),
                List.of(new Mark(2.5, "task 2 " + HOSTILE)),
                LineChart.Style.LINES);
    }

    private static LineChart areas() {
        List<Double> x = List.of(1.0, 2.0, 3.0);
        return new LineChart(
                Axis.of("step"),
                Axis.fromZero("samples"),
                List.of(new Line("a", x, List.of(1.0, 2.0, 3.0)), new Line("b", x, List.of(2.0, 2.0, 1.0))),
                List.of(),
                LineChart.Style.STACKED_AREAS);
    }

    static HeatMap heat() {
        return new HeatMap(
                new Names("tested on", List.of("task 1", "task 2")),
                new Names("after", List.of("task 1", HOSTILE)),
                Axis.share("accuracy"),
                List.of(List.of(0.5, Double.NaN), List.of(0.25, 1.0)));
    }

    static BarChart bars() {
        return new BarChart(
                new Names("task", List.of("1", HOSTILE)),
                Axis.of("share"),
                List.of(
                        new BarChart.Bars("forgetting", List.of(0.25, -0.5)),
                        new BarChart.Bars("BWT " + HOSTILE, List.of(Double.NaN, 0.5))),
                false);
    }

    static PointCloud cloud() {
        Images images = Images.of(
                new ImageShape(1, 2),
                List.of(FeatureVector.of(0, 1), FeatureVector.of(0.5f, 0), FeatureVector.of(1, 1)));
        List<Point> points = List.of(
                new Point(List.of(1.0, 0.0, 0.0), 0, 0, 1, "sample 7 " + HOSTILE),
                new Point(List.of(0.0, 1.0, 0.5), 1, 1, 0.5, "sample 8"),
                new Point(List.of(-1.0, 0.5, 0.0), 1, -1, 0, "sample 9"));
        return new PointCloud(
                new Legend("cluster", List.of("task 1", "task 2"), "age"),
                List.of(
                        new View("label 0", "80 % of the variance", points, Optional.of(images)),
                        new View("label 1 " + HOSTILE, "", points.subList(0, 1), Optional.empty())));
    }

    private static ImageTable images() {
        Images images = Images.of(new ImageShape(2, 1), List.of(FeatureVector.of(0, 1), FeatureVector.of(1, 0)));
        return new ImageTable(
                "samples",
                "Samples " + HOSTILE,
                new Names("label", List.of("0", HOSTILE)),
                List.of(new ImageTable.Row(
                        "Task 1", "10 samples " + HOSTILE, List.of(OptionalInt.of(1), OptionalInt.empty()))),
                images);
    }
}
