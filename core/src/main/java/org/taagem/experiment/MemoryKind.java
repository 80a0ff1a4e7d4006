package org.taagem.experiment;

import java.util.Locale;

/** The memories that a configuration can name. All hold the same number of samples. */
public enum MemoryKind {
    /** Samples in clusters (Lamers et al. 2023); {@code assignment} and {@code removal} say by which rules. */
    CLUSTERED,
    /** Every sample of the stream is kept with the same probability (Vitter 1985). */
    RESERVOIR,
    /** As many of each class as possible, each with the same probability (Chrysakis and Moens 2020). */
    CLASS_RESERVOIR,
    /** The latest of each class (Chaudhry et al. 2019). */
    RING,
    /** Clusters that samples join and leave at random, as the Python original's {@code add_remove_randomly}. */
    RANDOM,
    /** Samples far from one another (Gonzalez 1985). */
    GREEDY_K_CENTER;

    @Override
    public String toString() {
        return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
