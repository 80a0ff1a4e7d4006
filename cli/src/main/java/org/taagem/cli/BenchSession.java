package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.taagem.data.TrainTest;
import org.taagem.experiment.DataFacts;
import org.taagem.nn.Kernel;
import org.taagem.report.stats.BenchReport;
import org.taagem.report.stats.Confidence;

/** A bench, from what its folder holds already to its tables. */
final class BenchSession implements AutoCloseable {
    private final BenchRequest request;
    private final BenchPlan plan;
    private final BenchData data;
    private final TrainSession.Screen screen;
    private final BatchLock lock;
    private final BenchSessions sessions;
    private final StopSignal stopSignal;
    private final long startedAt = System.nanoTime();
    private final String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private final Map<String, BenchCell> cells = new HashMap<>();

    private BenchSession(BenchRequest request, BenchData data, TrainSession.Screen screen, Folder folder) {
        this.request = request;
        this.data = data;
        this.screen = screen;
        lock = folder.lock;
        sessions = folder.sessions;
        plan = request.plan();
        plan.cells().forEach(cell -> cells.put(cell.name(), cell));
        stopSignal = StopSignal.install(); // last: what cannot be set up will not be closed
    }

    /** A folder that is this bench's, and when a bench was at work there. */
    private record Folder(BatchLock lock, BenchSessions sessions) {
        static Folder take(Path folder) throws IOException {
            BatchLock lock = BatchLock.take(folder, "--output_dir");
            boolean complete = false;
            try {
                Folder taken = new Folder(lock, BenchSessions.in(folder));
                complete = true;
                return taken;
            } finally {
                if (!complete) {
                    lock.close();
                }
            }
        }
    }

    /**
     * Makes the bench's folder and keeps others out of it.
     *
     * @throws IOException if another one is at work there, it cannot be made, or what is there is damaged
     */
    static BenchSession begin(BenchRequest request, BenchData data, TrainSession.Screen screen) throws IOException {
        return new BenchSession(
                request, data, screen, Folder.take(request.plan().folder()));
    }

    /**
     * Runs what is missing, unless tables are all that is wanted, and writes them.
     *
     * @return whether any run failed
     */
    boolean run(Kernel kernel) throws IOException, InterruptedException {
        BenchHistory history = BenchHistory.read(plan, data);
        List<BatchSlot> missing = new ArrayList<>(plan.slots());
        missing.removeAll(history.done().keySet());
        BenchText.header(request, history, missing.size()).forEach(screen.out()::println);
        screen.out().flush();
        Map<BatchSlot, BatchResult> results = new LinkedHashMap<>(history.done());
        boolean atWork = !request.tables().alone();
        if (atWork) {
            run(missing, history, kernel).forEach(result -> results.put(result.slot(), result));
        } else {
            missing.forEach(slot -> results.put(slot, new BatchResult.Stopped(slot, false)));
        }
        tell(results, atWork && !missing.isEmpty() ? sessions.with(now()) : sessions);
        return results.values().stream().anyMatch(BatchResult.Failed.class::isInstance);
    }

    private BenchSessions.Session now() {
        return new BenchSessions.Session(
                started,
                Math.round((System.nanoTime() - startedAt) / 1e8) / 10.0,
                request.jobs(),
                BuildInfo.read().commit(),
                Machine.describe());
    }

    private List<BatchResult> run(List<BatchSlot> missing, BenchHistory history, Kernel kernel)
            throws InterruptedException {
        boolean live = screen.terminal().interactive();
        try (BatchConsole console = new BatchConsole(
                screen.out(), live ? Optional.of(screen.terminal()) : Optional.empty(), load(missing, history))) {
            BatchRunner.Shared shared = new BatchRunner.Shared(
                    kernel, history.cutOff(), history.done().values());
            return new BatchRunner(new Work(), shared, console, stopSignal::isRequested).run(missing, request.jobs());
        }
    }

    /** A run takes as long as the others of its cell did, or if there are none, as long as any did. */
    private BatchLoad load(List<BatchSlot> missing, BenchHistory history) {
        Map<String, List<Double>> times = new HashMap<>();
        history.done().forEach((slot, result) -> {
            OptionalDouble time = result instanceof BatchResult.Finished finished
                    ? finished.record().wallTime()
                    : OptionalDouble.empty();
            if (time.isPresent()) {
                times.computeIfAbsent(slot.row(), row -> new ArrayList<>()).add(time.getAsDouble());
            }
        });
        double usual = mean(times.values().stream().flatMap(List::stream).toList(), 1);
        Map<String, Double> weights = new HashMap<>();
        cells.keySet().forEach(row -> weights.put(row, mean(times.getOrDefault(row, List.of()), usual)));
        double all = missing.stream()
                .mapToDouble(slot -> weights.getOrDefault(slot.row(), usual))
                .sum();
        return new BatchLoad(
                plan.slots().size(),
                plan.slots().size() - missing.size(),
                slot -> weights.getOrDefault(slot.row(), usual),
                all,
                true);
    }

    private static double mean(List<Double> values, double otherwise) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(otherwise);
    }

    /** Tells the outcome even if it cannot be written. */
    private void tell(Map<BatchSlot, BatchResult> results, BenchSessions times) throws IOException {
        PrintWriter out = screen.out();
        BenchOutcome outcome = new BenchOutcome(request, results);
        BenchReport report = new BenchReport(outcome.results(times.all()), Confidence.USUAL);
        List<Path> written = new ArrayList<>();
        try {
            if (!times.equals(sessions)) {
                times.write();
            }
            written.addAll(report.write(plan.folder()));
            if (request.tables().markdown().isPresent()) {
                written.addAll(report.writeMarkdown(request.tables().markdown().get()));
            }
        } finally {
            out.println();
            report.tables(screen.terminal().unicode() ? "±" : "+-").forEach(out::println);
            outcome.summary().forEach(out::println);
            written.forEach(file -> out.println("  written  " + file));
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

    private BenchCell cell(BatchSlot slot) {
        BenchCell cell = cells.get(slot.row());
        if (cell == null) {
            throw new IllegalStateException(slot + " is not planned");
        }
        return cell;
    }

    private final class Work implements BatchWork {
        @Override
        public TrainSettings settings(BatchSlot slot, DataFacts facts) {
            return cell(slot).settings(slot, facts);
        }

        @Override
        public TrainTest data(BatchSlot slot) throws IOException, InterruptedException {
            return data.of(cell(slot), slot.seed());
        }

        @Override
        public Optional<String> trackedName(BatchSlot slot) {
            return Optional.of(slot.toString());
        }

        @Override
        public Path folder() {
            return plan.folder();
        }

        @Override
        public boolean onlyRecords() {
            return true;
        }
    }
}
