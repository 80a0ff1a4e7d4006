package org.taagem.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.browser.Chromium;
import org.taagem.browser.InBrowser;
import org.taagem.browser.Look;
import org.taagem.browser.PageVisit;
import org.taagem.report.RunRecordFile;
import org.taagem.tracking.MlflowServer;
import org.taagem.tracking.MlflowServers;
import org.taagem.tracking.WithMlflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What somebody sees who opens the pages of a real MLflow server, of the newest release. */
@WithMlflow
@InBrowser
class MlflowPagesIT {
    /** How many lines are drawn that are longer than a point; those that would be below the screen are not. */
    private static final String LINES = "[...document.querySelectorAll('.scatterlayer .js-line')]"
            + ".filter(line => line.getBBox().width > 20).length";

    private final TrackedRuns runs;
    private final MlflowServers servers;
    private final Chromium chromium;

    MlflowPagesIT(@TempDir Path folder, MlflowServers servers, Chromium chromium) {
        runs = new TrackedRuns(folder.resolve("runs"), "permutation-mnist");
        this.servers = servers;
        this.chromium = chromium;
    }

    @Test
    void pages_ofARun_showItsChartsParametersAndArtifacts() throws Exception {
        MlflowServer server = servers.of("3");
        assertEquals(0, runs.lite(server.address(), "--set=num_epochs=5").exit());
        JsonNode run = server.run(runs.experiment());
        String experiment = server.address() + "/#/experiments/"
                + run.path("info").path("experiment_id").asText() + "/runs";
        try (PageVisit visit = chromium.open(URI.create(experiment), Look.DESKTOP)) {
            Page page = visit.page();
            Locator name = page.getByText(run.path("info").path("run_name").asText());
            name.first().waitFor();
            visit.screenshot("mlflow-runs");

            page.navigate(experiment + "/" + MlflowServer.id(run));
            page.getByText("Parameters (").waitFor();
            String text = page.locator("body").innerText();
            RunRecordFile.read(runs.only()).config().keySet().forEach(key -> assertTrue(text.contains(key), key));
            assertTrue(text.contains("final_accuracy") && text.contains("system/heap_megabytes"), text);
            visit.screenshot("mlflow-run");

            page.navigate(experiment + "/" + MlflowServer.id(run) + "/model-metrics");
            page.getByPlaceholder("Search metric charts").fill("batch_loss|overall_|task_._");
            page.waitForFunction(LINES + " >= 3");
            visit.screenshot("mlflow-charts");

            page.navigate(experiment + "/" + MlflowServer.id(run) + "/artifacts");
            for (String file : List.of("batch_losses.csv", "config.yaml", "report.html", "run.json")) {
                page.getByText(file).first().waitFor();
            }
            page.getByText("config.yaml").first().click();
            page.getByText("strategy: \"ta-a-gem\"").first().waitFor();
            visit.screenshot("mlflow-artifacts");
            visit.takeProblems(); // the pages are not ours: one asks its own server for what is not there
        }
    }
}
