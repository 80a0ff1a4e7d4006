package org.taagem.datasets;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class KnownDatasetsTest {
    @Test
    void names_always_holdsMnist() {
        assertEquals(List.of("mnist"), DatasetFinder.names());
        assertEquals("DATASET_LOCATION_MNIST", KnownDatasets.MNIST.variable());
    }

    @Test
    void nearest_misspelt_comesFirst() {
        List<String> names = List.of("cifar10", "fashion_mnist", "kmnist", "mnist");

        assertEquals("mnist", KnownDatasets.nearest("MNIST", names).get(0));
        assertEquals("cifar10", KnownDatasets.nearest("cifar-10", names).get(0));
        assertEquals(3, KnownDatasets.nearest("", names).size());
    }

    @Test
    void knownFile_badChecksumOrSize_isRejected() {
        assertThrows(IllegalArgumentException.class, () -> new KnownFile("file", 1, "ABC"));
        assertThrows(IllegalArgumentException.class, () -> new KnownFile("file", 0, "0".repeat(64)));
    }

    @Test
    void knownDataset_withoutFiles_isRejected() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new KnownDataset("empty", 2, List.of(), List.of("EMPTY"), List.of()));
    }
}
