package org.taagem.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.taagem.data.TrainTest;
import org.taagem.datasets.Environment;
import org.taagem.experiment.DataFacts;

/**
 * The data of a bench: each data set once, whatever learns it.
 *
 * @param byKeys the data by the keys that name it
 */
record BenchData(Map<DataKeys, BatchData> byKeys) {
    /**
     * Loads all data sets.
     *
     * @param plan what is to be learned
     * @param jobs runs at once
     * @param environment where data is found
     */
    static BenchData load(BenchPlan plan, int jobs, Environment environment) throws IOException, InterruptedException {
        Map<DataKeys, BatchData> byKeys = new LinkedHashMap<>();
        for (BenchCell cell : plan.cells()) {
            DataKeys keys = keys(cell);
            if (!byKeys.containsKey(keys)) {
                byKeys.put(
                        keys, BatchData.load(keys, plan.spec().seeds().first().get(0), jobs, environment));
            }
        }
        return new BenchData(byKeys);
    }

    private static DataKeys keys(BenchCell cell) {
        return cell.settings(DataFacts.USUAL).data();
    }

    /** Returns the data of a cell with the first seed, for what is the same with all. */
    TrainTest first(BenchCell cell) {
        return of(cell).first();
    }

    /** Returns the data of a run. */
    TrainTest of(BenchCell cell, long seed) throws IOException, InterruptedException {
        return of(cell).of(seed);
    }

    private BatchData of(BenchCell cell) {
        BatchData data = byKeys.get(keys(cell));
        if (data == null) {
            throw new IllegalStateException(cell.name() + " has no data");
        }
        return data;
    }
}
