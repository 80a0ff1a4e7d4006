package org.taagem.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Fields as they were at one moment. What they tell of may go on while somebody else writes them to a file.
 *
 * <p>Immutable.
 */
public final class CapturedState {
    private final byte[] fields;

    private CapturedState(byte[] fields) {
        this.fields = fields;
    }

    /**
     * Takes down fields.
     *
     * @param fields writes them; everything it looks at may change afterwards
     * @return the fields
     * @throws UnsupportedOperationException if a part of them is not {@link Stateful}
     */
    public static CapturedState of(StateWriter.Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        StateWriter writer = new StateWriter(bytes);
        try {
            fields.writeTo(writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused to be written to", e);
        }
        return new CapturedState(bytes.toByteArray());
    }

    /** Returns the bytes that stand between the beginning and the end of a section. */
    byte[] bytes() {
        return fields;
    }
}
