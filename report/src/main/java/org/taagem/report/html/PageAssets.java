package org.taagem.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The style sheet and the scripts that every {@link Page} carries in itself. */
public final class PageAssets {
    private static final List<String> SCRIPTS =
            List.of("echarts.min.js", "theme.js", "numbers.js", "charts.js", "cloud.js", "page.js");

    private PageAssets() {}

    /**
     * Returns the style sheet.
     *
     * @return CSS
     */
    public static String style() {
        return new String(bytes("page.css"), StandardCharsets.UTF_8);
    }

    /**
     * Returns the scripts, ECharts among them. They draw the charts of the page that they stand at the end of.
     *
     * @return JavaScript, in the order in which the scripts must stand
     */
    public static List<String> scripts() {
        return scriptBytes().stream()
                .map(script -> new String(script, StandardCharsets.UTF_8))
                .toList();
    }

    /** Returns the same in UTF-8, as it goes into a page. */
    static List<byte[]> scriptBytes() {
        return SCRIPTS.stream().map(PageAssets::bytes).toList();
    }

    private static byte[] bytes(String name) {
        try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path; build taagem anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " on the class path", e);
        }
    }
}
