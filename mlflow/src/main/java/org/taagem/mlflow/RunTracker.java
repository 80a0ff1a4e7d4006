package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.BatchTrained;
import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.RunFinished;
import org.taagem.experiment.RunEvent.RunStarted;
import org.taagem.experiment.RunListener;
import org.taagem.experiment.RunRecord;

/**
 * Tells an MLflow server of a run while it goes on. It never makes the run wait, whatever the server does; what has not
 * arrived in the end is marked in the run's folder, and {@link MlflowPush} brings it later.
 */
public final class RunTracker implements RunListener {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    /** Somebody waits for these answers, and nothing has begun yet. */
    private static final Duration PATIENCE_OF_CHECKS = Duration.ofSeconds(10);

    private final TrackingServer server;
    private final Options options;
    private final Supplier<RunRecord> record;
    private final Clock clock;
    /** Keeps others from delivering the run at the same time; nothing if somebody else does. */
    private final Optional<DeliveryLock> lock;

    private final RunDelivery delivery;
    private final DeliveryThread thread;
    private final List<MetricPoint> system = new ArrayList<>();
    private SystemFigures figures = new SystemFigures(0);
    /** The record at the start of the run, for the thread that delivers. */
    private volatile Optional<RunRecord> begun = Optional.empty();

    private boolean summarised;

    /**
     * What is told of a run beside its record.
     *
     * @param experiment name of its experiment; made if it is not there
     * @param folder the run's folder
     * @param name what it is called on the server; if empty, like its folder
     * @param tags tags beside those that its record gives
     * @param parent the run on the server that holds it, if any
     * @param patience how long to go on delivering after the end of the run
     */
    public record Options(
            String experiment,
            Path folder,
            Optional<String> name,
            Map<String, String> tags,
            Optional<ParentRun> parent,
            Duration patience) {}

    /**
     * How a delivery ended.
     *
     * @param page where the run can be looked at, if the server was reached
     * @param problem why not everything has arrived, in one line, if so
     * @param ended whether the server knows how the run ended
     */
    public record Outcome(Optional<String> page, Optional<String> problem, boolean ended) {
        private static Outcome nothing(String problem) {
            return new Outcome(Optional.empty(), Optional.of(problem), false);
        }
    }

    private RunTracker(TrackingServer server, Options options, Supplier<RunRecord> record, MlflowClient client)
            throws IOException {
        this.server = server;
        this.options = options;
        this.record = record;
        clock = Clock.systemUTC();
        lock = DeliveryLock.tryTake(options.folder());
        Optional<Delivery> noted = Delivery.read(options.folder());
        noted.ifPresent(then -> system.addAll(then.pending()));
        Optional<Delivery> before = noted.filter(then -> then.isOf(server));
        delivery = new RunDelivery(
                client,
                new RunDelivery.Target(
                        options.experiment(),
                        options.name().orElseGet(() -> RunNames.of(options.folder())),
                        before.flatMap(Delivery::run),
                        options.tags(),
                        server.address().toString(),
                        options.parent()),
                before.isPresent());
        thread = new DeliveryThread(delivery, this::open);
    }

    /**
     * Makes a tracker; the server is asked nothing yet. It keeps others from delivering the run until it is
     * {@linkplain #finish finished}; if somebody else delivers it at the moment, it tells the server nothing.
     *
     * @param server the server
     * @param options what the run is
     * @param record gives the record of the run as it is at the moment; asked by the thread that runs, at the run's start
     * @return the tracker, to be told of all events of the run
     * @throws IOException if what the folder knows of the server, or the server's certificates, cannot be read, or the folder
     *     cannot be written to
     */
    public static RunTracker of(TrackingServer server, Options options, Supplier<RunRecord> record) throws IOException {
        return new RunTracker(server, options, record, new MlflowClient(new RestCalls(server, TIMEOUT)));
    }

    /**
     * Makes sure that a server is there, is new enough and shows us an experiment, if that is there.
     *
     * @param server the server
     * @param experiment name of the experiment
     * @throws MlflowException if not
     * @throws InterruptedException if the thread is interrupted
     */
    public static void check(TrackingServer server, String experiment) throws MlflowException, InterruptedException {
        new MlflowClient(new RestCalls(server, PATIENCE_OF_CHECKS)).check(experiment);
    }

    /**
     * Makes sure that the certificates of a server can be read; the server is asked nothing.
     *
     * @param server the server
     * @throws MlflowException if not
     */
    public static void checkCertificates(TrackingServer server) throws MlflowException {
        if (server.certificates().isPresent()) {
            Certificates.trusting(server.certificates().get());
        }
    }

    /** So that the run is found again if this process is killed. */
    private void open() throws MlflowException, InterruptedException {
        delivery.open(begun.orElseThrow());
        delivery.send(List.of());
        note(Delivery.begun(server, delivery)); // where that fails now and not in the end, nothing is missing
    }

    /** Notes in the run's folder how its delivery stands; says why, if that cannot be done. */
    private Optional<String> note(Delivery state) {
        try {
            state.write(options.folder());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("it cannot be noted in the run's folder what has arrived: " + e.getMessage());
        }
    }

    /**
     * Tells that all runs of a parent are over.
     *
     * @param server the server
     * @param experiment name of the experiment
     * @param parent the parent
     * @param status how: {@code FINISHED}, {@code FAILED} or {@code KILLED}
     * @throws MlflowException if the server cannot be told
     * @throws InterruptedException if the thread is interrupted
     */
    public static void close(TrackingServer server, String experiment, ParentRun parent, String status)
            throws MlflowException, InterruptedException {
        parent.close(new MlflowClient(new RestCalls(server, TIMEOUT)), experiment, status);
    }

    @Override
    public void on(RunEvent event) {
        if (lock.isPresent()) {
            tell(event);
        }
    }

    private void tell(RunEvent event) {
        if (event instanceof RunStarted started) {
            RunRecord now = record.get();
            begun = Optional.of(now);
            figures = new SystemFigures(started.losses().size());
            thread.add(RunContent.all(now, started.losses()));
            thread.add(List.copyOf(system));
            thread.start();
        } else if (event instanceof BatchTrained trained) {
            thread.add(RunContent.loss(trained.loss(), clock.millis(), trained.step()));
        } else if (event instanceof Evaluated evaluated) {
            long time = clock.millis();
            thread.add(RunContent.points(evaluated.evaluation(), time));
            List<MetricPoint> now = figures.points(evaluated.evaluation().step(), time);
            system.addAll(now);
            thread.add(now);
        } else if (event instanceof RunFinished) {
            summarise(record.get());
            thread.hurry(); // while the run's files are being written
        }
    }

    private void summarise(RunRecord last) {
        if (!summarised) {
            thread.add(RunContent.summary(last, clock.millis()));
            summarised = true;
        }
    }

    /**
     * Delivers what is left of a run that is over, with its figures and files, as long as there is patience.
     *
     * @param last the record of the run
     * @param files what to send; those that are not there are left out
     * @return how it went
     */
    public Outcome finish(RunRecord last, List<Path> files) {
        if (lock.isEmpty()) {
            return Outcome.nothing("another process was delivering the run when it began, and has been left to it");
        }
        Outcome outcome = begun.isPresent() ? deliver(last, files) : Outcome.nothing("the run has not begun");
        try {
            lock.get().close();
            return outcome;
        } catch (IOException e) {
            String problem = "the lock in the run's folder cannot be let go: " + e.getMessage();
            return new Outcome(outcome.page(), Optional.of(problem), outcome.ended());
        }
    }

    private Outcome deliver(RunRecord last, List<Path> files) {
        summarise(last);
        Optional<MlflowException> problem = thread.finish(options.patience(), () -> {
            delivery.upload(files);
            delivery.close(last);
        });
        Delivery now = Delivery.begun(server, delivery);
        Delivery state = problem.isEmpty()
                ? now.done()
                : now.stuck(String.valueOf(problem.get().getMessage()), system);
        Optional<String> unnoted = note(state);
        return new Outcome(
                delivery.page().map(page -> server.address() + page),
                problem.map(MlflowException::getMessage).or(() -> unnoted),
                state.ended());
    }
}
