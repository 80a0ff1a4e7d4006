package org.taagem.report.html;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import org.jspecify.annotations.Nullable;

/**
 * Data of charts as the page's scripts take it. A number that is not defined (NaN) is null, and an infinite one is a text;
 * no character of it can end the element that it stands in.
 */
final class PageJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER) // the same digits on every version of Java
            .build()
            .setCharacterEscapes(new HarmlessInHtml());
    /** Beyond this, not every whole number is a double. */
    private static final double LARGEST_WHOLE = 1L << 53;

    private final JsonGenerator json;

    PageJson(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Writes what a page has beside its text: its charts and its images, by id. */
    void write(List<ChartFigure> figures, List<ImageTable> tables) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("charts");
        for (ChartFigure figure : figures) {
            json.writeFieldName(figure.id());
            write(figure.chart());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("images");
        for (ImageTable table : tables) {
            json.writeFieldName(table.id());
            write(table.images());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.flush();
    }

    void write(Chart chart) throws IOException {
        json.writeStartObject();
        if (chart instanceof LineChart line) {
            write(line);
        } else if (chart instanceof HeatMap map) {
            write(map);
        } else if (chart instanceof BarChart bars) {
            write(bars);
        } else if (chart instanceof PointCloud cloud) {
            write(cloud);
        }
        json.writeEndObject();
        json.flush();
    }

    private void write(LineChart chart) throws IOException {
        json.writeStringField("type", "line");
        json.writeStringField("style", chart.style().name().toLowerCase(Locale.ROOT));
        write("x", chart.x());
        write("y", chart.y());
        json.writeArrayFieldStart("lines");
        for (LineChart.Line line : chart.lines()) {
            json.writeStartObject();
            json.writeStringField("name", line.name());
            numbers("x", line.x());
            numbers("y", line.y());
            if (line.band().isPresent()) {
                write(line.band().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("marks");
        for (LineChart.Mark mark : chart.marks()) {
            json.writeStartObject();
            json.writeFieldName("at");
            number(mark.at());
            json.writeStringField("label", mark.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(LineChart.Band band) throws IOException {
        json.writeObjectFieldStart("band");
        json.writeStringField("name", band.name());
        numbers("low", band.low());
        numbers("high", band.high());
        json.writeEndObject();
    }

    private void write(HeatMap map) throws IOException {
        json.writeStringField("type", "heat");
        write("columns", map.columns());
        write("rows", map.rows());
        write("value", map.value());
        json.writeArrayFieldStart("values");
        for (List<Double> row : map.values()) {
            numbers(row);
        }
        json.writeEndArray();
    }

    private void write(BarChart chart) throws IOException {
        json.writeStringField("type", "bars");
        json.writeBooleanField("stacked", chart.stacked());
        write("x", chart.x());
        write("y", chart.y());
        json.writeArrayFieldStart("bars");
        for (BarChart.Bars bars : chart.bars()) {
            json.writeStartObject();
            json.writeStringField("name", bars.name());
            numbers("values", bars.values());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(PointCloud cloud) throws IOException {
        json.writeStringField("type", "points");
        json.writeStringField("colour", cloud.legend().colour());
        texts("symbols", cloud.legend().symbols());
        json.writeStringField("size", cloud.legend().size());
        json.writeArrayFieldStart("views");
        for (PointCloud.View view : cloud.views()) {
            write(view);
        }
        json.writeEndArray();
    }

    private void write(PointCloud.View view) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", view.name());
        json.writeStringField("note", view.note());
        json.writeArrayFieldStart("points");
        for (PointCloud.Point point : view.points()) {
            json.writeStartObject();
            numbers("at", point.at());
            json.writeNumberField("colour", point.colour());
            json.writeNumberField("symbol", point.symbol());
            json.writeFieldName("size");
            number(point.size());
            json.writeStringField("label", point.label());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (view.images().isPresent()) {
            json.writeFieldName("images");
            write(view.images().get());
        }
        json.writeEndObject();
    }

    private void write(Images images) throws IOException {
        json.writeStartObject();
        json.writeNumberField("width", images.width());
        json.writeNumberField("height", images.height());
        json.writeNumberField("channels", images.channels());
        json.writeBinaryField("pixels", images.pixels());
        json.writeEndObject();
    }

    private void write(String name, Axis axis) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("name", axis.name());
        write("least", axis.least());
        write("most", axis.most());
        if (axis.scale() == Axis.Scale.LOGARITHMIC) {
            json.writeBooleanField("logarithmic", true);
        }
        json.writeEndObject();
    }

    private void write(String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeFieldName(name);
            number(value.getAsDouble());
        }
    }

    private void write(String name, Names names) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("name", names.name());
        texts("labels", names.labels());
        json.writeEndObject();
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void numbers(String name, List<Double> values) throws IOException {
        json.writeFieldName(name);
        numbers(values);
    }

    private void numbers(List<Double> values) throws IOException {
        json.writeStartArray();
        for (double value : values) {
            number(value);
        }
        json.writeEndArray();
    }

    private void number(double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }

    /** Escapes what a browser could take for the end of a script. */
    private static final class HarmlessInHtml extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        private final int[] ascii = standardAsciiEscapesForJSON();

        HarmlessInHtml() {
            for (char c : "<>&'".toCharArray()) {
                ascii[c] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null; // Jackson's word for: as it is
        }
    }
}
