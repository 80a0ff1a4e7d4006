package org.taagem.experiment;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.learn.ContinualLearner;
import org.taagem.learn.Snapshotting;
import org.taagem.nn.Classifier;

/** Learns nothing and says that everything is of class 0; the first of its evaluations lasts until the gate is opened. */
final class GatedLearner implements ContinualLearner, Snapshotting {
    static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Map<Integer, Runnable> actions = new HashMap<>();
    private final Set<Thread> testers = Collections.synchronizedSet(new LinkedHashSet<>());
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private Runnable firstEvaluation = this::awaitGate;
    private Optional<RuntimeException> failure = Optional.empty();
    private int steps;
    private int snapshots;
    private double loss = 1;

    /** Has something happen within a step, counted from 1. */
    void atStep(int step, Runnable action) {
        actions.put(step, action);
    }

    /** Lets the first evaluation end. */
    void openGate() {
        gate.countDown();
    }

    /** Lets the first evaluation end, and waits until its thread has ended too. */
    void awaitFirstEvaluation() {
        openGate();
        await(begun);
        joinTesters();
    }

    /** Lets the first evaluation end once a thread waits. */
    void openGateOnceWaiting(Thread thread) {
        firstEvaluation = () -> {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        };
    }

    void failInFirstEvaluation(RuntimeException exception) {
        failure = Optional.of(exception);
    }

    void diverge() {
        loss = Double.NaN;
    }

    int steps() {
        return steps;
    }

    /** Returns the most evaluations that were under way at one time. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Returns the threads that asked for predictions. */
    Set<Thread> testers() {
        return testers;
    }

    void joinTesters() {
        try {
            for (Thread tester : List.copyOf(testers)) {
                tester.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public double observe(Batch batch) {
        steps++;
        actions.getOrDefault(steps, () -> {}).run();
        return loss;
    }

    @Override
    public int[] predict(List<FeatureVector> inputs) {
        throw new IllegalStateException("the learner was asked and not its snapshot");
    }

    @Override
    public Classifier snapshot() {
        boolean first = ++snapshots == 1;
        return inputs -> test(inputs, first);
    }

    private int[] test(List<FeatureVector> inputs, boolean first) {
        testers.add(Thread.currentThread());
        begun.countDown();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        if (first) {
            firstEvaluation.run();
        }
        atOnce.decrementAndGet();
        if (first && failure.isPresent()) {
            throw failure.get();
        }
        return new int[inputs.size()];
    }

    private void awaitGate() {
        await(gate);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain for " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
