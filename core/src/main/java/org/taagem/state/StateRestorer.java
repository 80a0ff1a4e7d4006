package org.taagem.state;

import java.io.IOException;

/**
 * Makes something of a state.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface StateRestorer<T> {
    /**
     * Reads all fields that are there.
     *
     * @param in gives the fields
     * @return what they describe
     * @throws IOException if they are not what was expected, or reading fails
     */
    T restore(StateReader in) throws IOException;
}
