package org.taagem.state;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * Files of states: a mark, the version of the format, the kind of state, its fields, and SHA-256 of all of it
 * (docs/state-format.md).
 */
public final class StateFile {
    /** The version of the format that this class writes; the only one there is. */
    public static final int VERSION = 1;

    /** The first byte shows that the file is no text, and the line ends show when somebody has copied it as if it were. */
    private static final byte[] MARK = {(byte) 0x89, 'T', 'A', 'A', 'G', 'E', 'M', '\r', '\n', 0x1a, '\n', 0};

    private static final int HEADER_BYTES = MARK.length + Integer.BYTES;
    private static final int CHECKSUM_BYTES = 32;
    private static final String REMEDY = "Take another copy of it, or make it anew";

    private StateFile() {}

    /**
     * Writes a state under a temporary name, flushes it to the disk and renames it.
     *
     * @param file where to
     * @param kind what it is the state of, such as {@code model}
     * @param content writes the fields
     * @throws StateException if it cannot be written; an old file is untouched then, and nothing else left behind
     */
    public static void write(Path file, String kind, StateWriter.Fields content) throws StateException {
        try {
            AtomicFile.write(file, out -> write(out, kind, content));
        } catch (IOException e) {
            throw new StateException("cannot write '" + file + "': " + FileReason.of(file, e), e);
        }
    }

    private static void write(OutputStream out, String kind, StateWriter.Fields content) throws IOException {
        MessageDigest sha256 = newSha256();
        DigestOutputStream summed = new DigestOutputStream(out, sha256);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        summed.write(header.put(MARK).putInt(VERSION).array());
        StateWriter writer = new StateWriter(summed);
        writer.writeText("kind", kind);
        content.writeTo(writer);
        writer.end();
        writer.flush();
        out.write(sha256.digest());
    }

    /**
     * Reads a state, after checking that it is whole.
     *
     * @param file where from
     * @param kinds what it may be the state of
     * @param restorer makes something of the fields; it must read all of them
     * @param <T> what it makes
     * @return what it made
     * @throws StateException if the file is not there, damaged, of another version or kind, or the state of something made
     *     otherwise
     */
    public static <T> T read(Path file, List<String> kinds, StateRestorer<T> restorer) throws StateException {
        try {
            return readOpened(file, kinds, restorer);
        } catch (StateException e) {
            throw e;
        } catch (IOException e) {
            throw new StateException("cannot read '" + file + "': " + FileReason.of(file, e), e);
        }
    }

    /**
     * Tells what a file is the state of, after checking that it is whole.
     *
     * @param file the file
     * @return the kind, such as {@code model}
     * @throws StateException if the file is not there, damaged or of another version
     */
    public static String kindOf(Path file) throws StateException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long fields = checkWhole(file, channel);
            channel.position(HEADER_BYTES);
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
            return new StateReader(new StateInput(file.toString(), in, fields)).kind();
        } catch (StateException e) {
            throw e;
        } catch (IOException e) {
            throw new StateException("cannot read '" + file + "': " + FileReason.of(file, e), e);
        }
    }

    private static <T> T readOpened(Path file, List<String> kinds, StateRestorer<T> restorer) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long fields = checkWhole(file, channel);
            channel.position(HEADER_BYTES);
            InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
            return restore(new StateInput(file.toString(), in, fields), kinds, restorer);
        }
    }

    private static <T> T restore(StateInput in, List<String> kinds, StateRestorer<T> restorer) throws IOException {
        StateReader reader = new StateReader(in);
        if (!kinds.contains(reader.kind())) {
            throw reader.wrong("kind", "'" + reader.kind() + "'", "'" + String.join("' or '", kinds) + "'");
        }
        T content = restorer.restore(reader);
        reader.end();
        in.expectEnd();
        return content;
    }

    /** Returns how many bytes of fields there are. The restorer sees none of them before all are known to be right. */
    private static long checkWhole(Path file, SeekableByteChannel channel) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
        byte[] header = in.readNBytes(HEADER_BYTES);
        checkHeader(file, header);
        MessageDigest sha256 = newSha256();
        sha256.update(header);
        long fields = channel.size() - HEADER_BYTES - CHECKSUM_BYTES;
        if (fields < 0 || !Arrays.equals(digest(in, fields, sha256), in.readNBytes(CHECKSUM_BYTES))) {
            throw new StateException(file + ": is damaged: its checksum is not that of its content. " + REMEDY);
        }
        return fields;
    }

    private static void checkHeader(Path file, byte[] header) throws StateException {
        int shared = Math.min(header.length, MARK.length);
        if (header.length == 0 || !Arrays.equals(header, 0, shared, MARK, 0, shared)) {
            throw new StateException(file + ": is no state that taagem has written. Check the name");
        }
        if (header.length < HEADER_BYTES) {
            throw new StateException(file + ": is damaged: it ends after " + header.length + " bytes. " + REMEDY);
        }
        int version = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(MARK.length);
        if (version != VERSION) {
            throw new StateException(file + ": has version " + version + " of the format; this taagem reads version "
                    + VERSION + ". Use the taagem that has written it");
        }
    }

    private static byte[] digest(InputStream in, long count, MessageDigest sha256) throws IOException {
        byte[] buffer = new byte[1 << 13];
        long left = count;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("it has become shorter while it was read");
            }
            sha256.update(buffer, 0, read);
            left -= read;
        }
        return sha256.digest();
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
