package org.taagem.report.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.report.html.Axis;
import org.taagem.report.html.BarChart;
import org.taagem.report.html.Chart;
import org.taagem.report.html.HeatMap;
import org.taagem.report.html.LineChart;
import org.taagem.report.html.LineChart.Band;
import org.taagem.report.html.LineChart.Line;
import org.taagem.report.html.LineChart.Mark;
import org.taagem.report.html.LineChart.Style;
import org.taagem.report.html.Names;
import org.taagem.report.html.PointCloud;
import org.taagem.report.plot.ChartPicture.Format;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChartPictureTest {
    private static final String HOSTILE = "</text><script>alert(1)</script>";

    private static final List<Double> X = List.of(10.0, 20.0, 30.0, 40.0);
    private static final Band BAND =
            new Band("range", List.of(0.1, 0.2, Double.NaN, 0.1), List.of(0.4, 0.6, Double.NaN, 0.9));
    private static final LineChart LINES = new LineChart(
            Axis.of("step"),
            Axis.share("accuracy"),
            List.of(
                    new Line("task 1", X, List.of(0.25, 0.5, Double.NaN, 0.75), Optional.of(BAND)),
                    new Line(HOSTILE, List.of(), List.of()),
                    new Line("task 3", X, List.of(0.1, Double.POSITIVE_INFINITY, 0.3, 0.2))),
            List.of(new Mark(25, "task 2")),
            Style.LINES);
    private static final LineChart AREAS = new LineChart(
            Axis.of("step"),
            Axis.fromZero("samples"),
            List.of(new Line("a", X, List.of(1.0, 2.0, 3.0, 3.0)), new Line("b", X, List.of(5.0, 4.0, 3.0, 3.0))),
            List.of(),
            Style.STACKED_AREAS);
    private static final HeatMap HEAT = new HeatMap(
            new Names("tested on", List.of("task 1", "task 2")),
            new Names("after", List.of("task 1", HOSTILE)),
            Axis.share("accuracy"),
            List.of(List.of(0.875, Double.NaN), List.of(0.25, 1.0)));
    private static final BarChart BARS = new BarChart(
            new Names("task", List.of("task 1", "task 2")),
            Axis.of("change"),
            List.of(
                    new BarChart.Bars("forgetting", List.of(0.25, Double.NaN)),
                    new BarChart.Bars("BWT", List.of(-0.25, 0.125))),
            false);

    static List<Chart> charts() {
        return List.of(LINES, AREAS, HEAT, BARS);
    }

    private static Document svg(Chart chart) throws Exception {
        byte[] bytes = ChartPicture.of(chart, Format.SVG).orElseThrow();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<String> texts(Chart chart) throws Exception {
        NodeList nodes = svg(chart).getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("charts")
    void of_anyChart_isAPictureOf300DotsToAnInch(Chart chart) throws Exception {
        byte[] bytes = ChartPicture.of(chart, Format.PNG).orElseThrow();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertEquals(1950, image.getWidth());
        assertEquals(1200, image.getHeight());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertTrue(colours.contains(0xff0072b2) || chart == HEAT, "the first colour is missing");
        assertTrue(colours.size() > 5, () -> colours.size() + " colours");
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        int physical = raw.indexOf("pHYs");
        assertEquals(11811, Byte.toUnsignedInt(bytes[physical + 6]) << 8 | Byte.toUnsignedInt(bytes[physical + 7]));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void of_twice_givesTheSameBytes(Chart chart) {
        for (Format format : Format.values()) {
            assertArrayEquals(
                    ChartPicture.of(chart, format).orElseThrow(),
                    ChartPicture.of(chart, format).orElseThrow());
        }
    }

    @Test
    void of_lines_hasItsTextsAsText() throws Exception {
        List<String> texts = texts(LINES);
        assertTrue(
                texts.containsAll(List.of("task 1", HOSTILE, "task 3", "accuracy", "step", "0.2", "40")),
                texts::toString);
    }

    @Test
    void of_heatMap_hasItsValuesAsText() throws Exception {
        List<String> texts = texts(HEAT);
        assertTrue(texts.containsAll(List.of("0.88", "0.25", "1.00", "tested on", "after", "task 2")), texts::toString);
        assertEquals(0, svg(HEAT).getElementsByTagName("script").getLength());
    }

    @Test
    void of_nothingToShow_isAbsent() {
        LineChart nothing = new LineChart(Axis.of("x"), Axis.of("y"), List.of(new Line("l", List.of(), List.of())));
        assertEquals(Optional.empty(), ChartPicture.of(nothing, Format.PNG));
        PointCloud cloud = new PointCloud(
                new PointCloud.Legend("", List.of(), ""),
                List.of(new PointCloud.View("", "", List.of(), Optional.empty())));
        assertEquals(Optional.empty(), ChartPicture.of(cloud, Format.SVG));
    }

    /** What a run that diverged leaves. */
    @Test
    void of_noFiniteNumber_isDrawn() {
        List<Double> bad = List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NaN, Double.NEGATIVE_INFINITY);
        LineChart chart = new LineChart(Axis.of("step"), Axis.of("loss"), List.of(new Line("loss", X, bad)));
        assertTrue(ChartPicture.of(chart, Format.PNG).isPresent());
    }
}
