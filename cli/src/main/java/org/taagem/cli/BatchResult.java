package org.taagem.cli;

import java.nio.file.Path;

import org.taagem.experiment.RunRecord;

/** What has become of one run of a batch. */
sealed interface BatchResult {
    /** Returns which run. */
    BatchSlot slot();

    /** Says whether the same command again makes it. */
    boolean isMissing();

    /**
     * It came to its end.
     *
     * @param slot which run
     * @param folder where its files are
     * @param record its record
     */
    record Finished(BatchSlot slot, Path folder, RunRecord record) implements BatchResult {
        @Override
        public boolean isMissing() {
            return false;
        }
    }

    /**
     * An error stopped it, or kept it from beginning.
     *
     * @param slot which run
     * @param reason why, in one line
     * @param diverged whether its loss was no finite number any more, so that it would fail again
     */
    record Failed(BatchSlot slot, String reason, boolean diverged) implements BatchResult {
        @Override
        public boolean isMissing() {
            return !diverged;
        }
    }

    /**
     * The batch was stopped before it came to its end.
     *
     * @param slot which run
     * @param begun whether it had begun
     */
    record Stopped(BatchSlot slot, boolean begun) implements BatchResult {
        @Override
        public boolean isMissing() {
            return true;
        }
    }
}
