package org.taagem.experiment;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.IntSupplier;

import org.taagem.learn.ContinualLearner;
import org.taagem.learn.Snapshotting;
import org.taagem.nn.Classifier;
import org.taagem.stream.Task;

/**
 * Finds out how good a learner is: beside training, on a thread that tests a snapshot and then ends; or in line, if the
 * learner gives no snapshots or there is only one processor for the run, which the two would have to share.
 */
final class Evaluator {
    /** Name of the thread that tests beside training. */
    static final String THREAD = "taagem-evaluation";

    private final ContinualLearner learner;
    private final IntSupplier processors;

    /**
     * Makes an evaluator.
     *
     * @param learner who is tested
     * @param processors how many there are for the run; asked at every test, for others may come and go
     */
    Evaluator(ContinualLearner learner, IntSupplier processors) {
        this.learner = learner;
        this.processors = processors;
    }

    private static void runBeside(Runnable test) {
        Thread thread = new Thread(test, THREAD);
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins to test the learner as it is now; in line, the test is done when this returns. */
    Test begin(List<Task> tasks) {
        return learner instanceof Snapshotting snapshotting && processors.getAsInt() > 1
                ? begin(snapshotting.snapshot(), tasks, Evaluator::runBeside)
                : begin(learner::predict, tasks, Runnable::run);
    }

    private static Test begin(Classifier asItIsNow, List<Task> tasks, Executor executor) {
        FutureTask<Accuracies> test = new FutureTask<>(() -> Accuracies.measure(asItIsNow, tasks));
        executor.execute(test);
        return new Test(test);
    }

    /** A test that has begun. */
    record Test(FutureTask<Accuracies> work) {
        boolean isDone() {
            return work.isDone();
        }

        /**
         * Waits for the accuracies, as long as it takes: they are not lost if somebody interrupts the thread, which then
         * stays interrupted. What went wrong is thrown as it is, so that callers meet what they would meet in line.
         */
        Accuracies await() {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return work.get();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } catch (ExecutionException e) {
                throw unchecked(e);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private static RuntimeException unchecked(ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            return failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
    }
}
