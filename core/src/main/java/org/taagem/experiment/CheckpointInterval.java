package org.taagem.experiment;

import java.time.Duration;

/**
 * How often the whole state of a run is kept, so that it can be resumed.
 *
 * @param wanted whether it is kept at all; if so, also when the run is stopped
 * @param batches every so many batches; 0 for the end of every epoch
 * @param rest how long after a checkpoint the ends of epochs pass without another one; zero where {@code batches} is set
 */
public record CheckpointInterval(boolean wanted, int batches, Duration rest) {
    /** At the ends of epochs, those within a second of a checkpoint aside: less is lost than a resumed run's start takes. */
    public static final CheckpointInterval EPOCH = new CheckpointInterval(true, 0, Duration.ofSeconds(1));

    /** Not at all: a run that is stopped is over. */
    public static final CheckpointInterval NEVER = new CheckpointInterval(false, 0, Duration.ZERO);

    private static final String WORD = "epoch";

    /** Checks the number. */
    public CheckpointInterval {
        if (batches < 0) {
            throw new ConfigException("checkpoint_interval is " + batches + "; expected a number of batches, or epoch");
        }
        if (rest.isNegative() || (batches > 0 && !rest.isZero())) {
            throw new IllegalArgumentException("a rest of " + rest + " with an interval of " + batches + " batches");
        }
    }

    /**
     * Returns an interval of batches.
     *
     * @param batches every so many, at least 1
     * @return the interval
     */
    public static CheckpointInterval ofBatches(int batches) {
        if (batches == 0) {
            throw new IllegalArgumentException("an interval of 0 batches");
        }
        return new CheckpointInterval(true, batches, Duration.ZERO);
    }

    /**
     * Reads the key {@code checkpoint_interval}: {@code epoch}, a number of batches, or 0 for never.
     *
     * @param reader the keys
     * @return the interval
     * @throws ConfigException if the key is missing or holds anything else
     */
    public static CheckpointInterval read(ConfigReader reader) {
        return reader.integerOr("checkpoint_interval", 0, WORD)
                .map(batches -> batches == 0 ? NEVER : ofBatches(batches))
                .orElse(EPOCH);
    }

    /**
     * Returns what stands under the key for this interval.
     *
     * @return a text or a whole number
     */
    public Object value() {
        return wanted && batches == 0 ? WORD : Integer.valueOf(batches);
    }

    /** Says whether the state is to be kept inside an epoch, after that many batches of the run. */
    boolean dueAfterStep(long step) {
        return batches > 0 && step % batches == 0;
    }

    /** Says whether the state is to be kept at the end of an epoch, that long after it was kept before. */
    boolean dueAfterEpoch(Duration sinceLast) {
        return wanted && batches == 0 && sinceLast.compareTo(rest) >= 0;
    }
}
