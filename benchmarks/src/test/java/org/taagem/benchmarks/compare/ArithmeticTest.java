package org.taagem.benchmarks.compare;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.benchmarks.compare.Arithmetic.Counting;
import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A network of 4 inputs, 3 hidden units and 2 classes, and samples of 2 non-zero inputs that open 1 unit. */
class ArithmeticTest {
    private static final List<Integer> SIZES = List.of(4, 3, 2);
    private static final int[] SAMPLE = {2, 1, 2};

    @Test
    void ofStep_sparseInputs_countsHiddenLayersWhole() {
        Arithmetic step = count(Counting.SPARSE_INPUTS);
        // forward 2*3 + 3*2, back 3*2, for both samples; g.gRef (2 + 3) + (3 + 2); update by the batch 2*3 + 3*2
        assertEquals(2 * 18 + 10 + 12, step.always());
        // the norm 10 and an update of 12; with gRef formed, 12 and twice 18 weights
        assertEquals(22, step.projection());
        assertEquals(2 * (58 + 0.5 * 22), step.operations(0.5));
    }

    @Test
    void ofStep_openUnits_leavesOutClosedOnes() {
        Arithmetic step = count(Counting.OPEN_UNITS);
        // forward 2*3 + 1*2, back 1*2, for both samples; g.gRef (2 + 1) + (1 + 2); update by the batch 2*1 + 1*2
        assertEquals(2 * 10 + 6 + 4, step.always());
        assertEquals(10, step.projection());
    }

    private static Arithmetic count(Counting counting) {
        return Arithmetic.ofStep(new int[][] {SAMPLE}, new int[][] {SAMPLE}, SIZES, counting);
    }

    @Test
    void activations_countWhatIsNotZero() {
        // weights [2][2] and biases of the hidden layer, then [2][1] and a bias
        float[] parameters = {1, -1, 2, 1, 0, 0, 1, 1, 0};
        Batch batch = Batch.of(
                new Sample(0, FeatureVector.of(1, 0), 0), // hidden 1, -1
                new Sample(1, FeatureVector.of(1, 2), 0)); // hidden 5, 1
        int[][] counts = new Activations(List.of(2, 2, 1), parameters).count(batch);
        assertArrayEquals(new int[] {1, 1, 1}, counts[0]);
        assertArrayEquals(new int[] {2, 2, 1}, counts[1]);
    }
}
