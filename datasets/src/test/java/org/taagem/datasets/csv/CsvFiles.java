package org.taagem.datasets.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.taagem.data.DataSettings;
import org.taagem.data.Dataset;
import org.taagem.data.DatasetRequest;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageSettings;
import org.taagem.data.Scaling;
import org.taagem.data.TableSettings;
import org.taagem.data.TestSettings;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

/** A folder of CSV files, and how they are loaded. */
final class CsvFiles {
    private final Path folder;
    private TestSettings test = TestSettings.DEFAULTS;
    private TableSettings table = TableSettings.DEFAULTS;
    private long seed;

    CsvFiles(Path folder) {
        this.folder = folder;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    CsvFiles write(String name, String text) throws IOException {
        Files.writeString(path(name), text);
        return this;
    }

    CsvFiles writeGzip(String name, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path(name)))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    CsvFiles testFile(String name) {
        test = new TestSettings(Optional.of(path(name)), test.share());
        return this;
    }

    CsvFiles share(double share) {
        test = new TestSettings(Optional.empty(), share);
        return this;
    }

    CsvFiles seed(long seed) {
        this.seed = seed;
        return this;
    }

    CsvFiles label(String column) {
        table = new TableSettings(column, table.taskColumn(), table.header(), table.categorical(), table.scaling());
        return this;
    }

    CsvFiles task(String column) {
        table = new TableSettings(
                table.labelColumn(), Optional.of(column), table.header(), table.categorical(), table.scaling());
        return this;
    }

    CsvFiles header(TableSettings.Header header) {
        table = new TableSettings(
                table.labelColumn(), table.taskColumn(), header, table.categorical(), table.scaling());
        return this;
    }

    CsvFiles categorical(String... columns) {
        table = new TableSettings(
                table.labelColumn(),
                table.taskColumn(),
                table.header(),
                Optional.of(List.of(columns)),
                table.scaling());
        return this;
    }

    CsvFiles scaling(Scaling scaling) {
        table = new TableSettings(
                table.labelColumn(), table.taskColumn(), table.header(), table.categorical(), scaling);
        return this;
    }

    /** Loads a file of the folder. */
    TrainTest load(String name) throws IOException {
        DataSettings settings = new DataSettings(test, table, ImageSettings.DEFAULTS);
        return new CsvLoader().load(DatasetRequest.of("csv:" + path(name), settings, new Seeds(seed)));
    }

    /** Returns a line for each sample: its features, and its label behind an arrow. */
    static List<String> lines(Dataset dataset) {
        return dataset.samples().stream()
                .map(sample -> line(sample.features()) + " -> " + sample.label())
                .toList();
    }

    private static String line(FeatureVector features) {
        StringBuilder line = new StringBuilder();
        for (float feature : features.toArray()) {
            line.append(line.isEmpty() ? "" : " ").append(feature);
        }
        return line.toString();
    }
}
