package org.taagem.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.taagem.data.Sha256;

/** Tells whether a file is the published one. */
final class Verification {
    private Verification() {}

    /** Says what is wrong with a file, as the rest of a sentence, or nothing if it is what it should be. */
    static Optional<String> fault(Path path, long expectedBytes, Optional<String> expectedSha256) throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.of("is missing");
        }
        long bytes = Files.size(path);
        if (bytes != expectedBytes) {
            return Optional.of("has " + bytes + " bytes; expected " + expectedBytes);
        }
        if (expectedSha256.isEmpty()) {
            return Optional.empty();
        }
        String expected = expectedSha256.get();
        String sha256 = sha256(path);
        return sha256.equals(expected)
                ? Optional.empty()
                : Optional.of("has SHA-256 " + sha256 + "; expected " + expected);
    }

    static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Sha256.of(in);
        }
    }
}
