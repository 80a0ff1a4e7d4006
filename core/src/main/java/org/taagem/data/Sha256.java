package org.taagem.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which the content of a data file is known again. */
public final class Sha256 {
    private final MessageDigest digest = newDigest();

    /** Begins with no bytes at all. */
    public Sha256() {}

    /**
     * Computes the checksum of all that is left in a stream.
     *
     * @param in read to its end, not closed
     * @return 64 hexadecimal digits in lower case
     * @throws IOException if reading fails
     */
    public static String of(InputStream in) throws IOException {
        Sha256 sum = new Sha256();
        sum.watch(in).transferTo(OutputStream.nullOutputStream());
        return sum.hex();
    }

    /**
     * Returns a stream whose bytes count towards this checksum as they are read.
     *
     * @param in where the bytes come from
     * @return the same bytes
     */
    public InputStream watch(InputStream in) {
        return new DigestInputStream(in, digest);
    }

    /**
     * Returns the checksum of the bytes so far, and starts anew.
     *
     * @return 64 hexadecimal digits in lower case
     */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
