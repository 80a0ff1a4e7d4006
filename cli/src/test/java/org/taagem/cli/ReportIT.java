package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taagem.browser.Chromium;
import org.taagem.browser.InBrowser;
import org.taagem.browser.Look;
import org.taagem.browser.PageVisit;
import org.taagem.experiment.RunRecord;
import org.taagem.report.RunRecordFile;
import org.taagem.report.html.RunReport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Reports that runs make of themselves, in a browser. */
@InBrowser
class ReportIT {
    private static final int FIGURES = 11;
    private static final String COLOURS = "canvas => { const d = canvas.getContext('2d')"
            + ".getImageData(0, 0, canvas.width, canvas.height).data; const seen = new Set();"
            + " for (let i = 0; i < d.length; i += 4) { seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); } return seen.size; }";

    private static Path run = Path.of("");

    private final Chromium chromium;

    ReportIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @BeforeAll
    static void train(@TempDir Path folder) throws IOException, InterruptedException {
        run = new Program(folder).train("--lite", "--no_verbose", "--set=num_epochs=3", "--set=hidden_dim=20");
    }

    private PageVisit open(Look look) {
        PageVisit visit = chromium.open(run.resolve(RunReport.NAME).toUri(), look);
        visit.page().locator("html[data-drawn=all]").waitFor(); // the page's policy forbids to wait for an expression
        return visit;
    }

    private static Locator figure(PageVisit visit, String id) {
        return visit.page().locator("figure[data-chart=" + id + "]");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void report_everyLook_isDrawnWithoutARequest(Look look) throws Exception {
        try (PageVisit visit = open(look)) {
            List<Locator> charts = visit.page().locator("figure .chart canvas").all();
            assertEquals(FIGURES, charts.size());
            for (Locator chart : charts) {
                assertTrue(((Number) chart.evaluate(COLOURS)).intValue() > 3, "a chart is empty");
            }
            Locator samples = visit.page().locator(".images canvas");
            assertEquals(20, samples.count());
            assertTrue(((Number) samples.first().evaluate(COLOURS)).intValue() > 3, "an image is empty");
            assertEquals(0, visit.overhang());
            assertEquals(1, visit.requests().size());
            assertTrue(Files.size(visit.screenshot("report-" + look.name().toLowerCase(Locale.ROOT))) > 0);
        }
    }

    @Test
    void report_arrowKeysAndMouse_showValues() throws Exception {
        try (PageVisit visit = open(Look.DESKTOP)) {
            Locator chart = figure(visit, "accuracy-by-task").locator(".chart");
            chart.focus();
            chart.press("End");
            RunRecord record = RunRecordFile.read(run);
            double last = record.tasks().get(1).accuracies().get(0);
            String shown =
                    figure(visit, "accuracy-by-task").locator("[aria-live]").textContent();
            assertTrue(
                    shown.startsWith("step "
                            + String.format(Locale.ROOT, "%,d", record.stream().steps())),
                    shown);
            assertTrue(shown.contains(String.valueOf(Math.round(last * 1e4) / 1e4)), shown);

            Locator matrix = figure(visit, "accuracy-matrix").locator(".chart");
            matrix.hover();
            assertTrue(matrix.locator(".tip").textContent().contains("task"), "no value is shown");
        }
    }

    @Test
    void report_csv_hasTheNumbersOfTheRecord() throws Exception {
        try (PageVisit visit = open(Look.DESKTOP)) {
            Download download = visit.page().waitForDownload(() -> figure(visit, "accuracy-matrix")
                    .locator("button", new Locator.LocatorOptions().setHasText("CSV"))
                    .click());
            assertEquals("accuracy-matrix.csv", download.suggestedFilename());
            List<String> lines = Files.readAllLines(download.path());
            assertEquals("after learning \\ tested on,task 1,task 2", lines.get(0));
            for (int row = 0; row < 2; row++) {
                List<Double> accuracies =
                        RunRecordFile.read(run).tasks().get(row).accuracies();
                List<String> cells = List.of(lines.get(row + 1).split(",", -1));
                assertEquals(
                        accuracies,
                        cells.subList(1, 3).stream().map(Double::valueOf).toList());
            }
        }
    }

    @Test
    void report_table_showsTheNumbersOnThePage() {
        try (PageVisit visit = open(Look.PHONE)) {
            Locator figure = figure(visit, "memory-by-origin");
            figure.locator("button", new Locator.LocatorOptions().setHasText("Table"))
                    .click();
            assertEquals(7, figure.locator(".numbers tr").count());
            assertEquals(0, visit.overhang());
        }
    }

    @Test
    void report_picturesOfAChart_areSaved() throws Exception {
        try (PageVisit visit = open(Look.DESKTOP)) {
            for (String kind : List.of("PNG", "SVG")) {
                Download download = visit.page().waitForDownload(() -> figure(visit, "loss")
                        .locator("button", new Locator.LocatorOptions().setHasText(kind))
                        .click());
                assertTrue(Files.size(download.path()) > 2000, kind);
            }
        }
    }

    @Test
    void report_cloud_turnsAndShowsTheImageOfASample() {
        try (PageVisit visit = open(Look.DESKTOP)) {
            Locator cloud = figure(visit, "memory-clusters").locator(".chart");
            byte[] before = cloud.screenshot();
            cloud.focus();
            cloud.press("ArrowRight");
            assertFalse(Arrays.equals(before, cloud.screenshot()), "it has not turned");
            visit.page()
                    .evaluate("() => echarts.getInstanceByDom(document.querySelector("
                            + "'figure[data-chart=memory-clusters] .chart')).dispatchAction("
                            + "{type: 'showTip', seriesIndex: 1, dataIndex: 0})");
            assertEquals(1, cloud.locator(".tip canvas").count());
            figure(visit, "memory-clusters").locator("select").selectOption("label 3");
            assertTrue(figure(visit, "memory-clusters")
                    .locator(".views")
                    .textContent()
                    .contains("clusters"));
        }
    }

    @Test
    void report_themeButton_changesTheColours() {
        try (PageVisit visit = open(Look.DESKTOP)) {
            Page page = visit.page();
            Object light = page.evaluate("getComputedStyle(document.body).backgroundColor");
            page.locator("#theme").click();
            assertNotEquals(light, page.evaluate("getComputedStyle(document.body).backgroundColor"));
            assertEquals("Light", page.locator("#theme").textContent());
        }
    }
}
