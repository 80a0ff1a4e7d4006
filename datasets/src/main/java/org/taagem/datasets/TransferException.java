package org.taagem.datasets;

import java.io.IOException;
import java.time.Duration;

/** A download that has failed: for now, or for good. */
final class TransferException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean temporary;
    private final Duration pause;

    private TransferException(String reason, boolean temporary, Duration pause) {
        super(reason);
        this.temporary = temporary;
        this.pause = pause;
    }

    static TransferException temporary(String reason) {
        return new TransferException(reason, true, Duration.ZERO);
    }

    /** A failure after which the server wants to be left alone for a while. */
    static TransferException temporary(String reason, Duration pause) {
        return new TransferException(reason, true, pause);
    }

    static TransferException permanent(String reason) {
        return new TransferException(reason, false, Duration.ZERO);
    }

    boolean isTemporary() {
        return temporary;
    }

    Duration pause() {
        return pause;
    }
}
