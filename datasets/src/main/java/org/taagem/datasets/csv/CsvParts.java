package org.taagem.datasets.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.taagem.data.CellException;
import org.taagem.data.DataFileException;
import org.taagem.data.Dataset;
import org.taagem.data.Encoding;
import org.taagem.data.NativeTask;
import org.taagem.data.Sample;
import org.taagem.datasets.MemoryBudget;

/** The training and the test samples of a table, task by task, as they are read. */
final class CsvParts {
    private static final int BYTES_PER_SAMPLE = 80;

    private final Encoding encoding;
    private final List<String> tasks;
    private final Encoder encoder;
    private final MemoryBudget budget;
    private final List<List<Sample>> train = new ArrayList<>();
    private final List<List<Sample>> test = new ArrayList<>();
    private final Map<String, String> sha256 = new LinkedHashMap<>();
    private String testFile;

    CsvParts(TableReader table, Encoding encoding, List<String> tasks) {
        this.encoding = encoding;
        this.tasks = tasks;
        encoder = new Encoder(table.roles(), encoding, tasks);
        testFile = table.table().name();
        budget = MemoryBudget.ofThisJvm(testFile, "rows");
        for (int task = 0; task < Math.max(1, tasks.size()); task++) {
            train.add(new ArrayList<>());
            test.add(new ArrayList<>());
        }
    }

    /** Reads the training file, of which some rows may be held out as test data. */
    void readTrain(TableReader reader, BitSet heldOut, String expectedSha256) throws IOException {
        String found = reader.read(row -> add(row, heldOut.get(row.index()) ? test : train));
        if (!found.equals(expectedSha256)) {
            throw new DataFileException(
                    reader.table().name(),
                    "is not the same when it is read again; expected a file that stays as it is",
                    "Save it to a file first if it is a pipe");
        }
        sha256.put(reader.table().name(), found);
    }

    void readTest(TableReader reader) throws IOException {
        testFile = reader.table().name();
        sha256.put(testFile, reader.read(row -> add(row, test)));
        if (test.stream().allMatch(List::isEmpty)) {
            throw new DataFileException(testFile, "holds no rows of data", "Put some data there");
        }
    }

    private void add(TableReader.Row row, List<List<Sample>> part) throws DataFileException {
        Sample sample = encoder.sample(row);
        budget.take(BYTES_PER_SAMPLE + (long) Float.BYTES * sample.features().nonZeroCount());
        part.get(encoder.task(row)).add(sample);
    }

    Dataset train() {
        return dataset(train);
    }

    Dataset test() {
        return dataset(test);
    }

    private Dataset dataset(List<List<Sample>> part) {
        List<Sample> all = new ArrayList<>();
        part.forEach(all::addAll);
        return new Dataset(encoding.features(), encoding.classes().size(), Optional.empty(), all);
    }

    Map<String, String> sha256() {
        return sha256;
    }

    List<NativeTask> nativeTasks() throws DataFileException {
        List<NativeTask> natives = new ArrayList<>();
        int trainFrom = 0;
        int testFrom = 0;
        for (int k = 0; k < tasks.size(); k++) {
            if (test.get(k).isEmpty()) {
                throw new DataFileException(
                        testFile,
                        "has no rows of task " + CellException.shown(tasks.get(k)) + ", which the training data has",
                        "Add some");
            }
            int trainTo = trainFrom + train.get(k).size();
            int testTo = testFrom + test.get(k).size();
            natives.add(new NativeTask(tasks.get(k), trainFrom, trainTo, testFrom, testTo));
            trainFrom = trainTo;
            testFrom = testTo;
        }
        return natives;
    }
}
