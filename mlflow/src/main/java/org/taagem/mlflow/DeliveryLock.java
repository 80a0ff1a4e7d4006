package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.taagem.state.FileReason;
import org.taagem.state.HeldFile;

/** Says that somebody is delivering a run, as long as the process lives: {@value #NAME} in its folder, locked. */
final class DeliveryLock implements AutoCloseable {
    /** Name of the locked file. */
    static final String NAME = "mlflow.lock";

    private final HeldFile held;

    private DeliveryLock(HeldFile held) {
        this.held = held;
    }

    /**
     * Takes the lock of a run.
     *
     * @param folder the run's folder
     * @return the lock, to be closed; nothing if somebody else has it
     * @throws IOException if it cannot be had
     */
    static Optional<DeliveryLock> tryTake(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            return HeldFile.take(file).map(DeliveryLock::new);
        } catch (IOException e) {
            throw new IOException(
                    "cannot make '" + file + "', which keeps others from delivering the run at the same time: "
                            + FileReason.of(file, e),
                    e);
        }
    }

    /**
     * Takes the lock of a run.
     *
     * @param folder the run's folder
     * @return the lock, to be closed
     * @throws BeingDeliveredException if somebody else has it
     * @throws IOException if it cannot be had
     */
    static DeliveryLock take(Path folder) throws IOException {
        return tryTake(folder).orElseThrow(() -> new BeingDeliveredException(folder));
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
