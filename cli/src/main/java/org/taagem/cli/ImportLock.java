package org.taagem.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

import org.taagem.state.FileReason;
import org.taagem.state.HeldFile;

/**
 * Keeps a second import into the same experiment away, also that of another process of this machine: it would have looked what is
 * there before this one is through. The file that is locked lies in the cache, for runs may be imported from where nobody can write.
 */
final class ImportLock implements AutoCloseable {
    private final HeldFile held;

    private ImportLock(HeldFile held) {
        this.held = held;
    }

    /**
     * What runs are imported into.
     *
     * @param server address of the server
     * @param experiment name of the experiment
     */
    record Target(URI server, String experiment) {
        /** Returns the file that is locked, in a folder for what can be made again. */
        Path file(Path cache) {
            byte[] both = (server + "\n" + experiment).getBytes(StandardCharsets.UTF_8);
            return cache.resolve("mlflow-imports").resolve(UUID.nameUUIDFromBytes(both) + ".lock");
        }
    }

    /**
     * Locks an experiment.
     *
     * @param target the experiment
     * @param cache folder for what can be made again, made if it is not there
     * @throws IOException if somebody else imports into it, or the folder cannot be written to
     */
    static ImportLock take(Target target, Path cache) throws IOException {
        return tryTake(target.file(cache))
                .map(ImportLock::new)
                .orElseThrow(() -> new IOException("another process is importing into the experiment '"
                        + target.experiment() + "' of " + target.server() + "; wait for its end"));
    }

    private static Optional<HeldFile> tryTake(Path file) throws IOException {
        try {
            Files.createDirectories(file.resolveSibling(""));
            return HeldFile.take(file);
        } catch (IOException e) {
            throw new IOException(
                    "cannot make '" + file + "', which keeps others from importing the same runs: "
                            + FileReason.of(file, e) + ". Set TAAGEM_HOME to a folder that can be written to",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
