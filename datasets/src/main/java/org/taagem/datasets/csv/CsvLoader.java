package org.taagem.datasets.csv;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.taagem.data.CellException;
import org.taagem.data.DataFile;
import org.taagem.data.DataSettings;
import org.taagem.data.DatasetLoader;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.Encoding;
import org.taagem.data.TrainTest;
import org.taagem.datasets.TextOrder;

/** Loads a table: {@code csv:FILE}, plain or compressed with gzip. */
public final class CsvLoader implements DatasetLoader {
    /** Makes the loader. */
    public CsvLoader() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String description() {
        return "a table: csv:FILE, plain or .gz";
    }

    @Override
    public Set<String> keys() {
        return Set.of("test_data", "test_share", "label_column", "task_column", "header", "categorical", "scaling");
    }

    @Override
    public TrainTest load(DatasetRequest request) throws IOException {
        DataSettings settings = request.settings();
        CsvTable file = new CsvTable(DataFile.of(path(request)));
        TableHeader header = TableHeader.of(file, settings.table().header());
        TableRoles roles = TableRoles.of(settings.table(), header.names(), file.name());
        TableReader table = new TableReader(file, header, roles);
        Survey survey = Survey.of(table);
        Optional<Path> testFile = settings.test().data();
        BitSet heldOut = testFile.isPresent()
                ? new BitSet()
                : HoldOut.choose(
                        survey, settings.test().share(), request.seeds().named("split"));
        Encoding encoding = Fit.of(table, settings.table().scaling(), heldOut);
        CsvParts parts = new CsvParts(table, encoding, tasks(survey));
        parts.readTrain(table, heldOut, survey.sha256());
        if (testFile.isPresent()) {
            CsvTable test = new CsvTable(DataFile.of(testFile.get()));
            header.checkSame(test, file);
            parts.readTest(new TableReader(test, header, roles));
        }
        String source = source(file.name(), settings);
        return new TrainTest(
                request.name(),
                parts.train(),
                parts.test(),
                source,
                parts.sha256(),
                parts.nativeTasks(),
                Optional.of(encoding));
    }

    private static Path path(DatasetRequest request) {
        if (request.argument().isBlank()) {
            throw new DatasetRequestException(
                    "dataset_name is '" + request.name() + "'; expected csv:FILE, such as csv:train.csv");
        }
        try {
            return Path.of(request.argument());
        } catch (InvalidPathException e) {
            throw new DatasetRequestException("dataset_name is " + CellException.shown(request.name())
                    + "; expected the path of a file after csv: (" + e.getReason() + ")");
        }
    }

    /** Ascending if all are whole numbers, else in the order in which they first come. */
    private static List<String> tasks(Survey survey) {
        return TextOrder.areWholeNumbers(survey.tasks()) ? TextOrder.sorted(survey.tasks()) : survey.tasks();
    }

    private static String source(String file, DataSettings settings) {
        return settings.test()
                .data()
                .map(test -> "files " + file + " and " + test)
                .orElseGet(() -> "file " + file + ", of which "
                        + BigDecimal.valueOf(settings.test().share())
                                .stripTrailingZeros()
                                .toPlainString()
                        + " is held out as test data");
    }
}
