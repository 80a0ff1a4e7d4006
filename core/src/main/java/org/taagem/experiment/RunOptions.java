package org.taagem.experiment;

import java.util.function.IntSupplier;

/**
 * How a run is made; none of it changes the numbers.
 *
 * @param processors how many there are for the run at the moment; asked whenever accuracy is due, by the thread that
 *     trains, for other runs beside it may come and go. With fewer than two, training waits until accuracy is measured
 * @param checkpoints how often the state is kept
 */
public record RunOptions(IntSupplier processors, CheckpointInterval checkpoints) {
    /** A run that has the machine to itself, without checkpoints. */
    public static final RunOptions USUAL =
            new RunOptions(Runtime.getRuntime()::availableProcessors, CheckpointInterval.NEVER);
}
