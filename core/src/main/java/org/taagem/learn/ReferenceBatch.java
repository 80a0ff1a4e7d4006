package org.taagem.learn;

/** How many samples of the memory the reference gradient is computed on. */
public enum ReferenceBatch {
    /** As many as the batch has, drawn at random. */
    BATCH {
        @Override
        public int size(int batchSize) {
            return batchSize;
        }
    },

    /** All of the memory, or 256 of it drawn at random if it holds more, as in Chaudhry et al. (2019). */
    ALL {
        @Override
        public int size(int batchSize) {
            return 256;
        }
    };

    /**
     * Returns the most samples to draw.
     *
     * @param batchSize size of the batch that is being learned
     * @return 1 or more, if the batch is not empty
     */
    public abstract int size(int batchSize);
}
