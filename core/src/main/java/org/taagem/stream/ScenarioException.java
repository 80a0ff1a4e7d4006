package org.taagem.stream;

/** Tasks that cannot be made of the data at hand. The message is one line: what was asked for and what is there. */
public final class ScenarioException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an exception.
     *
     * @param message what is wrong and how to mend it
     */
    public ScenarioException(String message) {
        super(message);
    }
}
