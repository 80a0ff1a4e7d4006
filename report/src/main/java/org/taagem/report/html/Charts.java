package org.taagem.report.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Charts for pages that fetch their data, such as those of a run that is still going on. */
public final class Charts {
    private Charts() {}

    /**
     * Returns the data of a chart.
     *
     * @param chart the chart
     * @return JSON, for {@code taagem.page.show(figure, chart)} of {@link PageAssets#scripts}
     */
    public static String toJson(Chart chart) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PageJson(bytes).write(chart);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array takes all bytes
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
