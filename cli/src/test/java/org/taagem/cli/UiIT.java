package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.browser.Chromium;
import org.taagem.browser.InBrowser;
import org.taagem.browser.Look;
import org.taagem.browser.PageVisit;
import org.taagem.cli.Program.Run;
import org.taagem.cli.Program.Started;
import org.taagem.ui.UiServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The server as a program of its own, and a run that goes on while somebody looks at it. */
@InBrowser
class UiIT {
    private static final double PATIENCE_MILLIS = 60_000;

    private final Path folder;
    private final Program program;

    UiIT(@TempDir Path folder) {
        this.folder = folder;
        program = new Program(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void ui_stopped_endsWell(String signal) throws Exception {
        Path runs = Files.createDirectory(folder.resolve("test_results"));
        Started ui = program.start("ui", "--port", "0");
        ui.awaitLine("It shows");
        String address = Files.readAllLines(ui.out()).get(0).substring("taagem ui is at ".length());
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + "api/runs").toURL().openConnection();
        assertEquals(200, connection.getResponseCode());
        signal(ui, signal);
        Run run = ui.finish();
        assertEquals(0, run.exit());
        assertEquals(List.of(), run.err());
        assertEquals(
                "It shows the runs in " + folder.relativize(runs) + " to this machine alone. Ctrl-C ends it.",
                run.out().get(1));
    }

    private static void signal(Started process, String signal) throws IOException, InterruptedException {
        String pid = String.valueOf(process.process().pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + signal, pid).start().waitFor());
    }

    @Test
    void ui_runThatGoesOn_isFollowedUntilItDies(Chromium chromium) throws Exception {
        Started training = program.start(
                "train", "--lite", "--no_verbose", "--set=num_tasks=50", "--set=num_epochs=40", "--set=hidden_dim=20");
        training.awaitLine("task 1/50");
        StringWriter complaints = new StringWriter();
        try (UiServer server = UiServer.start(folder.resolve("test_results"), 0, new PrintWriter(complaints));
                PageVisit visit = chromium.open(URI.create(server.address()), Look.DESKTOP)) {
            Page page = visit.page();
            assertThat(page.locator("tbody .state")).hasText(Pattern.compile("running, [1-9][0-9]* %"), patient());
            page.locator("tbody a").click();
            Locator figure = page.locator("figure[data-chart=accuracy]");
            assertThat(figure.locator("canvas")).isVisible();
            page.evaluate("() => { window.neverReloaded = true; }");
            int points = points(figure);
            assertThat(figure)
                    .not()
                    .hasAttribute(
                            "data-points",
                            String.valueOf(points),
                            new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
            assertTrue(points(figure) > points, "has fewer points than before");
            assertEquals(true, page.evaluate("() => window.neverReloaded"));
            assertThat(page.locator("#state")).hasText("running");
            visit.screenshot("live-running");
            signal(training, "KILL");
            assertThat(page.locator("#state")).hasText("cut off", patient());
        } finally {
            training.process().destroyForcibly();
        }
        assertEquals("", complaints.toString());
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static int points(Locator figure) {
        return Integer.parseInt(String.valueOf(figure.getAttribute("data-points")));
    }
}
