package org.taagem.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * One IDX file while it is read: two zero bytes, the element type, the number of dimensions, the size of each dimension
 * (4 bytes, big-endian), then the elements, the last dimension running fastest.
 *
 * <p>Sizes come from a header that may lie, so nothing is allocated for them before the data is there.
 *
 * @see <a href="http://yann.lecun.com/exdb/mnist/">Y. LeCun, C. Cortes,
 *     C. J. C. Burges: The MNIST database of handwritten digits, "File formats"</a>
 */
final class IdxStream implements Closeable {
    static final String REMEDY = "Replace it by the file as published";
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int EXCESS_COUNTED = 1 << 16;
    private static final int BUFFER_BYTES = 1 << 16;

    private final String file;
    private final Sha256 sha256 = new Sha256();
    private final Optional<String> builtInSha256;
    private final InputStream in;
    private long consumed;

    IdxStream(DataFile data) throws IOException {
        file = data.name();
        builtInSha256 = data.builtInSha256();
        in = builtInSha256.isPresent()
                ? data.open()
                : new BufferedInputStream(sha256.watch(data.open()), BUFFER_BYTES); // sums are quicker in large pieces
    }

    /**
     * Reads the header.
     *
     * @param rank how many dimensions there must be
     * @param content what the elements are, for the error
     * @return {@code [rank]}, each 1..2^32-1
     */
    long[] readHeader(int rank, String content) throws IOException {
        byte[] magic = readHeaderBytes(4);
        if (magic[0] != 0 || magic[1] != 0) {
            throw bad(String.format(
                    "starts with bytes %02x %02x; expected 00 00, as IDX files (plain or gzip) do",
                    magic[0], magic[1]));
        }
        if (magic[2] != UNSIGNED_BYTE) {
            throw bad(String.format("has elements of type 0x%02x; expected 0x08, unsigned bytes", magic[2]));
        }
        if (magic[3] != rank) {
            throw new DataFileException(
                    file,
                    "has " + Byte.toUnsignedInt(magic[3]) + " dimensions; expected " + rank + ", as " + content + " do",
                    "Check that images and labels are not interchanged");
        }
        long[] sizes = new long[rank];
        for (int i = 0; i < rank; i++) {
            sizes[i] = readSize(i);
        }
        return sizes;
    }

    private long readSize(int dimension) throws IOException {
        long size = 0;
        for (byte part : readHeaderBytes(4)) {
            size = size << 8 | Byte.toUnsignedInt(part);
        }
        if (size == 0) {
            throw bad("declares size 0 for dimension " + (dimension + 1) + "; expected at least 1");
        }
        return size;
    }

    private byte[] readHeaderBytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw bad("ends inside the header; expected " + count + " bytes where " + bytes.length + " are left");
        }
        return bytes;
    }

    /** Reads elements until the array is full or the file ends, and returns how many were read. */
    int read(byte[] elements) throws IOException {
        int count = in.readNBytes(elements, 0, elements.length);
        consumed += count;
        return count;
    }

    /** Reads at most so many elements, and allocates no more than there are. */
    byte[] read(int limit) throws IOException {
        byte[] elements = in.readNBytes(limit);
        consumed += elements.length;
        return elements;
    }

    /**
     * Checks that the elements read are all that were declared, and all that there are.
     *
     * @param declared number of elements by the header
     * @param what the elements in words, for the error
     */
    void expectEnd(long declared, String what) throws IOException {
        if (consumed < declared) {
            throw bad("declares " + what + ", which is " + declared + " bytes, but only " + consumed + " follow");
        }
        int excess = in.readNBytes(EXCESS_COUNTED).length;
        if (excess > 0) {
            String more = excess == EXCESS_COUNTED ? " or more" : "";
            throw bad("declares " + what + ", which is " + declared + " bytes, but " + excess + more
                    + " bytes too many follow");
        }
    }

    DataFileException bad(String problem) {
        return new DataFileException(file, problem, REMEDY);
    }

    /** Returns the checksum of the content; only after {@link #expectEnd}. */
    String sha256() {
        return builtInSha256.orElseGet(sha256::hex);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
