package org.taagem.datasets;

import java.util.Optional;

/**
 * A published file of a data set, as it is when nothing has changed it.
 *
 * @param name the published name, without {@code .gz}
 * @param bytes size when decompressed
 * @param sha256 SHA-256 of the decompressed content, 64 hexadecimal digits in lower case; empty if nobody has published
 *     it, so that only the archive that the file comes in can be verified
 */
public record KnownFile(String name, long bytes, Optional<String> sha256) {
    public KnownFile {
        if (bytes < 1) {
            throw new IllegalArgumentException("size of " + name + " is " + bytes + "; expected at least 1 byte");
        }
        sha256.ifPresent(sum -> Pin.checkSha256(name, sum));
    }

    KnownFile(String name, long bytes, String sha256) {
        this(name, bytes, Optional.of(sha256));
    }

    KnownFile(String name, long bytes) {
        this(name, bytes, Optional.empty());
    }
}
