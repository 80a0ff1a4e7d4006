package org.taagem.datasets;

/**
 * A published file of a data set, as it is when nothing has changed it.
 *
 * @param name the published name, without {@code .gz}
 * @param bytes size when decompressed
 * @param sha256 SHA-256 of the decompressed content, 64 hexadecimal digits in lower case
 */
public record KnownFile(String name, long bytes, String sha256) {
    public KnownFile {
        if (bytes < 1) {
            throw new IllegalArgumentException("size of " + name + " is " + bytes + "; expected at least 1 byte");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "SHA-256 of " + name + " is \"" + sha256 + "\"; expected 64 hexadecimal digits in lower case");
        }
    }
}
