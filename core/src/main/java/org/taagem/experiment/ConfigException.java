package org.taagem.experiment;

/** A configuration that cannot be run. The message is one line: the key, what it holds, and what it should hold. */
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /**
     * Makes an exception.
     *
     * @param message what is wrong and how to mend it
     */
    public ConfigException(String message) {
        super(message);
    }

    /**
     * Makes an exception for a reason found elsewhere.
     *
     * @param message what is wrong and how to mend it
     * @param cause where it was found
     */
    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
