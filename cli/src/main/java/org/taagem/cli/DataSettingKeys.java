package org.taagem.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.taagem.data.DataSettings;
import org.taagem.data.ImageSettings;
import org.taagem.data.ImageShape;
import org.taagem.data.Scaling;
import org.taagem.data.TableSettings;
import org.taagem.data.TestSettings;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.ConfigReader;

/** The keys of {@link DataSettings} in a configuration. */
final class DataSettingKeys {
    private static final String AUTO = "auto";
    private static final double LEAST_SHARE = 0.001;
    private static final int LARGEST_SIDE = 4096;
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,3})x([1-9]\\d{0,3})");

    private DataSettingKeys() {}

    /**
     * Reads the keys.
     *
     * @throws ConfigException if one is missing or not allowed
     */
    static DataSettings read(ConfigReader reader) {
        String testData = reader.text("test_data");
        String task = column(reader, "task_column");
        return new DataSettings(
                new TestSettings(
                        testData.isEmpty() ? Optional.empty() : Optional.of(PathText.parse("test_data", testData)),
                        reader.number("test_share", LEAST_SHARE, 1 - LEAST_SHARE)),
                new TableSettings(
                        label(reader),
                        task.isEmpty() ? Optional.empty() : Optional.of(task),
                        reader.choice("header", TableSettings.Header.class),
                        categorical(reader),
                        reader.choice("scaling", Scaling.class)),
                new ImageSettings(
                        size(reader),
                        reader.choice("image_mode", ImageSettings.Mode.class),
                        reader.integerOr("num_classes", 1, AUTO)));
    }

    private static String label(ConfigReader reader) {
        String label = column(reader, "label_column");
        if (label.isEmpty()) {
            throw reader.wrong("label_column", "", "the name or the position of a column, first or last");
        }
        return label;
    }

    private static String column(ConfigReader reader, String key) {
        return columnText(reader, key, reader.value(key));
    }

    private static String columnText(ConfigReader reader, String key, Object value) {
        if (value instanceof String || value instanceof Integer) {
            return value.toString();
        }
        throw reader.wrong(key, value, "the name of a column, or its position from 1 on");
    }

    private static Optional<List<String>> categorical(ConfigReader reader) {
        Object value = reader.value("categorical");
        if (value.equals(AUTO)) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object column : list) {
                columns.add(columnText(reader, "categorical", column));
            }
        } else {
            for (String column : columnText(reader, "categorical", value).split(",", -1)) {
                columns.add(column.strip());
            }
            columns.removeIf(String::isEmpty);
        }
        return Optional.of(columns);
    }

    private static Optional<ImageShape> size(ConfigReader reader) {
        Object value = reader.value("image_size");
        if (value.equals(AUTO)) {
            return Optional.empty();
        }
        Matcher size = SIZE.matcher(value.toString());
        if (size.matches()) {
            int height = Integer.parseInt(size.group(1));
            int width = Integer.parseInt(size.group(2));
            if (height <= LARGEST_SIDE && width <= LARGEST_SIDE) {
                return Optional.of(new ImageShape(height, width));
            }
        }
        throw reader.wrong(
                "image_size",
                value,
                "HEIGHTxWIDTH of at most " + LARGEST_SIDE + " pixels each, such as 28x28, or auto");
    }

    /** Returns the keys whose values are not the default ones, with these. */
    static Map<String, Object> given(DataSettings settings) {
        Map<String, Object> given = toMap(settings);
        given.entrySet().removeAll(toMap(DataSettings.DEFAULTS).entrySet());
        return given;
    }

    /** Returns every key with its value, as {@link #read} understands it. */
    static Map<String, Object> toMap(DataSettings settings) {
        TableSettings table = settings.table();
        ImageSettings images = settings.images();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("test_data", settings.test().data().map(Path::toString).orElse(""));
        map.put("test_share", settings.test().share());
        map.put("label_column", table.labelColumn());
        map.put("task_column", table.taskColumn().orElse(""));
        map.put("header", ConfigReader.nameOf(table.header()));
        map.put(
                "categorical",
                table.categorical().<Object>map(columns -> columns).orElse(AUTO));
        map.put("scaling", ConfigReader.nameOf(table.scaling()));
        map.put("image_size", images.size().map(ImageShape::toString).orElse(AUTO));
        map.put("image_mode", ConfigReader.nameOf(images.mode()));
        map.put("num_classes", images.classes().<Object>map(classes -> classes).orElse(AUTO));
        return map;
    }
}
