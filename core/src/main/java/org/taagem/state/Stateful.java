package org.taagem.state;

import java.io.IOException;

/**
 * Something whose whole state can be written down and read back, so that it goes on, bit for bit, as if there had been no
 * break.
 *
 * <p>What was given to the constructor is not restored but compared: the state of a memory of 100 samples is no state for
 * one of 200. What can be computed again with the same bits need not be written.
 */
public interface Stateful {
    /**
     * Writes the state; changes nothing.
     *
     * @param out takes the fields, in the order in which {@link #restore} reads them
     * @throws IOException if writing fails
     */
    void save(StateWriter out) throws IOException;

    /**
     * Replaces the state by one that {@link #save} wrote. If this throws, the object is in no state to be used.
     *
     * @param in gives the fields
     * @throws StateException if the state is that of something made otherwise
     * @throws IOException if reading fails
     */
    void restore(StateReader in) throws IOException;
}
