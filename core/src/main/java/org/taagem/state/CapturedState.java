package org.taagem.state;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields as they were at one moment. What they tell of may go on while somebody else writes them to a file.
 *
 * <p>Immutable.
 */
public final class CapturedState {
    private final Pages pages;

    private CapturedState(Pages pages) {
        this.pages = pages;
    }

    /**
     * Takes down fields.
     *
     * @param fields writes them; everything it looks at may change afterwards
     * @return the fields
     * @throws UnsupportedOperationException if a part of them is not {@link Stateful}
     */
    public static CapturedState of(StateWriter.Fields fields) {
        Pages pages = new Pages();
        StateWriter writer = new StateWriter(pages);
        try {
            fields.writeTo(writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused to be written to", e);
        }
        return new CapturedState(pages);
    }

    /** Writes the bytes that stand between the beginning and the end of a section. */
    void writeTo(OutputStream out) throws IOException {
        pages.writeTo(out);
    }

    /** Bytes in pieces: one large array would have to be copied whenever it is full, and garbage collectors dislike it. */
    private static final class Pages extends OutputStream {
        private static final int BYTES = 1 << 16;

        private final List<byte[]> full = new ArrayList<>();
        private byte[] last = new byte[BYTES];
        private int size;

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int done = 0;
            while (done < length) {
                if (size == BYTES) {
                    full.add(last);
                    last = new byte[BYTES];
                    size = 0;
                }
                int some = Math.min(length - done, BYTES - size);
                System.arraycopy(bytes, offset + done, last, size, some);
                size += some;
                done += some;
            }
        }

        void writeTo(OutputStream out) throws IOException {
            for (byte[] page : full) {
                out.write(page);
            }
            out.write(last, 0, size);
        }
    }
}
