package org.taagem.datasets;

/**
 * What a download must be, byte for byte.
 *
 * @param bytes its size as it is sent, compressed or not
 * @param sha256 SHA-256 of it, 64 hexadecimal digits in lower case
 */
record Pin(long bytes, String sha256) {
    Pin {
        if (bytes < 1) {
            throw new IllegalArgumentException("size is " + bytes + "; expected at least 1 byte");
        }
        checkSha256("the download", sha256);
    }

    static void checkSha256(String what, String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "SHA-256 of " + what + " is \"" + sha256 + "\"; expected 64 hexadecimal digits in lower case");
        }
    }
}
