package org.taagem.report;

import java.util.Base64;
import java.util.Optional;

import org.taagem.data.FeatureVector;
import org.taagem.report.TaskSamples.Row;

/** Shows sample images of every task in a page of HTML that needs no other file. */
public final class TaskPage {
    private static final int CELL = 48;

    private static final String STYLE = """
            body{font:14px/1.35 system-ui,sans-serif;color:#1d2430;background:#fff;margin:24px}
            h1{font-size:20px;margin:0 0 4px}p{color:#6b7686;margin:0 0 16px}
            table{border-collapse:collapse}th,td{padding:6px 3px;text-align:center}
            thead th{color:#6b7686;font-size:12px;max-width:54px;overflow-wrap:anywhere;vertical-align:bottom}
            tbody tr+tr{border-top:1px solid #e3e7ed}
            tbody th{text-align:left;font-weight:normal;padding-right:20px;white-space:nowrap}
            small{color:#6b7686}
            img,i{display:block;image-rendering:pixelated;background:#f2f4f7}
            @media(prefers-color-scheme:dark){body{background:#14181f;color:#d8dee9}tbody tr+tr{border-color:#2a313c}
            img,i{background:#1d2430}}
            """;

    private TaskPage() {}

    /**
     * Writes a page.
     *
     * @param samples what is shown
     * @return its text; the same on every call
     */
    public static String html(TaskSamples samples) {
        SampleImage images = new SampleImage(samples);
        double scale = (double) CELL
                / Math.max(samples.shape().width(), samples.shape().height());
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
        html.append("<title>").append(escaped(samples.title())).append("</title>\n<style>\n");
        html.append(STYLE)
                .append("img,i{width:")
                .append(Math.round(scale * samples.shape().width()));
        html.append("px;height:")
                .append(Math.round(scale * samples.shape().height()))
                .append("px}\n");
        html.append("</style>\n<h1>").append(escaped(samples.title())).append("</h1>\n<p>");
        html.append(TaskSamples.SUBTITLE).append("</p>\n<table>\n<thead><tr><th></th>");
        samples.labels()
                .forEach(label -> html.append("<th>").append(escaped(label)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        samples.rows().forEach(row -> html.append(row(row, images)));
        return html.append("</tbody>\n</table>\n</html>\n").toString();
    }

    private static String row(Row row, SampleImage images) {
        StringBuilder html =
                new StringBuilder("<tr><th><b>").append(escaped(row.heading())).append("</b><br>");
        html.append(escaped(row.name()))
                .append("<br><small>")
                .append(escaped(row.detail()))
                .append("</small></th>");
        for (Optional<FeatureVector> image : row.images()) {
            html.append("<td>")
                    .append(image.map(there -> cell(there, images)).orElse("<i></i>"))
                    .append("</td>");
        }
        return html.append("</tr>\n").toString();
    }

    private static String cell(FeatureVector image, SampleImage images) {
        String data = Base64.getEncoder().encodeToString(SampleImage.png(images.draw(image)));
        return "<img alt=\"\" src=\"data:image/png;base64," + data + "\">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
