package org.taagem.data;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class MnistLiteTest {
    private final TrainTest mnist = MnistLite.load();

    @Test
    void load_always_has1000TrainingAnd200TestImagesOfEachDigit() {
        assertArrayEquals(
                new int[] {1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000}, counts(mnist.train()));
        assertArrayEquals(new int[] {200, 200, 200, 200, 200, 200, 200, 200, 200, 200}, counts(mnist.test()));
    }

    @Test
    void load_always_givesMnistsShapeAndName() {
        assertEquals("mnist", mnist.name());
        assertEquals(10_000, mnist.train().size());
        assertEquals(2_000, mnist.test().size());
        assertEquals(Optional.of(new ImageShape(28, 28)), mnist.train().shape());
        assertEquals(10, mnist.train().classes());
    }

    @Test
    void load_always_keepsTheOriginalOrder() {
        // MNIST's first training labels are 5 0 4 1 9 2 1 3 1 4, its first test labels 7 2 1 0 4 1 4 9 5 9.
        assertArrayEquals(new int[] {5, 0, 4, 1, 9, 2, 1, 3, 1, 4}, firstLabels(mnist.train()));
        assertArrayEquals(new int[] {7, 2, 1, 0, 4, 1, 4, 9, 5, 9}, firstLabels(mnist.test()));
        assertEquals(9_999, mnist.train().samples().get(9_999).id());
    }

    @Test
    void load_always_hasThePinnedContent() {
        assertEquals(
                Map.of(
                        "train-images-idx3-ubyte",
                        "96448e792027ae8c3d693bf7f6685beb422442276734ffe24b7860a3581dcb08",
                        "train-labels-idx1-ubyte",
                        "dfa6309ccbfc44ab3df730fa9d1b133e2baeb0fe7db8e4bbdcd05d3e5bd811ea",
                        "t10k-images-idx3-ubyte",
                        "780e99a56e963f3affe4791a03545a6ddbdc0904dd880c7f3c50753282177303",
                        "t10k-labels-idx1-ubyte",
                        "b547e409b08f1d55c77b7f0964dfb27202f97c41c014d9427a3acecfcf6a7129"),
                mnist.sha256());
    }

    private static int[] counts(Dataset dataset) {
        int[] counts = new int[10];
        for (Sample sample : dataset.samples()) {
            counts[sample.label()]++;
        }
        return counts;
    }

    private static int[] firstLabels(Dataset dataset) {
        return dataset.samples().stream().limit(10).mapToInt(Sample::label).toArray();
    }
}
