package org.taagem.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.taagem.data.TrainTest;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;
import org.taagem.experiment.DivergedException;
import org.taagem.experiment.RunListener;
import org.taagem.experiment.RunStatus;
import org.taagem.nn.Kernel;

/** Runs what is missing of a batch or a bench, several runs at once, each with a thread, a stream and a learner of its own. */
final class BatchRunner {
    private final BatchWork work;
    private final Shared shared;
    private final BatchConsole console;
    private final BooleanSupplier stopRequested;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean broken;

    /** What all runs use and none changes: the kernel, and what is there of before. */
    record Shared(Kernel kernel, Map<BatchSlot, Path> cutOff, Collection<BatchResult> done) {}

    BatchRunner(BatchWork work, Shared shared, BatchConsole console, BooleanSupplier stopRequested) {
        this.work = work;
        this.shared = shared;
        this.console = console;
        this.stopRequested = stopRequested;
    }

    /**
     * Runs.
     *
     * @param slots which, in order
     * @param jobs how many at once
     * @return what has become of each, in the same order
     */
    List<BatchResult> run(List<BatchSlot> slots, int jobs) throws InterruptedException {
        try (BatchTracking tracking = new BatchTracking(work.folder(), console::warn)) {
            List<BatchResult> results = run(slots, jobs, tracking);
            boolean failed = Stream.concat(shared.done().stream(), results.stream())
                    .anyMatch(BatchResult.Failed.class::isInstance);
            if (!isStopped()) {
                bringFinished(tracking);
            }
            tracking.ended(isStopped() ? "KILLED" : failed ? "FAILED" : "FINISHED");
            return results;
        }
    }

    private void bringFinished(BatchTracking tracking) throws InterruptedException {
        for (BatchResult result : shared.done()) {
            if (result instanceof BatchResult.Finished run) {
                TrainSettings settings = work.settings(run.slot(), DataFacts.USUAL);
                tracking.bring(new BatchTracking.Earlier(run, settings, work.trackedName(run.slot())));
            }
        }
    }

    private List<BatchResult> run(List<BatchSlot> slots, int jobs, BatchTracking tracking) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        ExecutorService threads =
                Executors.newFixedThreadPool(jobs, work -> new Thread(work, "taagem-run-" + count.incrementAndGet()));
        try {
            List<Callable<BatchResult>> calls = new ArrayList<>();
            slots.forEach(slot -> calls.add(() -> run(slot, tracking)));
            List<BatchResult> results = new ArrayList<>();
            for (Future<BatchResult> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw bug(e);
        } finally {
            threads.shutdown();
        }
    }

    private static RuntimeException bug(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
    }

    /** A bug in one run stops the others, which put their things away, and is told once they have. */
    private BatchResult run(BatchSlot slot, BatchTracking tracking) throws InterruptedException {
        if (isStopped()) {
            return new BatchResult.Stopped(slot, false);
        }
        running.incrementAndGet();
        boolean intact = false;
        try {
            BatchResult result = attempt(slot, tracking);
            console.ended(result);
            intact = true;
            return result;
        } finally {
            broken |= !intact;
            running.decrementAndGet();
        }
    }

    private BatchResult attempt(BatchSlot slot, BatchTracking batch) throws InterruptedException {
        try {
            TrainTest data = work.data(slot);
            RecordedExperiment experiment = experiment(slot, data);
            Tracking tracking = batch.of(work.settings(slot, DataFacts.of(data)), experiment, work.trackedName(slot));
            RunStatus status = run(slot, experiment, tracking, batch);
            return status == RunStatus.FINISHED
                    ? new BatchResult.Finished(slot, experiment.folder(), experiment.record())
                    : new BatchResult.Stopped(slot, true);
        } catch (DivergedException e) {
            return new BatchResult.Failed(slot, TaagemCommand.oneLine(e), true);
        } catch (ConfigException | IOException | UncheckedIOException e) {
            return new BatchResult.Failed(slot, TaagemCommand.oneLine(e), false);
        } catch (OutOfMemoryError e) {
            return new BatchResult.Failed(slot, TaagemCommand.outOfMemory(e), false);
        }
    }

    private RunStatus run(BatchSlot slot, RecordedExperiment experiment, Tracking tracking, BatchTracking batch)
            throws IOException {
        long steps = experiment.stream().steps();
        RunListener listener = event -> {
            console.on(slot, event, steps);
            tracking.on(event);
        };
        try {
            return experiment.run(listener, this::isStopped, this::processors);
        } finally {
            batch.finish(tracking).ifPresent(problem -> console.warn(slot, problem));
        }
    }

    private RecordedExperiment experiment(BatchSlot slot, TrainTest data) throws IOException {
        RecordedExperiment experiment = setUp(slot, data);
        return work.onlyRecords() ? experiment.keepingOnlyTheRecord() : experiment;
    }

    private RecordedExperiment setUp(BatchSlot slot, TrainTest data) throws IOException {
        Path cutOff = shared.cutOff().get(slot);
        return cutOff == null
                ? RecordedExperiment.begin(
                        work.settings(slot, DataFacts.of(data)),
                        data,
                        shared.kernel(),
                        warning -> console.warn(slot, warning))
                : RecordedExperiment.resume(
                        CutOffRun.read(cutOff, Map.of()),
                        data,
                        shared.kernel(),
                        warning -> console.warn(slot, warning));
    }

    private boolean isStopped() {
        return broken || stopRequested.getAsBoolean();
    }

    /** Once there are fewer runs than processors, as at the end, what is left over measures accuracy beside training. */
    private int processors() {
        return Runtime.getRuntime().availableProcessors() / Math.max(1, running.get());
    }
}
