package org.taagem.stream;

import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.BatchBuffer;
import org.taagem.data.Dataset;
import org.taagem.data.Sample;
import org.taagem.random.Shuffle;

/** The batches of one pass over an epoch. */
public final class EpochBatches {
    private final Epoch epoch;
    private final int batchSize;
    private final int batches;
    private final Deck own;
    private final Deck next;
    private final RandomGenerator random;
    private final BatchBuffer batch;
    private int given;

    EpochBatches(Epoch epoch, List<Task> tasks, int batchSize, RandomGenerator random) {
        Dataset own = tasks.get(epoch.task()).train();
        this.epoch = epoch;
        this.batchSize = batchSize;
        this.random = random;
        this.own = new Deck(own.samples(), random);
        this.next = epoch.step() == 0
                ? this.own
                : new Deck(tasks.get(epoch.next()).train().samples(), random);
        batches = (own.size() - 1) / batchSize + 1;
        batch = new BatchBuffer(Math.min(batchSize, own.size()));
    }

    /**
     * Says whether there is another batch.
     *
     * @return false at the end of the epoch
     */
    public boolean hasNext() {
        return given < batches;
    }

    /**
     * Returns the next batch; there must be one.
     *
     * @return a batch that the next call refills
     */
    public Batch next() {
        int size = Math.min(batchSize, own.cards.length - given * batchSize);
        given++;
        int ownShare = epoch.ownShare(size);
        batch.clear();
        for (int i = 0; i < ownShare; i++) {
            batch.add(own.draw());
        }
        if (ownShare < size) {
            for (int i = ownShare; i < size; i++) {
                batch.add(next.draw());
            }
            batch.shuffle(random);
        }
        return batch;
    }

    /** Samples in a random order; from the beginning again when all are through. */
    private static final class Deck {
        private final List<Sample> samples;
        private final int[] cards;
        private int drawn;

        Deck(List<Sample> samples, RandomGenerator random) {
            this.samples = samples;
            cards = Shuffle.permutation(samples.size(), random);
        }

        Sample draw() {
            return samples.get(cards[drawn++ % cards.length]);
        }
    }
}
