package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;

/** Brings runs that are over to a server, or what it does not have of them yet. Doing it again changes nothing. */
public final class MlflowPush {
    /** Tag, of MLflow's own, of the commit that was run: its whole hash, where it is known. */
    public static final String COMMIT_TAG = RunContent.COMMIT_TAG;

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TrackingServer server;
    private final MlflowClient client;
    private final Duration patience;
    /** Runs by experiment. */
    private final Map<String, KnownRuns> known = new HashMap<>();

    /**
     * Makes what pushes.
     *
     * @param server where to
     * @throws MlflowException if the server's certificates cannot be read
     */
    public MlflowPush(TrackingServer server) throws MlflowException {
        this(server, PATIENCE);
    }

    /**
     * Makes what pushes.
     *
     * @param server where to
     * @param patience how long to ask again for each thing that a server cannot do for the moment; else a minute
     * @throws MlflowException if the server's certificates cannot be read
     */
    public MlflowPush(TrackingServer server, Duration patience) throws MlflowException {
        this.server = server;
        this.patience = patience;
        client = new MlflowClient(new RestCalls(server, TIMEOUT));
    }

    /**
     * A run to push.
     *
     * @param name what it is called on the server
     * @param record its record
     * @param losses the losses of its batches; empty if they are not there
     * @param files what to send; those that are not there are left out
     * @param tags more tags
     * @param parent the run on the server that holds it, if any
     */
    public record Item(
            String name,
            RunRecord record,
            LossSeries losses,
            List<Path> files,
            Map<String, String> tags,
            Optional<ParentRun> parent) {}

    /**
     * Makes sure that a server is there, is new enough and shows us an experiment, if that is there.
     *
     * @param experiment name of the experiment
     * @throws MlflowException if not
     * @throws InterruptedException if the thread is interrupted
     */
    public void check(String experiment) throws MlflowException, InterruptedException {
        RunTracker.check(server, experiment);
    }

    /**
     * What has become of a run.
     *
     * @param page where it can be looked at
     * @param sent whether there was anything to send
     */
    public record Pushed(String page, boolean sent) {}

    /**
     * Brings a run that has a folder of its own, where it is noted that it has arrived.
     *
     * @param experiment name of its experiment; a run that has been on the server before stays where it is
     * @param folder the run's folder
     * @param item the run
     * @return what has become of it
     * @throws BeingDeliveredException if somebody else is delivering it
     * @throws IOException if the server does not take it, in which case a later push goes on, or the note cannot be written
     * @throws InterruptedException if the thread is interrupted
     */
    public Pushed push(String experiment, Path folder, Item item) throws IOException, InterruptedException {
        DeliveryLock lock = DeliveryLock.take(folder);
        try {
            Optional<Delivery> noted = Delivery.read(folder);
            RunDelivery delivery = new RunDelivery(client, target(experiment, noted, item), true);
            boolean sent = pushAndNote(delivery, folder, noted, item);
            return new Pushed(page(delivery), sent);
        } finally {
            lock.close();
        }
    }

    /** Notes also that a part has arrived, where nothing else tells. */
    private boolean pushAndNote(RunDelivery delivery, Path folder, Optional<Delivery> noted, Item item)
            throws IOException, InterruptedException {
        try {
            boolean there = isDelivered(delivery, item);
            if (!there) {
                deliver(delivery, item, noted.map(Delivery::pending).orElse(List.of()));
            }
            Delivery.begun(server, delivery).done().write(folder);
            return !there;
        } catch (MlflowException e) {
            if (delivery.hasEnded() || (noted.isEmpty() && delivery.runId().isPresent())) {
                Delivery.begun(server, delivery)
                        .stuck(
                                String.valueOf(e.getMessage()),
                                noted.map(Delivery::pending).orElse(List.of()))
                        .write(folder);
            }
            throw e;
        }
    }

    private RunDelivery.Target target(String experiment, Optional<Delivery> noted, Item item) {
        Optional<Delivery> before = noted.filter(then -> then.isOf(server));
        return new RunDelivery.Target(
                before.filter(Delivery::isMade).map(Delivery::experimentName).orElse(experiment),
                noted.map(Delivery::runName).filter(name -> !name.isEmpty()).orElse(item.name()),
                before.flatMap(Delivery::run),
                item.tags(),
                noted.map(Delivery::trackingUri).orElse(""),
                item.parent());
    }

    /**
     * Returns the experiment that a run is brought to.
     *
     * @param experiment name of the one that is asked for
     * @param folder the run's folder, which knows where the run has been before
     * @return name of the experiment
     * @throws IOException if what the folder knows cannot be read
     */
    public String experiment(String experiment, Path folder) throws IOException {
        return Delivery.read(folder)
                .filter(then -> then.isOf(server) && then.isMade())
                .map(Delivery::experimentName)
                .orElse(experiment);
    }

    /**
     * Says whether all of a run has arrived, as far as its folder knows.
     *
     * @param folder the run's folder
     * @return whether the server has it
     * @throws IOException if what the folder knows cannot be read
     */
    public boolean isDelivered(Path folder) throws IOException {
        return Delivery.read(folder)
                .filter(then -> then.isOf(server) && then.delivered())
                .isPresent();
    }

    /**
     * Says whether a server was told of a run and not how it ended, as far as its folder knows.
     *
     * @param folder the run's folder
     * @return whether the server shows the run as one that goes on
     * @throws IOException if what the folder knows cannot be read
     */
    public boolean isWaiting(Path folder) throws IOException {
        return Delivery.read(folder)
                .filter(then -> then.isOf(server) && !then.ended())
                .isPresent();
    }

    /**
     * Tells how a run that holds others ended, unless the server knows.
     *
     * @param experiment name of its experiment
     * @param parent the run that holds others; nothing is told while runs of it go on
     * @throws MlflowException if the server does not answer
     * @throws InterruptedException if the thread is interrupted
     */
    public void end(String experiment, ParentRun parent) throws MlflowException, InterruptedException {
        Retry.forUpTo(patience, () -> parent.end(client, experiment));
    }

    /**
     * Gets ready to bring runs from elsewhere; not needed, but it saves asking for each whether it is there.
     *
     * @param experiment name of their experiment, which is made if it is not there
     * @param count how many they are
     * @throws MlflowException if the server does not answer
     * @throws InterruptedException if the thread is interrupted
     */
    public void prepareImport(String experiment, int count) throws MlflowException, InterruptedException {
        expect(experiment, count);
    }

    private KnownRuns expect(String experiment, int count) throws MlflowException, InterruptedException {
        List<KnownRuns> runs = new ArrayList<>();
        Retry.forUpTo(patience, () -> runs.add(KnownRuns.of(client, client.experiment(experiment), count)));
        known.put(experiment, runs.get(0));
        return runs.get(0);
    }

    /**
     * Brings a run from elsewhere, unless all of it is in the experiment already.
     *
     * @param experiment name of its experiment
     * @param item the run
     * @return what has become of it
     * @throws MlflowException if the server does not take it; a later import goes on
     * @throws InterruptedException if the thread is interrupted
     */
    public Pushed importRun(String experiment, Item item) throws MlflowException, InterruptedException {
        return importRun(experiment, Optional.empty(), item);
    }

    /**
     * Brings a run from elsewhere that has a folder of its own, unless all of it is in the experiment already.
     *
     * @param experiment name of its experiment
     * @param folder the run's folder, which may know that it has been there before
     * @param item the run
     * @return what has become of it
     * @throws BeingDeliveredException if somebody else is delivering it
     * @throws IOException if the server does not take it, in which case a later import goes on, or the folder cannot be used
     * @throws InterruptedException if the thread is interrupted
     */
    public Pushed importFolder(String experiment, Path folder, Item item) throws IOException, InterruptedException {
        DeliveryLock lock = DeliveryLock.takeToRead(folder);
        try {
            Optional<String> before = Delivery.read(folder)
                    .filter(then -> then.isOf(server) && then.experimentName().equals(experiment))
                    .flatMap(Delivery::run);
            return importRun(experiment, before, item);
        } finally {
            lock.close();
        }
    }

    private Pushed importRun(String experiment, Optional<String> before, Item item)
            throws MlflowException, InterruptedException {
        KnownRuns runs = known.get(experiment);
        if (runs == null) {
            runs = expect(experiment, 1);
        }
        Optional<String> there = runs.pageOfDelivered(item.record());
        if (there.isPresent()) {
            return new Pushed(server.address() + there.get(), false);
        }
        Optional<String> listed = runs.run(item.record()).map(KnownRun::id);
        Optional<String> id = listed.isPresent() ? listed : before;
        RunDelivery.Target target = new RunDelivery.Target(experiment, item.name(), id, item.tags(), "", item.parent());
        RunDelivery delivery = new RunDelivery(client, target, id.isPresent() || !runs.isAll());
        boolean delivered = isDelivered(delivery, item);
        if (!delivered) {
            deliver(delivery, item, List.of());
        }
        runs.delivered(item.record(), delivery.page().orElseThrow());
        return new Pushed(page(delivery), !delivered);
    }

    private boolean isDelivered(RunDelivery delivery, Item item) throws MlflowException, InterruptedException {
        boolean[] delivered = {false};
        Retry.forUpTo(patience, () -> delivered[0] = delivery.isDelivered(item.record()));
        return delivered[0];
    }

    private String page(RunDelivery delivery) {
        return server.address() + delivery.page().orElseThrow();
    }

    private void deliver(RunDelivery delivery, Item item, List<MetricPoint> pending)
            throws MlflowException, InterruptedException {
        Retry.forUpTo(patience, () -> delivery.open(item.record()));
        List<MetricPoint> points = new ArrayList<>(RunContent.all(item.record(), item.losses()));
        points.addAll(pending);
        points.addAll(RunContent.summary(item.record(), RunContent.endOf(item.record())));
        Retry.forUpTo(patience, () -> delivery.send(points));
        Retry.forUpTo(patience, () -> delivery.upload(item.files()));
        Retry.forUpTo(patience, () -> delivery.close(item.record()));
    }
}
