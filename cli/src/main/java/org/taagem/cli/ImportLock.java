package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.taagem.report.StoredRun;
import org.taagem.state.FileReason;
import org.taagem.state.HeldFile;

/**
 * Keeps a second import of the same runs away, also that of another process: it would have looked what is on the server before
 * this one is through.
 */
final class ImportLock implements AutoCloseable {
    /** Name of the file that is locked, in every folder that runs lie in. */
    static final String NAME = "mlflow-import.lock";

    private final List<HeldFile> held = new ArrayList<>();

    private ImportLock() {}

    /**
     * Locks the folders that runs lie in.
     *
     * @throws IOException if somebody else imports from one of them, or one cannot be written to
     */
    static ImportLock take(List<StoredRun> runs) throws IOException {
        Set<Path> folders = new TreeSet<>(); // in the same order for everybody
        for (StoredRun run : runs) {
            folders.add(run.path().toAbsolutePath().normalize().resolveSibling(""));
        }
        ImportLock lock = new ImportLock();
        boolean complete = false;
        try {
            for (Path folder : folders) {
                lock.take(folder);
            }
            complete = true;
            return lock;
        } finally {
            if (!complete) {
                lock.close();
            }
        }
    }

    private void take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Optional<HeldFile> taken;
        try {
            taken = HeldFile.take(file);
        } catch (IOException e) {
            throw new IOException(
                    "cannot make '" + file + "', which keeps others from importing the same runs: "
                            + FileReason.of(file, e),
                    e);
        }
        held.add(taken.orElseThrow(
                () -> new IOException("another process is importing the runs in '" + folder + "'; wait for its end")));
    }

    @Override
    public void close() throws IOException {
        for (HeldFile file : held) {
            file.close();
        }
    }
}
