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

    /** Says what is wrong with a file, as the rest of a sentence, or nothing if it is the published one. */
    static Optional<String> fault(Path path, KnownFile known) throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.of("is missing");
        }
        long bytes = Files.size(path);
        if (bytes != known.bytes()) {
            return Optional.of("has " + bytes + " bytes; expected " + known.bytes());
        }
        try (InputStream in = Files.newInputStream(path)) {
            String sha256 = Sha256.of(in);
            return sha256.equals(known.sha256())
                    ? Optional.empty()
                    : Optional.of("has SHA-256 " + sha256 + "; expected " + known.sha256());
        }
    }
}
