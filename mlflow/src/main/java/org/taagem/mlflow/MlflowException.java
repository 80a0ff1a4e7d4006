package org.taagem.mlflow;

import java.io.IOException;

/** An MLflow server did not do what it was asked to; the message is one line and says what to do. */
public final class MlflowException extends IOException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** What is known of the request, and what another try is good for. */
    public enum Kind {
        /** Nobody can tell whether the server has done it: there was no answer, or the connection broke. */
        UNANSWERED,
        /** The server failed (HTTP 5xx), perhaps after it had done a part of it. */
        BROKEN,
        /** The server has not done it and wants to be asked later (HTTP 429). */
        BUSY,
        /** What was asked for is not there (RESOURCE_DOES_NOT_EXIST). */
        MISSING,
        /** What was to be made is there already (RESOURCE_ALREADY_EXISTS). */
        PRESENT,
        /** The server has not done it, for somebody else was at the same thing; asked again, it will see what is there. */
        RACED,
        /** The server does not take this one thing, and will not the next time; others it may take. */
        INVALID,
        /** The server will say no again. */
        REFUSED
    }

    MlflowException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    MlflowException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * Returns what is known.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Says whether it may go well if it is tried again.
     *
     * @return whether the server may come back
     */
    public boolean isTemporary() {
        return isUncertain() || kind == Kind.BUSY || kind == Kind.RACED;
    }

    /** Says whether the server may have done all or part of it. */
    boolean isUncertain() {
        return kind == Kind.UNANSWERED || kind == Kind.BROKEN;
    }
}
