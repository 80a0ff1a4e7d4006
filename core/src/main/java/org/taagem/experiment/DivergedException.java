package org.taagem.experiment;

/** A run whose loss has become infinite or not a number, so that nothing can be learned any more. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an exception.
     *
     * @param message when it happened and how to mend it, in one line
     */
    public DivergedException(String message) {
        super(message);
    }
}
