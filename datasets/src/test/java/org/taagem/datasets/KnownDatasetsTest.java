package org.taagem.datasets;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class KnownDatasetsTest {
    @Test
    void names_always_holdsAllSorted() {
        assertEquals(List.of("cifar10", "emnist_digits", "fashion_mnist", "kmnist", "mnist"), DatasetFinder.names());
        assertEquals("DATASET_LOCATION_MNIST", DigitDatasets.MNIST.variable());
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
                () -> new KnownDataset(
                        "empty", TinyDataset.FACTS, List.of(IdxFormat.MNIST), List.of(), List.of("EMPTY"), List.of()));
    }
}
