package org.taagem.memory;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.random.SeededRandom;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class MemoryWriterTest {
    private static final int BATCH_SIZE = 5;

    /** Offers some batches of 5, with ids from 0 on, and returns the ids that reached the memory. */
    private static List<Integer> offered(double samplingRate, int batches) {
        ClusteredMemory memory = new ClusteredMemory(
                new ClusterLimits(1, 1, BATCH_SIZE * batches), Assignment.PAPER, Removal.OLDEST, new SeededRandom(1));
        MemoryWriter writer = new MemoryWriter(memory, samplingRate);
        for (int b = 0; b < batches; b++) {
            int first = b * BATCH_SIZE;
            writer.offer(Batch.of(IntStream.range(first, first + BATCH_SIZE)
                    .mapToObj(id -> Samples.sample(id, 0, id))
                    .toArray(Sample[]::new)));
        }
        return memory.samples().stream().map(Sample::id).toList();
    }

    @Test
    void offer_rateOne_isTheFirstOfEveryBatch() {
        assertEquals(List.of(0, 5, 10), offered(1, 3));
    }

    @Test
    void offer_rateOneTenth_isTheFirstOfEveryTenthBatch() {
        assertEquals(List.of(0, 50, 100), offered(0.1, 30));
        assertEquals(List.of(0, 50, 100, 150), offered(0.1, 31));
        assertEquals(1000, offered(0.1, 10_000).size());
    }

    @Test
    void offer_rateOneThousandth_isTheFirstOfEveryThousandthBatch() {
        assertEquals(List.of(0, 5000), offered(0.001, 2000));
        assertEquals(List.of(0, 5000, 10_000), offered(0.001, 2001));
    }

    /** In floating point 100 * 0.07 is a little more than 7, which must not make it 8. */
    @Test
    void offer_rateTimesBatchesRoundedUp_isNotOneMore() {
        assertEquals(7, offered(0.07, 100).size());
        assertEquals(8, offered(0.07, 101).size());
    }

    @Test
    void offer_smallBatch_isNotMadeUpForLater() {
        ClusteredMemory memory =
                new ClusteredMemory(new ClusterLimits(1, 1, 9), Assignment.PAPER, Removal.OLDEST, new SeededRandom(1));
        MemoryWriter writer = new MemoryWriter(memory, 2);

        writer.offer(Batch.of(Samples.sample(0, 0, 0)));
        writer.offer(Batch.of(Samples.sample(1, 0, 1), Samples.sample(2, 0, 2), Samples.sample(3, 0, 3)));

        assertEquals(List.of(0, 1, 2), memory.samples().stream().map(Sample::id).toList());
    }

    @Test
    void offer_rateTwoAndAHalf_isThreeAndTwoInTurn() {
        assertEquals(List.of(0, 1, 2, 5, 6, 10, 11, 12, 15, 16), offered(2.5, 4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 7.3, 1e9})
    void offer_rateOfABatchOrMore_isAllOfIt(double rate) {
        assertEquals(IntStream.range(0, 15).boxed().toList(), offered(rate, 3));
    }

    @Test
    void offer_rateZero_isNothing() {
        assertEquals(List.of(), offered(0, 100));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void new_rateNotANumberOfZeroOrMore_isRefused(double rate) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> offered(rate, 1));
        assertEquals("sampling rate is " + rate + "; expected a number of 0 or more", refusal.getMessage());
    }
}
