package org.taagem.data;

/** Something was asked of a data set that it cannot give. The message is one line: what was asked for and what there is. */
public final class DatasetRequestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what is wrong and how to mend it
     */
    public DatasetRequestException(String message) {
        super(message);
    }
}
