package org.taagem.experiment;

/** A learner or a memory does not do what every one promises. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Makes the error.
     *
     * @param message which promise of what is broken, in one line
     */
    public ContractException(String message) {
        super(message);
    }
}
