package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.taagem.data.TrainTest;
import org.taagem.experiment.DataFacts;
import org.taagem.nn.Kernels;

/** A batch, from what its folder holds already to its table. */
final class BatchSession implements AutoCloseable {
    private final BatchPlan plan;
    private final BatchData data;
    private final Kernels.Selection kernel;
    private final TrainSession.Screen screen;
    private final BatchLock lock;
    private final StopSignal stopSignal;
    private final long startedAt = System.nanoTime();

    private BatchSession(Setup setup, TrainSession.Screen screen, BatchLock lock) {
        plan = setup.plan();
        data = setup.data();
        kernel = setup.kernel();
        this.screen = screen;
        this.lock = lock;
        stopSignal = StopSignal.install(); // last: what cannot be set up will not be closed
    }

    /**
     * What a batch is made of.
     *
     * @param plan what is to be run
     * @param data what is learned
     * @param kernel what computes
     */
    record Setup(BatchPlan plan, BatchData data, Kernels.Selection kernel) {}

    private record Work(BatchPlan plan, BatchData shared) implements BatchWork {
        @Override
        public TrainSettings settings(BatchSlot slot, DataFacts data) {
            return plan.settings(slot, data);
        }

        @Override
        public TrainTest data(BatchSlot slot) throws IOException, InterruptedException {
            return shared.of(slot.seed());
        }

        @Override
        public Optional<String> trackedName(BatchSlot slot) {
            return Optional.empty();
        }

        @Override
        public Path folder() {
            return plan.folder();
        }

        @Override
        public boolean onlyRecords() {
            return false;
        }
    }

    /**
     * Makes the batch's folder and keeps others out of it.
     *
     * @throws IOException if another batch is at work there, or it cannot be made
     */
    static BatchSession begin(Setup setup, TrainSession.Screen screen) throws IOException {
        return new BatchSession(setup, screen, BatchLock.take(setup.plan().folder(), "NAME"));
    }

    /**
     * Runs what is missing.
     *
     * @param jobs runs at once
     * @return what has become of all runs
     */
    BatchReport run(int jobs) throws IOException, InterruptedException {
        BatchHistory history = BatchHistory.read(plan, data.first());
        List<BatchSlot> missing = new ArrayList<>(plan.slots());
        missing.removeAll(history.done().keySet());
        BatchText.header(plan, new BatchText.Facts(data.first(), kernel, jobs, history))
                .forEach(screen.out()::println);
        screen.out().flush();
        BatchReport report = new BatchReport(
                String.valueOf(plan.folder().getFileName()), together(history, run(missing, history, jobs)));
        tell(report);
        return report;
    }

    private List<BatchResult> run(List<BatchSlot> missing, BatchHistory history, int jobs) throws InterruptedException {
        int all = plan.slots().size();
        boolean live = screen.terminal().interactive()
                && plan.first(DataFacts.of(data.first())).verbose();
        try (BatchConsole console = new BatchConsole(
                screen.out(),
                live ? Optional.of(screen.terminal()) : Optional.empty(),
                BatchLoad.even(all, all - missing.size()))) {
            BatchRunner.Shared shared = new BatchRunner.Shared(
                    kernel.kernel(), history.cutOff(), history.done().values());
            return new BatchRunner(new Work(plan, data), shared, console, stopSignal::isRequested).run(missing, jobs);
        }
    }

    /** Returns the runs of the plan in its order, then what the folder holds beside them. */
    private List<BatchResult> together(BatchHistory history, List<BatchResult> results) {
        Map<BatchSlot, BatchResult> bySlot = new LinkedHashMap<>(history.done());
        results.forEach(result -> bySlot.put(result.slot(), result));
        List<BatchResult> all = new ArrayList<>();
        plan.slots().forEach(slot -> Optional.ofNullable(bySlot.remove(slot)).ifPresent(all::add));
        all.addAll(bySlot.values());
        return all;
    }

    /** Tells the outcome even if it cannot be written. */
    private void tell(BatchReport report) throws IOException {
        PrintWriter out = screen.out();
        List<Path> written = List.of();
        try {
            written = report.write(plan.folder());
        } finally {
            String plusMinus = screen.terminal().unicode() ? "±" : "+-";
            double seconds = (System.nanoTime() - startedAt) / 1e9;
            BatchText.summary(report, plusMinus, seconds, written).forEach(out::println);
            out.flush();
        }
    }

    /** Says whether somebody stopped it. */
    boolean isStopped() {
        return stopSignal.isRequested();
    }

    @Override
    public void close() throws IOException {
        stopSignal.close();
        lock.close();
    }
}
