package org.taagem.ui;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taagem.browser.Chromium;
import org.taagem.browser.InBrowser;
import org.taagem.browser.Look;
import org.taagem.browser.PageVisit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The list of runs as somebody sees it. */
@InBrowser
class ListPageIT {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final Path folder;
    private final Chromium chromium;
    private final StringWriter complaints = new StringWriter();
    private final UiServer server;

    /** Five runs, the newest first: sgd, b, a, hostile, old. */
    ListPageIT(@TempDir Path folder, Chromium chromium) throws IOException {
        this.folder = folder;
        this.chromium = chromium;
        run("12", "\"acc\": 0.5").with("\"ta-a-gem\"", "\"sgd\"").in(folder.resolve("sgd"));
        run("11", "\"acc\": 0.75").withSeed(10).in(folder.resolve("study/b"));
        run("10", "\"acc\": 0.25").withSeed(9).in(folder.resolve("study/a"));
        run("09", "\"acc\": 0.125")
                .with("\"ta-a-gem\"", "\"<b>bold</b>\"")
                .with("\"tiny\"", "\"\\\"><script>alert(2)</script>\"")
                .in(folder.resolve(HOSTILE));
        run("08", "\"acc\": null")
                .with("\"not_defined\": {}", "\"not_defined\": {\"acc\": \"nothing <i>was</i> learned\"}")
                .withStatus("running")
                .in(folder.resolve("old"));
        Files.writeString(Files.createDirectory(folder.resolve("bad")).resolve("run.json"), "{<b>");
        server = UiServer.start(folder, 0, new PrintWriter(complaints));
    }

    private static StoredExample run(String hour, String acc) {
        return StoredExample.finished()
                .with("2026-03-01T09", "2026-03-01T" + hour)
                .with("\"acc\": 0.9333333333333333", acc);
    }

    @AfterEach
    void close() {
        server.close();
        assertEquals("", complaints.toString());
    }

    private PageVisit open(Look look) {
        PageVisit visit = chromium.open(URI.create(server.address()), look);
        assertThat(visit.page().locator("tbody tr").first()).isVisible();
        return visit;
    }

    private static void assertRuns(Page page, String... names) {
        assertThat(page.locator("tbody th a")).hasText(names);
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void list_anyLook_showsEveryRunAndFits(Look look) {
        try (PageVisit visit = open(look)) {
            assertRuns(visit.page(), "sgd", "b", "a", HOSTILE, "old");
            assertThat(visit.page().locator("#count")).hasText("5 runs");
            assertThat(visit.page().locator("tbody tr").nth(4).locator(".state"))
                    .hasText("cut off");
            assertThat(visit.page().locator("#unreadable li")).containsText(new String[] {"bad: "});
            assertEquals(0, visit.overhang());
            visit.screenshot("list-" + look);
        }
    }

    @Test
    void list_hostileNames_stayText() {
        try (PageVisit visit = open(Look.DESKTOP)) {
            Locator row = visit.page().locator("tbody tr").nth(3);
            assertThat(row.locator("td.plain"))
                    .hasText(new String[] {"finished", "<b>bold</b>", "permutation", "\"><script>alert(2)</script>"});
            assertEquals(
                    0,
                    visit.page()
                            .locator("main img, main b b, main td b, main i")
                            .count());
            visit.page().locator("#of-strategy").selectOption("<b>bold</b>");
            assertRuns(visit.page(), HOSTILE);
            row = visit.page().locator("tbody tr").first();
            row.locator("a").click();
            assertThat(visit.page().locator("h1")).hasText(HOSTILE);
            assertThat(visit.page().locator("main")).containsText("<b>bold</b>");
        }
    }

    @Test
    void sort_byMouse_ordersAndTurnsAround() {
        try (PageVisit visit = open(Look.DESKTOP)) {
            Locator acc = visit.page().locator("thead th", new Page.LocatorOptions().setHasText("ACC"));
            acc.locator("button").click();
            assertRuns(visit.page(), "b", "sgd", "a", HOSTILE, "old"); // what is not defined is last
            assertThat(acc).hasAttribute("aria-sort", "descending");
            acc.locator("button").click();
            assertRuns(visit.page(), HOSTILE, "a", "sgd", "b", "old");
            assertThat(acc).hasAttribute("aria-sort", "ascending");
            visit.page()
                    .locator("thead button", new Page.LocatorOptions().setHasText("Seed"))
                    .click();
            assertThat(visit.page().locator("tbody td:nth-child(7)"))
                    .hasText(new String[] {"0", "0", "0", "9", "10"}); // as numbers, not as texts
        }
    }

    @Test
    void list_byKeyboardAlone_isSortedFilteredAndOpened() {
        try (PageVisit visit = open(Look.DESKTOP)) {
            Page page = visit.page();
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.locator("#text").focus();
            page.keyboard().type("STUDY seed");
            assertRuns(page, "b", "a");
            assertThat(page.locator("#count")).hasText("2 of 5 runs");
            page.locator("thead button").first().focus();
            page.keyboard().press("Enter");
            assertRuns(page, "a", "b");
            page.locator("tbody input").first().focus();
            page.keyboard().press("Space");
            assertThat(page.locator("tbody input").first()).isChecked();
            page.keyboard().press("Tab");
            assertThat(page.locator("tbody a").first()).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("a");
        }
    }

    @Test
    void list_goingBack_findsFilterOrderAndTicksAgain() {
        try (PageVisit visit = open(Look.DESKTOP)) {
            Page page = visit.page();
            page.locator("#of-folder").selectOption("study");
            page.locator("thead button", new Page.LocatorOptions().setHasText("Run"))
                    .click();
            page.locator("tbody input").first().check();
            assertRuns(page, "a", "b");
            page.locator("tbody a").first().click();
            assertThat(page.locator("h1")).hasText("a");
            page.goBack();
            assertRuns(page, "a", "b");
            assertThat(page.locator("tbody input").first()).isChecked();
            assertThat(page.locator("#ticked")).hasText("1 ticked");
            page.locator("#all").click();
            assertRuns(page, HOSTILE, "a", "b", "old", "sgd");
        }
    }

    @Test
    void list_runThatBegins_appearsByItself() throws IOException {
        try (PageVisit visit = open(Look.DESKTOP)) {
            visit.page().locator("tbody a").nth(1).focus();
            run("13", "\"acc\": 0.5").in(folder.resolve("new"));
            assertThat(visit.page().locator("#count"))
                    .hasText("6 runs", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
            assertRuns(visit.page(), "new", "sgd", "b", "a", HOSTILE, "old");
        }
    }

    @Test
    void compare_whatIsTicked_opensTheComparison() {
        try (PageVisit visit = open(Look.DESKTOP)) {
            Page page = visit.page();
            assertThat(page.locator("#compare")).isDisabled();
            page.locator("#text").fill("study");
            page.locator("#everything").check();
            page.locator("#text").fill("");
            page.locator("tbody input").first().check();
            assertThat(page.locator("#ticked")).hasText("3 ticked");
            page.locator("#compare").click();
            assertThat(page.locator("h1")).hasText("Comparison");
            assertThat(page.locator("html[data-drawn=all]")).isVisible();
            assertTrue(page.locator("figure canvas").count() >= 3, "no curves are drawn");
            visit.screenshot("comparison");
            page.goBack();
            page.locator("#untick").click();
            assertThat(page.locator("#compare")).isDisabled();
        }
    }

    @Test
    void list_onAPhone_isSortedThere() {
        try (PageVisit visit = open(Look.PHONE)) {
            visit.page().locator("#sort").selectOption("acc down");
            assertRuns(visit.page(), "b", "sgd", "a", HOSTILE, "old");
        }
    }

    @Test
    void list_serverEnded_saysSo() {
        PageVisit visit = open(Look.DESKTOP);
        server.close();
        assertThat(visit.page().locator("#trouble"))
                .containsText("does not answer", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        assertTrue(visit.takeProblems().stream()
                .allMatch(problem -> problem.contains("/api/runs") || problem.contains("ERR_CONNECTION")));
        visit.close();
    }

    @Test
    void list_thousandRuns_isThereSoon() throws IOException {
        for (int i = 0; i < 1000; i++) {
            StoredExample.finished().withSeed(i).in(folder.resolve("many/run " + i));
        }
        try (PageVisit visit = chromium.open(URI.create(server.address()), Look.DESKTOP)) {
            assertThat(visit.page().locator("#count"))
                    .hasText("1005 runs", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
            visit.page().locator("#text").fill("seed 777");
            assertRuns(visit.page(), "run 777");
            double millis = ((Number) visit.page()
                            .evaluate("() => { const begin = performance.now(); list.showAll();"
                                    + " document.body.offsetHeight; return performance.now() - begin; }"))
                    .doubleValue();
            assertTrue(millis < 2000, () -> "shown after " + millis + " ms");
        }
    }
}
