package org.taagem.mlflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.taagem.mlflow.Retry.Step;

/**
 * Delivers beside training. Whoever adds points never waits; what a server cannot take for the moment waits here, and is
 * tried again until the end.
 */
final class DeliveryThread {
    /** Name of the thread. */
    static final String NAME = "taagem-mlflow";

    private static final int MOST_AT_ONCE = 1000;
    /** A request costs a server as much as a hundred points do. Servers close connections that are silent for 5 seconds. */
    private static final Duration GATHERING = Duration.ofSeconds(3);
    /** Beyond this, points of a server that is away are left to a later push, which reads them from the run's record. */
    private static final int MOST_WAITING = 200_000;

    private static final int MOST_FAILURES_AFTER_END = 3;
    private static final Duration PAUSE_AFTER_END = Duration.ofMillis(500);

    private final RunDelivery delivery;
    private final Thread thread = new Thread(this::work, NAME);
    private final List<MetricPoint> waiting = new ArrayList<>();
    private Optional<Step> ending = Optional.empty();
    private Optional<MlflowException> problem = Optional.empty();
    private boolean overflowed;
    private boolean hurried;
    private boolean done;
    private long deadline = Long.MAX_VALUE;
    private int failuresAfterEnd;

    private final Step opening;

    DeliveryThread(RunDelivery delivery, Step opening) {
        this.delivery = delivery;
        this.opening = opening;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    synchronized void add(List<MetricPoint> points) {
        if (waiting.size() + points.size() > MOST_WAITING) {
            overflowed = true;
        } else {
            waiting.addAll(points);
        }
        if (waiting.size() >= MOST_AT_ONCE) {
            notifyAll();
        }
    }

    /** From now on delivers at once what there is: hardly anything will be added. */
    synchronized void hurry() {
        hurried = true;
        notifyAll();
    }

    /**
     * Delivers what is left, but not for longer than a limit.
     *
     * @param last to be done when all points have arrived
     * @return why not everything has arrived, if so
     */
    Optional<MlflowException> finish(Duration limit, Step last) {
        synchronized (this) {
            ending = Optional.of(last);
            deadline = System.nanoTime() + limit.toNanos();
            notifyAll();
        }
        boolean interrupted = false;
        try {
            thread.join(limit.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        thread.interrupt();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome(limit);
    }

    private synchronized Optional<MlflowException> outcome(Duration limit) {
        if (done) {
            return Optional.empty();
        }
        if (problem.isPresent()) {
            return problem;
        }
        return Optional.of(new MlflowException(
                MlflowException.Kind.UNANSWERED,
                "the MLflow server has not taken everything within " + limit.toSeconds() + " s after the end"));
    }

    private void work() {
        try {
            if (!untilDone(opening)) {
                return;
            }
            for (List<MetricPoint> next = gather(); !next.isEmpty(); next = gather()) {
                List<MetricPoint> points = next;
                if (!untilDone(() -> delivery.send(points))) {
                    return;
                }
                remove(points.size());
            }
            if (!hasOverflowed() && untilDone(ending())) {
                finished();
            }
        } catch (InterruptedException e) {
            // the time after the end is over; what has not arrived stays in the list
            Thread.currentThread().interrupt();
        }
    }

    private boolean untilDone(Step step) throws InterruptedException {
        Retry retry = new Retry();
        while (true) {
            try {
                step.run();
                return true;
            } catch (MlflowException e) {
                Duration pause = hasEnded() ? PAUSE_AFTER_END : retry.next();
                if (!goesOn(e, pause)) {
                    return false;
                }
                pause(pause);
            }
        }
    }

    /** Once the run is over, its user waits: a server that is not there is not waited for. */
    private synchronized boolean goesOn(MlflowException e, Duration pause) {
        problem = Optional.of(e);
        if (ending.isPresent() && ++failuresAfterEnd > MOST_FAILURES_AFTER_END) {
            return false;
        }
        return e.isTemporary() && (ending.isEmpty() || System.nanoTime() + pause.toNanos() < deadline);
    }

    /** Waits, but no longer than to the end of the run: from then on time is short. */
    private synchronized void pause(Duration pause) throws InterruptedException {
        boolean ended = ending.isPresent();
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toMillis(); left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
            if (!ended && ending.isPresent()) {
                return;
            }
        }
    }

    /** Returns the oldest points; none once the run is over and all have been delivered. */
    private synchronized List<MetricPoint> gather() throws InterruptedException {
        long until = System.nanoTime() + GATHERING.toNanos();
        while (ending.isEmpty() && (waiting.isEmpty() || isEarly(until))) {
            wait(Math.max(1, waiting.isEmpty() ? GATHERING.toMillis() : (until - System.nanoTime()) / 1_000_000));
        }
        return List.copyOf(waiting.subList(0, Math.min(MOST_AT_ONCE, waiting.size())));
    }

    private synchronized boolean isEarly(long until) {
        return !hurried && waiting.size() < MOST_AT_ONCE && System.nanoTime() < until;
    }

    private synchronized void remove(int count) {
        waiting.subList(0, count).clear();
    }

    private synchronized boolean hasOverflowed() {
        return overflowed;
    }

    private synchronized boolean hasEnded() {
        return ending.isPresent();
    }

    private synchronized Step ending() {
        return ending.orElseThrow();
    }

    private synchronized void finished() {
        done = true;
    }
}
