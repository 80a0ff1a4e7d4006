package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.taagem.state.FileReason;
import org.taagem.state.HeldFile;

/**
 * Keeps a second batch out of a folder, also that of another process.
 */
final class BatchLock implements AutoCloseable {
    /** Name of the file that is locked. */
    static final String NAME = ".batch.lock";

    private final HeldFile held;

    private BatchLock(HeldFile held) {
        this.held = held;
    }

    /**
     * Makes the folder, if it is not there, and locks it.
     *
     * @param folder the folder
     * @param name what chooses another folder, such as {@code NAME}
     * @throws IOException if another batch has it, or it cannot be made or written to
     */
    static BatchLock take(Path folder, String name) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            Optional<HeldFile> held = HeldFile.take(file);
            if (held.isPresent()) {
                return new BatchLock(held.get());
            }
        } catch (IOException e) {
            throw new IOException(
                    "cannot make folder '" + folder + "': " + FileReason.of(folder, e)
                            + " (set --output_dir to a folder that can be written)",
                    e);
        }
        throw new IOException("another batch is at work in '" + folder
                + "'; wait until it has ended, or give this one another " + name);
    }

    /** Says whether a folder is that of a batch, over or not. */
    static boolean isOfBatch(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /** Says whether a batch is at work in a folder. */
    static boolean isHeld(Path folder) throws IOException {
        return HeldFile.isHeld(folder.resolve(NAME));
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
