package org.taagem.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** That what goes wrong in a page is noticed; other tests rely on it. */
@InBrowser
class PageVisitIT {
    private final Path folder;
    private final Chromium chromium;

    PageVisitIT(@TempDir Path folder, Chromium chromium) {
        this.folder = folder;
        this.chromium = chromium;
    }

    private PageVisit open(String html, Look look) throws IOException {
        Path file = Files.writeString(folder.resolve("page.html"), "<!DOCTYPE html><meta charset=utf-8>" + html);
        return chromium.open(file.toUri(), look);
    }

    @Test
    void close_quietPage_isFine() throws IOException {
        try (PageVisit visit = open("<h1>A page ✓</h1>", Look.DESKTOP)) {
            assertEquals("A page ✓", visit.page().locator("h1").textContent());
            assertEquals(1, visit.requests().size());
            assertTrue(Files.size(visit.screenshot("quiet-page")) > 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "console.error('an error')               | console: an error",
                "throw new Error('an error')             | error in a script: Error: an error",
                "Promise.reject(new Error('an error'))   | error in a script: Error: an error",
                "alert('a script ran')                   | dialogue: a script ran",
                "document.body.append(Object.assign(new Image(), {src: 'http://example.invalid/a.png'}))"
                        + " | leaves the machine: http://example.invalid/a.png",
                "fetch('https://example.invalid/b').catch(() => {}) | leaves the machine: https://example.invalid/b",
                "new WebSocket('ws://example.invalid/c') | web socket: ws://example.invalid/c",
                "document.body.append(Object.assign(new Image(), {src: 'no-such.png'}))  | request failed: "
            })
    void close_anythingWrong_fails(String script, String problem) throws IOException {
        PageVisit visit = open("<body><script>" + script + "</script>", Look.DESKTOP);
        visit.page().waitForTimeout(200);
        AssertionError failure = assertThrows(AssertionError.class, visit::close);
        assertTrue(String.valueOf(failure.getMessage()).contains(problem), failure::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, 1280, light", "DARK, 1280, dark", "PHONE, 390, light", "DARK_PHONE, 390, dark"})
    void open_look_isWhatThePageSees(Look look, int width, String scheme) throws IOException {
        try (PageVisit visit =
                open("<meta name=viewport content=width=device-width><div style='width:500px'>wide</div>", look)) {
            assertEquals(width, visit.page().evaluate("() => document.documentElement.clientWidth"));
            assertEquals(
                    true,
                    visit.page().evaluate("scheme => matchMedia(`(prefers-color-scheme: ${scheme})`).matches", scheme));
            assertEquals(look.isPhone(), visit.overhang() > 0);
        }
    }

    @Test
    void takeProblems_afterwards_areForgotten() throws IOException {
        try (PageVisit visit = open("<script>console.error('expected')</script>", Look.DESKTOP)) {
            assertEquals(List.of("console: expected"), visit.takeProblems());
        }
    }
}
