package org.taagem.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.taagem.report.html.PageAssets;

/** What the pages are made of. It lies in the program, so no path that somebody asks for is ever looked up on the disk. */
final class Assets {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private Assets() {}

    /** Reads all of them, by path. */
    static Map<String, Answer> read() {
        String scripts = String.join("\n", PageAssets.scripts());
        return Map.of(
                "/", asset(HTML, text("list.html")),
                "/live", asset(HTML, text("live.html")),
                "/page.css", asset("text/css; charset=utf-8", PageAssets.style() + text("ui.css")),
                "/page.js", asset(SCRIPT, scripts + "\n" + text("ui.js")),
                "/list.js", asset(SCRIPT, text("list.js")),
                "/live.js", asset(SCRIPT, text("live.js")));
    }

    private static Answer asset(String type, String text) {
        return Answer.asset(type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path; build taagem anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " on the class path", e);
        }
    }
}
