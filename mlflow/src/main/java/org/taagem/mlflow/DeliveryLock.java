package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.taagem.state.FileReason;
import org.taagem.state.HeldFile;

/** Says that somebody is delivering a run, as long as the process lives: {@value #NAME} in its folder, locked. */
final class DeliveryLock implements AutoCloseable {
    /** Name of the locked file. */
    static final String NAME = "mlflow.lock";

    private final Optional<HeldFile> held;

    private DeliveryLock(Optional<HeldFile> held) {
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
            return HeldFile.take(file).map(taken -> new DeliveryLock(Optional.of(taken)));
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

    /**
     * Takes the lock of a run in whose folder nothing is to be noted. One that cannot be written to needs none: nobody else
     * can deliver the run from there either.
     *
     * @param folder the run's folder
     * @return the lock, to be closed
     * @throws BeingDeliveredException if somebody else has it
     * @throws IOException if it cannot be had
     */
    static DeliveryLock takeToRead(Path folder) throws IOException {
        return Files.isWritable(folder) ? take(folder) : new DeliveryLock(Optional.empty());
    }

    @Override
    public void close() throws IOException {
        if (held.isPresent()) {
            held.get().close();
        }
    }
}
