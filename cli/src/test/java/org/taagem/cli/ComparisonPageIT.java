package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taagem.browser.Chromium;
import org.taagem.browser.InBrowser;
import org.taagem.browser.Look;
import org.taagem.browser.PageVisit;
import org.taagem.experiment.RunStatus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The page of a comparison, in a real browser. */
@InBrowser
class ComparisonPageIT {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final Path folder;
    private final Chromium chromium;

    ComparisonPageIT(@TempDir Path folder, Chromium chromium) {
        this.folder = folder;
        this.chromium = chromium;
    }

    private Path page(String first, String second) throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            StoredRecords.write(
                    folder.resolve(first + "/" + seed),
                    Map.of("seed", seed, "strategy", HOSTILE),
                    0.7 + seed / 100.0,
                    RunStatus.FINISHED);
            StoredRecords.write(folder.resolve(second + "/" + seed), seed, 0.5 + seed / 50.0, RunStatus.FINISHED);
        }
        Path output = folder.resolve("output");
        CommandRun run = CommandRun.of(
                "compare",
                folder.resolve(first).toString(),
                folder.resolve(second).toString(),
                "-o",
                output.toString());
        assertEquals(0, run.exit(), run::err);
        return output.resolve("compare.html");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void page_anyLook_drawsThreeChartsAndFits(Look look) throws IOException {
        Path file = page("first", "second");
        try (PageVisit visit = chromium.open(file.toUri(), look)) {
            Page page = visit.page();
            Locator charts = page.locator("figure canvas, figure svg");
            charts.first().waitFor();
            assertEquals(3, page.locator("figure").count());
            assertTrue(charts.count() >= 3);
            assertEquals(0, visit.overhang());
            assertEquals(1, visit.requests().size());
            assertEquals(
                    HOSTILE,
                    page.locator("table")
                            .first()
                            .locator("tr")
                            .nth(1)
                            .locator("td")
                            .first()
                            .textContent());
            visit.screenshot("comparison-" + look.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void hover_overAChart_showsMeansAndBands() throws IOException {
        try (PageVisit visit = chromium.open(page("first", "second").toUri(), Look.DESKTOP)) {
            Page page = visit.page();
            Locator chart = page.locator("figure canvas").first();
            chart.waitFor();
            chart.hover();
            Locator figure = page.locator("figure").first();
            figure.getByText("± 1 standard deviation").first().waitFor();
            assertTrue(figure.textContent().contains("epochs"), figure::textContent);
        }
    }

    @Test
    void csv_ofAChart_hasMeansAndBands() throws IOException {
        try (PageVisit visit = chromium.open(page("first", "second").toUri(), Look.DESKTOP)) {
            Page page = visit.page();
            page.locator("figure canvas, figure svg").first().waitFor();
            Download download = page.waitForDownload(() -> page.locator("figure")
                    .first()
                    .locator("button", new Locator.LocatorOptions().setHasText("CSV"))
                    .click());
            Path csv = folder.resolve("numbers.csv");
            download.saveAs(csv);
            List<String> lines = Files.readAllLines(csv);
            assertTrue(lines.get(0).contains("first") && lines.get(0).contains("second"), () -> lines.get(0));
            assertEquals(3, lines.size(), lines::toString);
        }
    }
}
