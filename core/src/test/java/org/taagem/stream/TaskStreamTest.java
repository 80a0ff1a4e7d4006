package org.taagem.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The stream and the batches of its epochs. Samples are told apart by their ids: task k has 10 k .. 10 k + 9. */
class TaskStreamTest {
    private static final Epoch MIXED = Epoch.onTheWay(0, 1, 1, 4);

    private static TaskStream stream(int batchSize, long seed, Epoch... epochs) {
        TrainTest data = SyntheticData.ramps(4, 30, 30);
        List<Task> tasks = new PermutedPixels().tasks(data, 3, new Seeds(seed));
        return new TaskStream(tasks, List.of(epochs), batchSize, new Seeds(seed));
    }

    /** The ids of a pass, batch by batch; a batch is refilled by the next call, so they are copied. */
    private static List<List<Integer>> ids(EpochBatches pass) {
        List<List<Integer>> batches = new ArrayList<>();
        while (pass.hasNext()) {
            Batch batch = pass.next();
            batches.add(IntStream.range(0, batch.size())
                    .mapToObj(batch::get)
                    .map(Sample::id)
                    .toList());
        }
        return batches;
    }

    @Test
    void open_largestBatchSize_showsAllInOneBatch() {
        TaskStream stream = stream(Integer.MAX_VALUE, 1, Epoch.pure(0), MIXED);

        assertEquals(1, stream.batches(0));
        assertEquals(2, stream.totalBatches());
        assertEquals(List.of(10), ids(stream.open(0)).stream().map(List::size).toList());
        assertEquals(List.of(10), ids(stream.open(1)).stream().map(List::size).toList());
    }

    @Property
    void open_pureEpoch_showsEachSampleOfItsTaskOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int batchSize) {
        TaskStream stream = stream(batchSize, seed, Epoch.pure(0), Epoch.pure(1));

        List<List<Integer>> batches = ids(stream.open(1));

        assertEquals(
                IntStream.range(10, 20).boxed().toList(),
                batches.stream().flatMap(List::stream).sorted().toList());
        assertEquals(stream.batches(1), batches.size());
        for (int b = 0; b < batches.size() - 1; b++) {
            assertEquals(batchSize, batches.get(b).size());
        }
    }

    @Test
    void open_batchSizeThatDoesNotDivide_endsWithAPartialBatch() {
        List<Integer> sizes = ids(stream(4, 1, Epoch.pure(0)).open(0)).stream()
                .map(List::size)
                .toList();

        assertEquals(List.of(4, 4, 2), sizes);
    }

    @Test
    void open_calledTwice_givesTheSameBatches() {
        TaskStream stream = stream(3, 1, Epoch.pure(0), MIXED);

        assertEquals(ids(stream.open(0)), ids(stream.open(0)));
        assertEquals(ids(stream.open(1)), ids(stream.open(1)));
        assertEquals(ids(stream.open(1)), ids(stream(3, 1, Epoch.pure(0), MIXED).open(1)));
    }

    @Property
    void open_otherEpochOrSeedOrPass_givesAnotherOrder(@ForAll long seed) {
        TaskStream stream = stream(10, seed, Epoch.pure(0), Epoch.pure(0));
        List<List<Integer>> first = ids(stream.open(0));

        // one order in 10! is equal by chance
        assertNotEquals(first, ids(stream.open(1)));
        assertNotEquals(first, ids(stream.openAgain(0)));
        assertNotEquals(first, ids(stream(10, seed + 1, Epoch.pure(0)).open(0)));
    }

    @Test
    void openAgain_pureEpoch_showsTheSameSamples() {
        List<Integer> again = ids(stream(4, 1, Epoch.pure(2)).openAgain(0)).stream()
                .flatMap(List::stream)
                .sorted()
                .toList();

        assertEquals(IntStream.range(20, 30).boxed().toList(), again);
    }

    @Property
    void open_mixedEpoch_hasTheStatedShareInEveryBatch(
            @ForAll @IntRange(min = 1, max = 12) int batchSize,
            @ForAll @IntRange(min = 1, max = 4) int step,
            @ForAll long seed) {
        Epoch epoch = Epoch.onTheWay(2, 0, step, 5);

        List<List<Integer>> batches = ids(stream(batchSize, seed, epoch).open(0));

        assertEquals((10 + batchSize - 1) / batchSize, batches.size());
        for (List<Integer> batch : batches) {
            long own = batch.stream().filter(id -> id >= 20).count();
            long next = batch.stream().filter(id -> id < 10).count();
            assertEquals((int) Math.ceil((5 - step) * batch.size() / 5.0), own);
            assertEquals(batch.size(), own + next);
        }
    }

    @Property
    void open_blurredEpoch_drawsEvenlyFromAllOtherTasks(
            @ForAll @IntRange(min = 1, max = 12) int batchSize,
            @ForAll @IntRange(min = 0, max = 2) int task,
            @ForAll long seed) {
        TaskStream stream = stream(batchSize, seed, Epoch.blurred(task, 0.4));

        List<Integer> shown = ids(stream.open(0)).stream().flatMap(List::stream).toList();

        for (int k = 0; k < 3; k++) {
            int other = k;
            assertEquals(
                    other == task ? 6 : 2,
                    shown.stream().filter(id -> id / 10 == other).count());
        }
        assertEquals(10, shown.stream().distinct().count());
        assertEquals(6, stream.ownSamples(0));
    }

    @Test
    void open_blurredByNothing_isPure() {
        assertEquals(
                ids(stream(3, 1, Epoch.pure(1)).open(0)),
                ids(stream(3, 1, Epoch.blurred(1, 0)).open(0)));
    }

    @Property
    void ownSamples_anyEpoch_areThoseShown(
            @ForAll @IntRange(min = 1, max = 12) int batchSize, @ForAll @IntRange(min = 0, max = 4) int step) {
        TaskStream stream = stream(batchSize, 1, Epoch.onTheWay(2, 0, step, 5));

        assertEquals(
                ids(stream.open(0)).stream()
                        .flatMap(List::stream)
                        .filter(id -> id >= 20)
                        .count(),
                stream.ownSamples(0));
    }

    @Test
    void open_mixedEpoch_showsNoSampleTwiceWhileThereAreOthers() {
        List<Integer> shown =
                ids(stream(4, 1, MIXED).open(0)).stream().flatMap(List::stream).toList();

        assertEquals(shown.size(), shown.stream().distinct().count());
    }

    @Test
    void open_mixedEpoch_mixesTheOrderWithinBatches() {
        boolean nextBeforeOwn = false;
        for (int seed = 0; seed < 20; seed++) {
            nextBeforeOwn |= ids(stream(10, seed, MIXED).open(0)).get(0).get(0) >= 10;
        }

        assertTrue(nextBeforeOwn);
    }

    @Test
    void next_batchGivenBefore_isRefilled() {
        EpochBatches pass = stream(5, 1, Epoch.pure(0)).open(0);

        assertEquals(pass.next(), pass.next());
    }

    @Test
    void totalBatches_twoEpochs_addsThemUp() {
        assertEquals(6, stream(4, 1, Epoch.pure(0), MIXED).totalBatches());
    }

    @Test
    void constructor_batchSizeOfZero_isRefused() {
        assertEquals(
                "batch_size is 0; expected at least 1",
                assertThrows(IllegalArgumentException.class, () -> stream(0, 1, Epoch.pure(0)))
                        .getMessage());
    }
}
