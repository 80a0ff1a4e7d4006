package org.taagem.learn;

import java.util.Locale;

/** How many samples of the memory the reference gradient is computed on. */
public sealed interface ReferenceBatch {
    /** As many as the batch has, drawn at random. */
    ReferenceBatch BATCH = Usual.BATCH;

    /** All of the memory, or 256 of it drawn at random if it holds more, as in Chaudhry et al. (2019). */
    ReferenceBatch ALL = Usual.ALL;

    /**
     * So many, drawn at random, or all of the memory if it holds fewer; whatever the size of the batch.
     *
     * @param samples at least 1
     * @return the size
     */
    static ReferenceBatch of(int samples) {
        return new Fixed(samples);
    }

    /**
     * Returns the most samples to draw.
     *
     * @param batchSize size of the batch that is being learned
     * @return 1 or more, if the batch is not empty
     */
    int size(int batchSize);

    /** The sizes that have a name. */
    enum Usual implements ReferenceBatch {
        /** {@link ReferenceBatch#BATCH}. */
        BATCH,
        /** {@link ReferenceBatch#ALL}. */
        ALL;

        private static final int MOST = 256;

        @Override
        public int size(int batchSize) {
            return this == BATCH ? batchSize : MOST;
        }

        /** Returns the name in a configuration. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A number of samples.
     *
     * @param samples at least 1
     */
    record Fixed(int samples) implements ReferenceBatch {
        public Fixed {
            if (samples < 1) {
                throw new IllegalArgumentException("a reference batch of " + samples + " samples; expected at least 1");
            }
        }

        @Override
        public int size(int batchSize) {
            return samples;
        }

        @Override
        public String toString() {
            return String.valueOf(samples);
        }
    }
}
