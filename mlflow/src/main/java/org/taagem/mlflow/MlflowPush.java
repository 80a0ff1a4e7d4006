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
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TrackingServer server;
    private final MlflowClient client;
    /** Runs by experiment. */
    private final Map<String, KnownRuns> known = new HashMap<>();

    /**
     * Makes what pushes.
     *
     * @param server where to
     * @throws MlflowException if the server's certificates cannot be read
     */
    public MlflowPush(TrackingServer server) throws MlflowException {
        this.server = server;
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
        client.check(experiment);
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
     * @throws IOException if the server does not take it, in which case a later push goes on, or the note cannot be written
     * @throws InterruptedException if the thread is interrupted
     */
    public Pushed push(String experiment, Path folder, Item item) throws IOException, InterruptedException {
        Optional<Delivery> noted = Delivery.read(folder);
        Optional<Delivery> before =
                noted.filter(then -> then.trackingUri().equals(server.address().toString()));
        String name = before.map(Delivery::experimentName).orElse(experiment);
        Optional<String> id = before.map(Delivery::runId).filter(known -> !known.isEmpty());
        RunDelivery delivery = new RunDelivery(client, target(name, id, item), true);
        boolean there = isDelivered(delivery, item);
        if (!there) {
            deliver(delivery, item, noted.map(Delivery::pending).orElse(List.of()));
        }
        new Delivery(server.address().toString(), name, delivery.runId().orElse(""))
                .done()
                .write(folder);
        return new Pushed(page(delivery), !there);
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
        Retry.forUpTo(PATIENCE, () -> runs.add(KnownRuns.of(client, experiment, count)));
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
        KnownRuns runs = known.get(experiment);
        if (runs == null) {
            runs = expect(experiment, 1);
        }
        Optional<String> there = runs.pageOfDelivered(item.record());
        if (there.isPresent()) {
            return new Pushed(server.address() + there.get(), false);
        }
        Optional<String> id = runs.id(item.record());
        RunDelivery delivery = new RunDelivery(client, target(experiment, id, item), id.isPresent() || !runs.isAll());
        boolean delivered = isDelivered(delivery, item);
        if (!delivered) {
            deliver(delivery, item, List.of());
        }
        runs.delivered(item.record(), delivery.page().orElseThrow());
        return new Pushed(page(delivery), !delivered);
    }

    private static boolean isDelivered(RunDelivery delivery, Item item) throws MlflowException, InterruptedException {
        boolean[] delivered = {false};
        Retry.forUpTo(PATIENCE, () -> delivered[0] = delivery.isDelivered(item.record()));
        return delivered[0];
    }

    private static RunDelivery.Target target(String experiment, Optional<String> id, Item item) {
        return new RunDelivery.Target(experiment, item.name(), id, item.tags(), item.parent());
    }

    private String page(RunDelivery delivery) {
        return server.address() + delivery.page().orElseThrow();
    }

    private void deliver(RunDelivery delivery, Item item, List<MetricPoint> pending)
            throws MlflowException, InterruptedException {
        Retry.forUpTo(PATIENCE, () -> delivery.open(item.record()));
        List<MetricPoint> points = new ArrayList<>(RunContent.all(item.record(), item.losses()));
        points.addAll(pending);
        points.addAll(RunContent.summary(item.record(), RunContent.endOf(item.record())));
        Retry.forUpTo(PATIENCE, () -> delivery.send(points));
        Retry.forUpTo(PATIENCE, () -> delivery.upload(item.files()));
        Retry.forUpTo(PATIENCE, () -> delivery.close(item.record()));
    }
}
