package org.taagem.report.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a page: its text first, then the data of its charts, then the scripts that draw them. */
final class PageWriter {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="%s">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="taagem">
            <title>%s</title>
            """;
    private static final String TOP = """
            </head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header><div><h1>%s</h1><p class="subtitle">%s</p></div>
            <button type="button" id="theme">Dark</button></header>
            <noscript><p class="note">The charts need JavaScript, which is off. All else is here without it.</p></noscript>
            <nav aria-label="Sections"><ul>
            """;

    private final Page page;

    PageWriter(Page page) {
        this.page = page;
    }

    void write(OutputStream out) throws IOException {
        List<byte[]> scripts = PageAssets.scriptBytes();
        Html top = new Html();
        top.add(HEAD, policy(scripts), page.title());
        write(out, top.toString());
        write(out, "<style>\n" + PageAssets.style() + "</style>\n");
        write(out, body().toString());
        write(out, "<script type=\"application/json\" id=\"data\">");
        new PageJson(out).write(page.all(ChartFigure.class), page.all(ImageTable.class));
        write(out, "</script>\n");
        for (byte[] script : scripts) {
            write(out, "<script>");
            out.write(script);
            write(out, "</script>\n");
        }
        write(out, "</body>\n</html>\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of scripts, only our own may run; styles cannot do harm without a network, and ECharts sets some. */
    private static String policy(List<byte[]> scripts) {
        String sums = scripts.stream()
                .map(script -> "'sha256-" + sha256(script) + "'")
                .collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + sums
                + "; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    private static String sha256(byte[] script) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(script);
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private Html body() {
        Html html = new Html().add(TOP, page.title(), page.subtitle());
        page.back().ifPresent(link -> html.add("<li><a href=\"%s\">%s</a></li>\n", link.address(), link.text()));
        page.sections()
                .forEach(section -> html.add("<li><a href=\"#%s\">%s</a></li>\n", section.id(), section.title()));
        html.add("</ul></nav>\n<main id=\"content\">\n");
        ContentHtml contents = new ContentHtml(html);
        for (Section section : page.sections()) {
            html.add(
                    "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n",
                    section.id(), section.id(), section.title());
            section.contents().forEach(contents::add);
            html.add("</section>\n");
        }
        return html.add("</main>\n<footer>Made by taagem. This page needs no network and sends nothing."
                + " Arrow keys walk through a chart that has the focus.</footer>\n");
    }
}
