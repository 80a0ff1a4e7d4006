package org.taagem.nn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.Batch;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Factored gradients against finite differences and against arithmetic on dense vectors in double precision. */
class FactoredGradientTest {
    /** Sizes that no vector width divides. */
    private static final List<Integer> ODD = List.of(1021, 37, 13, 5);

    private final SeededRandom random = new SeededRandom(4);

    static Stream<List<Integer>> shapes() {
        return Stream.of(
                List.of(3, 2),
                List.of(1, 1, 2),
                List.of(7, 6, 5, 4),
                List.of(37, 11, 13, 5),
                List.of(9, 8, 7, 6, 5, 4, 3),
                List.of(5, 64, 3));
    }

    private Batch batch(List<Integer> sizes, int rows) {
        return Samples.randomBatch(0, rows, new Samples.Shape(sizes.get(0), sizes.get(sizes.size() - 1)), random);
    }

    private Gradient computed(Mlp network, int rows) {
        Gradient gradient = network.newGradient();
        gradient.compute(Samples.randomBatch(0, rows, new Samples.Shape(network.inputs(), network.outputs()), random));
        return gradient;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void toArray_anyShape_isTheFiniteDifferenceOfTheLoss(List<Integer> sizes) {
        Mlp network = new Mlp(sizes, random);
        Batch batch = batch(sizes, 6);
        Gradient gradient = network.newGradient();
        double loss = gradient.compute(batch);
        float[] actual = gradient.toArray();

        ReferenceMlp reference = new ReferenceMlp(sizes, network.parameters());
        assertEquals(reference.loss(batch), loss, 1e-6);
        double step = 1e-6;
        for (int i = 0; i < actual.length; i++) {
            double kept = reference.parameters[i];
            reference.parameters[i] = kept + step;
            double above = reference.loss(batch);
            reference.parameters[i] = kept - step;
            double below = reference.loss(batch);
            reference.parameters[i] = kept;
            assertEquals((above - below) / (2 * step), actual[i], 1e-6, "parameter " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 1, 260})
    void toArray_oddSizes_isThePlainGradient(int rows) {
        Mlp network = new Mlp(ODD, random);
        Batch batch = batch(ODD, rows);
        Gradient gradient = network.newGradient();

        double loss = gradient.compute(batch);

        ReferenceMlp reference = new ReferenceMlp(ODD, network.parameters());
        assertEquals(reference.loss(batch), loss, 1e-6);
        assertClose(reference.gradient(batch), gradient.toArray());
    }

    /** One gradient is filled again and again, so what is left of a larger batch must not show. */
    @Test
    void compute_smallerAfterLargerBatch_isThatOfAFreshGradient() {
        Mlp network = new Mlp(ODD, random);
        Gradient used = network.newGradient();
        Gradient fresh = network.newGradient();
        used.compute(batch(ODD, 40));
        used.add(0.5, computed(network, 3));
        Batch batch = batch(ODD, 7);

        assertEquals(fresh.compute(batch), used.compute(batch));
        assertArrayEquals(fresh.toArray(), used.toArray());
        assertEquals(fresh.squaredNorm(), used.squaredNorm());
    }

    @Test
    void dot_anyRows_isThatOfTheVectors() {
        Mlp network = new Mlp(ODD, random);
        int[] rows = {17, 1, 260, 3, 17};
        Gradient before = computed(network, 5);
        for (int count : rows) {
            Gradient next = computed(network, count);
            double scale = Math.sqrt(before.squaredNorm() * next.squaredNorm());
            double expected = dot(before.toArray(), next.toArray());

            assertEquals(expected, before.dot(next), 1e-5 * scale);
            assertEquals(expected, next.dot(before), 1e-5 * scale);
            assertEquals(dot(next.toArray(), next.toArray()), next.squaredNorm(), 1e-5 * next.squaredNorm());
            assertEquals(next.squaredNorm(), next.dot(next));
            before = next;
        }
    }

    /** Products of all samples are computed together for it, and one after the other for an inner product. */
    @Test
    void squaredNorm_sum_isItsInnerProductWithItselfToTheBit() {
        Mlp network = new Mlp(ODD, random);
        Gradient sum = network.newGradient();
        int[][] sizes = {{10, 27}, {17, 17}, {40, 1, 3}, {5, 80}, {2, 6}};
        for (int[] size : sizes) {
            sum.compute(batch(ODD, size[0]));
            sum.scale(0.7);
            for (int k = 1; k < size.length; k++) {
                Gradient addend = computed(network, size[k]);
                addend.scale(-1.5);
                sum.add(k, addend);
            }

            assertEquals(sum.dot(sum), sum.squaredNorm(), () -> "of " + Arrays.toString(size));
        }
    }

    @Test
    void add_severalGradients_isTheSumOfTheVectors() {
        Mlp network = new Mlp(ODD, random);
        Gradient sum = computed(network, 17);
        Gradient one = computed(network, 1);
        Gradient many = computed(network, 260);
        float[] expected = sum.toArray();
        addTo(expected, -0.75, one.toArray());
        addTo(expected, 2.5, many.toArray());
        addTo(expected, 0.25, one.toArray());

        sum.add(-0.75, one);
        sum.add(2.5, many);
        sum.add(0.25, one);

        assertClose(expected, sum.toArray());
        double squaredNorm = dot(expected, expected);
        assertEquals(squaredNorm, sum.squaredNorm(), 1e-5 * squaredNorm);
        double scale = Math.sqrt(squaredNorm * many.squaredNorm());
        assertEquals(dot(expected, many.toArray()), sum.dot(many), 1e-5 * scale);
        assertEquals(sum.dot(many), many.dot(sum), 1e-6 * scale);
        Gradient otherSum = computed(network, 4);
        otherSum.add(-1, many);
        assertEquals(dot(expected, otherSum.toArray()), sum.dot(otherSum), 1e-5 * scale);
    }

    @Test
    void descend_ofASum_movesTheParametersByItsVector() {
        Mlp network = new Mlp(ODD, random);
        Gradient sum = computed(network, 17);
        sum.add(-1.5, computed(network, 13));
        float[] expected = network.parameters();
        addTo(expected, -0.3, sum.toArray());

        sum.descend(0.3);

        assertClose(expected, network.parameters());
    }

    /** Errors are passed back through a transposed copy of the weights, which must have moved with them. */
    @ParameterizedTest
    @MethodSource("shapes")
    void descend_thenCompute_isTheGradientAtTheNewParameters(List<Integer> sizes) {
        Mlp network = new Mlp(sizes, random);
        computed(network, 9).descend(0.5);
        Mlp copy = new Mlp(sizes, random);
        copy.setParameters(network.parameters());
        Batch batch = batch(sizes, 8);
        Gradient actual = network.newGradient();
        Gradient expected = copy.newGradient();

        assertEquals(expected.compute(batch), actual.compute(batch));
        assertArrayEquals(expected.toArray(), actual.toArray());
    }

    /** What was formed for its norm is added as a matrix, so the transposed weights cannot be updated from factors alone. */
    @ParameterizedTest
    @MethodSource("shapes")
    void descend_withAFormedGradient_isTheGradientAtTheNewParameters(List<Integer> sizes) {
        Mlp network = new Mlp(sizes, random);
        Gradient many = computed(network, 260);
        Gradient sum = computed(network, 9);
        sum.add(-0.5, many);
        assertTrue(many.squaredNorm() > 0);
        sum.descend(0.5);
        Mlp copy = new Mlp(sizes, random);
        copy.setParameters(network.parameters());
        Batch batch = batch(sizes, 8);
        Gradient actual = network.newGradient();
        Gradient expected = copy.newGradient();

        assertEquals(expected.compute(batch), actual.compute(batch));
        assertArrayEquals(expected.toArray(), actual.toArray());
    }

    @Test
    void compute_parametersNotANumber_givesALossThatIsNone() {
        Mlp network = new Mlp(List.of(3, 4, 2), random);
        float[] parameters = network.parameters();
        Arrays.fill(parameters, 0, 12, Float.NaN);
        network.setParameters(parameters);

        assertTrue(Double.isNaN(network.newGradient().compute(batch(List.of(3, 4, 2), 5))));
    }

    @Test
    void descend_rateZero_changesNothing() {
        Mlp network = new Mlp(ODD, random);
        float[] before = network.parameters();

        computed(network, 5).descend(0);

        assertArrayEquals(before, network.parameters());
    }

    @Test
    void dotAndAdd_gradientOfAnotherNetwork_areRefused() {
        Gradient gradient = computed(new Mlp(List.of(3, 2), random), 1);
        Gradient foreign = computed(new Mlp(List.of(3, 2), random), 1);

        String message = "the other gradient belongs to another network";
        assertRefused(message, () -> gradient.dot(foreign));
        assertRefused(message, () -> gradient.add(1, foreign));
    }

    @Test
    void add_itselfOrASum_isRefused() {
        Mlp network = new Mlp(List.of(3, 2), random);
        Gradient gradient = computed(network, 1);
        Gradient sum = computed(network, 1);
        sum.add(1, computed(network, 1));

        String message = "only another gradient that is not itself a sum can be added";
        assertRefused(message, () -> gradient.add(1, gradient));
        assertRefused(message, () -> gradient.add(1, sum));
    }

    @Test
    void compute_batchThatDoesNotFit_isRefused() {
        Gradient gradient = new Mlp(List.of(3, 2), random).newGradient();

        assertRefused("the batch is empty; a gradient needs at least one sample", () -> gradient.compute(Batch.of()));
        assertRefused(
                "sample 8 has label 2; this network knows 0..1",
                () -> gradient.compute(Batch.of(Samples.sample(8, 2, 1, 2, 3))));
        assertRefused(
                "input has 4 features; this network takes 3",
                () -> gradient.compute(Batch.of(Samples.sample(8, 1, 1, 2, 3, 4))));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static void addTo(float[] target, double factor, float[] vector) {
        for (int i = 0; i < target.length; i++) {
            target[i] += (float) (factor * vector[i]);
        }
    }

    private static void assertClose(float[] expected, float[] actual) {
        double[] wide = new double[expected.length];
        Arrays.setAll(wide, i -> expected[i]);
        assertClose(wide, actual);
    }

    /** Fails if two entries differ by more than a millionth of the largest. */
    private static void assertClose(double[] expected, float[] actual) {
        assertEquals(expected.length, actual.length);
        double largest = 0;
        for (double e : expected) {
            largest = Math.max(largest, Math.abs(e));
        }
        for (int i = 0; i < actual.length; i++) {
            double difference = Math.abs(expected[i] - actual[i]);
            assertTrue(difference <= 1e-6 * largest, "entry " + i + ": expected " + expected[i] + ", got " + actual[i]);
        }
    }
}
