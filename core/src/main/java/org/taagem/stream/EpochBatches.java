package org.taagem.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.BatchBuffer;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.random.Shuffle;

/** The batches of one pass over an epoch. */
public final class EpochBatches {
    private final Epoch epoch;
    private final int batchSize;
    private final int samples;
    private final Optional<Drift> drift;
    private final TaskStream.Span span;
    private final Supplier<Sample> own;
    private final Supplier<Sample> others;
    private final RandomGenerator random;
    private final BatchBuffer batch;
    private int given;

    EpochBatches(TaskStream stream, int index, RandomGenerator random) {
        epoch = stream.epochs().get(index);
        Task task = stream.tasks().get(epoch.task());
        samples = task.train().size();
        batchSize = Math.min(stream.batchSize(), samples);
        drift = task.drift();
        span = stream.span(index);
        this.random = random;
        own = deck(task, random);
        others = others(stream.tasks(), random);
        batch = new BatchBuffer(batchSize);
    }

    private Supplier<Sample> others(List<Task> tasks, RandomGenerator random) {
        if (epoch.isPure()) {
            return own;
        }
        if (epoch.othersShare() == 0) {
            return deck(tasks.get(epoch.next()), random);
        }
        List<Supplier<Sample>> decks = new ArrayList<>();
        for (Task task : tasks) {
            if (task.id() != epoch.task()) {
                decks.add(deck(task, random));
            }
        }
        Supplier<Supplier<Sample>> turns = new Deck<>(decks, random);
        return () -> turns.get().get();
    }

    private static Supplier<Sample> deck(Task task, RandomGenerator random) {
        return new Deck<>(task.train().samples(), random);
    }

    /**
     * Says whether there is another batch.
     *
     * @return false at the end of the epoch
     */
    public boolean hasNext() {
        return given < samples;
    }

    /**
     * Returns the next batch; there must be one.
     *
     * @return a batch that the next call refills
     */
    public Batch next() {
        int size = Math.min(batchSize, samples - given);
        int ownShare = epoch.ownShare(given, size);
        given += size;
        batch.clear();
        addOwn(ownShare);
        if (ownShare < size) {
            for (int i = ownShare; i < size; i++) {
                batch.add(others.get());
            }
            batch.shuffle(random);
        }
        return batch;
    }

    /**
     * Passes over batches that were learned before a break.
     *
     * @param batches how many; there must be as many
     */
    public void skip(int batches) {
        for (int b = 0; b < batches; b++) {
            next();
        }
    }

    private void addOwn(int count) {
        if (drift.isEmpty()) {
            for (int i = 0; i < count; i++) {
                batch.add(own.get());
            }
            return;
        }
        UnaryOperator<FeatureVector> now = drift.get().at(span.at((double) given / samples));
        for (int i = 0; i < count; i++) {
            Sample sample = own.get();
            batch.add(new Sample(sample.id(), now.apply(sample.features()), sample.label()));
        }
    }

    /** Things in a random order; from the beginning again when all are through. */
    private static final class Deck<T> implements Supplier<T> {
        private final List<T> things;
        private final int[] cards;
        private int drawn;

        Deck(List<T> things, RandomGenerator random) {
            this.things = things;
            cards = Shuffle.permutation(things.size(), random);
        }

        @Override
        public T get() {
            T thing = things.get(cards[drawn]);
            drawn = drawn + 1 == cards.length ? 0 : drawn + 1;
            return thing;
        }
    }
}
