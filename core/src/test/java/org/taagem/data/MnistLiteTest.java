package org.taagem.data;

import java.io.IOException;
import java.io.InputStream;
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
    void load_always_namesTheChecksumsOfTheContent() throws IOException {
        IdxFiles files = MnistLite.files();
        assertEquals(
                Map.of(
                        "train-images-idx3-ubyte", sum(files.trainImages()),
                        "train-labels-idx1-ubyte", sum(files.trainLabels()),
                        "t10k-images-idx3-ubyte", sum(files.testImages()),
                        "t10k-labels-idx1-ubyte", sum(files.testLabels())),
                mnist.sha256());
    }

    private static String sum(DataFile file) throws IOException {
        try (InputStream in = file.open()) {
            return Sha256.of(in);
        }
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
