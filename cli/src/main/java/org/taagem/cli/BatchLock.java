package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.taagem.state.FileReason;
import org.taagem.state.HeldFile;

/**
 * Keeps a second batch out of a folder, also that of another process.
 */
final class BatchLock implements AutoCloseable {
    /** Name of the file that is locked. */
    static final String NAME = ".batch.lock";

    /** A bench has runs/STREAM/LEARNER/VALUE below it. */
    private static final int DEEPEST = 5;

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
        throw new IOException("another batch or bench is at work in '" + folder
                + "'; wait until it has ended, or give this one another " + name);
    }

    /** Returns the folder of the batch or bench that a run is of, over or not: a bench keeps its runs some folders below. */
    static Optional<Path> above(Path run) {
        return Stream.iterate(
                        Optional.ofNullable(run.toAbsolutePath().normalize().getParent()),
                        Optional::isPresent,
                        folder -> folder.map(Path::getParent))
                .flatMap(Optional::stream)
                .limit(DEEPEST)
                .filter(folder -> Files.exists(folder.resolve(NAME)))
                .findFirst();
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
