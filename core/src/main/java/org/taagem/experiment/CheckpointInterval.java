package org.taagem.experiment;

/**
 * How often the whole state of a run is kept, so that it can be resumed.
 *
 * @param wanted whether it is kept at all; if so, also when the run is stopped
 * @param batches every so many batches; 0 for the end of every epoch
 */
public record CheckpointInterval(boolean wanted, int batches) {
    /** At the end of every epoch. */
    public static final CheckpointInterval EPOCH = new CheckpointInterval(true, 0);

    /** Not at all: a run that is stopped is over. */
    public static final CheckpointInterval NEVER = new CheckpointInterval(false, 0);

    private static final String WORD = "epoch";

    /** Checks the number. */
    public CheckpointInterval {
        if (batches < 0) {
            throw new ConfigException("checkpoint_interval is " + batches + "; expected a number of batches, or epoch");
        }
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
                .map(batches -> new CheckpointInterval(batches > 0, batches))
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

    /** Says whether the state is to be kept at the end of every epoch. */
    boolean atEpochEnd() {
        return wanted && batches == 0;
    }
}
