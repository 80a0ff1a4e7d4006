package org.taagem.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.data.DataSettings;
import org.taagem.data.DatasetLoader;
import org.taagem.data.DatasetLoaders;
import org.taagem.data.ImageSettings;
import org.taagem.data.ImageShape;
import org.taagem.data.Scaling;
import org.taagem.data.TableSettings;
import org.taagem.data.TestSettings;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.ConfigReader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DataKeysTest {
    private static DataKeys read(Map<String, Object> keys) {
        Map<String, Object> all = new LinkedHashMap<>(ConfigFiles.defaults());
        all.putAll(keys);
        return DataKeys.read(new ConfigReader(all));
    }

    @Test
    void read_defaults_areThoseOfTheLibrary() {
        assertEquals(new DataKeys("mnist", Optional.empty(), false, DataSettings.DEFAULTS), read(Map.of()));
    }

    @Test
    void parts_severalDataSets_areTakenApartAtTheirNames() {
        assertEquals(List.of("mnist"), names("mnist"));
        assertEquals(List.of("mnist", "fashion_mnist"), names("mnist, fashion_mnist"));
        assertEquals(List.of("points:1,2", "mnist", "points"), names("points:1,2,mnist,points"));
        assertEquals(List.of("points:mnist.csv,b"), names("points:mnist.csv,b"), "no name but a beginning");
    }

    /** A key that a loader says it heeds, but nobody can give, would be a mistake in its spelling. */
    @Test
    void loaders_all_heedKeysThatThereAre() {
        Set<String> known = DataSettingKeys.toMap(DataSettings.DEFAULTS).keySet();
        List<DatasetLoader> loaders = DatasetLoaders.all();

        assertEquals(
                List.of("csv", "idx", "images", "points"),
                loaders.stream().map(DatasetLoader::name).toList());
        for (DatasetLoader loader : loaders) {
            assertTrue(known.containsAll(loader.keys()), () -> loader.name() + " heeds " + loader.keys());
        }
    }

    private static List<String> names(String dataset) {
        return read(Map.of("dataset_name", dataset)).parts().stream()
                .map(DataKeys::dataset)
                .toList();
    }

    @Test
    void read_unknownNameAmongSeveral_isRefused() {
        assertTrue(String.valueOf(assertThrows(ConfigException.class, () -> names("mnist,fashon_mnist"))
                        .getMessage())
                .startsWith("dataset_name is 'fashon_mnist'; expected one of "));
        assertThrows(ConfigException.class, () -> names("mnist,"));
    }

    @Test
    void read_everyKey_isUnderstood() {
        DataKeys keys = read(Map.ofEntries(
                Map.entry("dataset_name", "points:100"),
                Map.entry("test_data", "test.csv"),
                Map.entry("test_share", 0.25),
                Map.entry("label_column", 3),
                Map.entry("task_column", "day"),
                Map.entry("header", true),
                Map.entry("categorical", List.of("city, country", 4)),
                Map.entry("scaling", "z-score"),
                Map.entry("image_size", "32x24"),
                Map.entry("image_mode", "rgb"),
                Map.entry("num_classes", 12)));
        DataSettings expected = new DataSettings(
                new TestSettings(Optional.of(Path.of("test.csv")), 0.25),
                new TableSettings(
                        "3",
                        Optional.of("day"),
                        TableSettings.Header.TRUE,
                        Optional.of(List.of("city, country", "4")),
                        Scaling.Z_SCORE),
                new ImageSettings(Optional.of(new ImageShape(32, 24)), ImageSettings.Mode.RGB, Optional.of(12)));
        assertEquals(new DataKeys("points:100", Optional.empty(), false, expected), keys);
        assertEquals(keys, read(keys.toMap()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'a, b ,3' | 'a,b,3'", "5 | 5", "a | a", "'' | ''"})
    void read_categoricalAsText_isSplitAtCommas(String text, String columns) {
        DataKeys keys = read(Map.of("categorical", YamlText.value("categorical", text)));
        assertEquals(
                columns, String.join(",", keys.settings().table().categorical().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "mnist, mnist",
        "points:100, points:100",
        "csv:train.csv, csv:train.csv",
        "csv:some/where/train.csv, csv-train.csv",
        "images:some/where/, images-where",
        "csv:../, csv:..",
        "'csv:C:\\data\\train.csv', csv-train.csv"
    })
    void shortName_any_hasNoPath(String dataset, String expected) {
        DataKeys keys = new DataKeys(dataset, Optional.empty(), false, DataSettings.DEFAULTS);
        assertEquals(expected, keys.shortName());
    }

    @Test
    void shortName_long_isCut() {
        DataKeys keys = new DataKeys("csv:" + "x".repeat(300), Optional.empty(), false, DataSettings.DEFAULTS);
        assertEquals("x".repeat(60), keys.shortName());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dataset_name | mnist:full | dataset_name is 'mnist:full'; expected mnist, for a built-in data set takes"
                        + " nothing after its name",
                "label_column | 0.5 | label_column is '0.5'; expected the name of a column, or its position from 1 on"
                        + " <label_column>",
                "label_column | '' | label_column is ''; expected the name or the position of a column, first or last"
                        + " <label_column>",
                "categorical | [a, 1.5] | categorical is '1.5'; expected the name of a column, or its position from 1 on"
                        + " <categorical>",
                "test_share | 1 | test_share is '1'; expected a number from 0.001 to 0.999 <test_share>",
                "header | maybe | header is 'maybe'; expected one of auto, true, false <header>",
                "image_size | 28 | image_size is '28'; expected HEIGHTxWIDTH of at most 4096 pixels each, such as 28x28,"
                        + " or auto <image_size>",
                "image_size | 5000x5 | image_size is '5000x5'; expected HEIGHTxWIDTH of at most 4096 pixels each, such as"
                        + " 28x28, or auto <image_size>",
                "num_classes | 0 | num_classes is '0'; expected a whole number of at least 1, or auto <num_classes>"
            })
    void read_wrongValue_isRefused(String key, String yaml, String message) {
        String mend = " \\(set it in the configuration file or with --set $1=VALUE\\)";
        assertEquals(
                message.replaceFirst(" <(\\w+)>$", mend),
                assertThrows(ConfigException.class, () -> read(Map.of(key, YamlText.value(key, yaml))))
                        .getMessage());
    }
}
