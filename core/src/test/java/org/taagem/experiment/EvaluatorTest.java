package org.taagem.experiment;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.learn.ContinualLearner;
import org.taagem.learn.Snapshotting;
import org.taagem.nn.Classifier;
import org.taagem.random.Seeds;
import org.taagem.stream.PermutedPixels;
import org.taagem.stream.Task;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EvaluatorTest {
    private final List<Task> tasks = new PermutedPixels().tasks(SyntheticData.images(20, 20), 2, new Seeds(1));
    private final List<Thread> threads = new ArrayList<>();

    /** Says that everything is of class 0; its snapshots do what they are told. */
    private record Fake(Classifier classifier) implements ContinualLearner, Snapshotting {
        @Override
        public double observe(Batch batch) {
            return 1;
        }

        @Override
        public int[] predict(List<FeatureVector> inputs) {
            return classifier.predict(inputs);
        }

        @Override
        public Classifier snapshot() {
            return classifier;
        }
    }

    /** Takes note of the thread that asks. */
    private int[] noteThread(List<FeatureVector> inputs) {
        threads.add(Thread.currentThread());
        return new int[inputs.size()];
    }

    @Test
    void begin_twoProcessors_testsBesideOnADaemon() {
        Evaluator.Test test = new Evaluator(new Fake(this::noteThread), () -> 2).begin(tasks);

        assertEquals(List.of(0, 1), List.copyOf(test.await().scores().keySet()));
        assertTrue(test.isDone());
        assertEquals(2, threads.size());
        assertSame(threads.get(0), threads.get(1));
        assertNotSame(Thread.currentThread(), threads.get(0));
        assertEquals("taagem-evaluation", threads.get(0).getName());
        assertTrue(threads.get(0).isDaemon());
    }

    @Test
    void begin_oneProcessor_testsInLine() {
        Evaluator.Test test = new Evaluator(new Fake(this::noteThread), () -> 1).begin(tasks);

        assertTrue(test.isDone());
        assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), threads);
    }

    @Test
    void begin_secondProcessorComesFree_testsBesideFromThenOn() {
        int[] processors = {1};
        Evaluator evaluator = new Evaluator(new Fake(this::noteThread), () -> processors[0]);

        evaluator.begin(tasks.subList(0, 1)).await();
        processors[0] = 2;
        evaluator.begin(tasks.subList(0, 1)).await();

        assertSame(Thread.currentThread(), threads.get(0));
        assertNotSame(Thread.currentThread(), threads.get(1));
    }

    @Test
    void begin_learnerWithoutSnapshots_testsInLine() {
        ContinualLearner without = new ContinualLearner() {
            @Override
            public double observe(Batch batch) {
                return 1;
            }

            @Override
            public int[] predict(List<FeatureVector> inputs) {
                return noteThread(inputs);
            }
        };

        Evaluator.Test test = new Evaluator(without, () -> 2).begin(tasks);

        assertTrue(test.isDone());
        assertEquals(List.of(Thread.currentThread(), Thread.currentThread()), threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void await_testFails_throwsWhatWentWrongAsItIs(int processors) {
        for (Throwable failure :
                List.of(new IllegalStateException("broken"), new OutOfMemoryError("Java heap space"))) {
            Evaluator.Test test = new Evaluator(new Fake(inputs -> fail(failure)), () -> processors).begin(tasks);

            assertSame(failure, assertThrows(failure.getClass(), test::await));
            assertTrue(test.isDone());
        }
    }

    private static int[] fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** Whoever wants a run to end asks it to stop; an interrupt must not cost it what it has measured. */
    @Test
    void await_interrupted_waitsAllTheSameAndStaysInterrupted() {
        Thread waiting = Thread.currentThread();
        waiting.interrupt();
        Classifier doneOnceItWasNoticed = inputs -> {
            while (waiting.isInterrupted()) {
                Thread.onSpinWait();
            }
            return new int[inputs.size()];
        };

        Accuracies accuracies = new Evaluator(new Fake(doneOnceItWasNoticed), () -> 2)
                .begin(tasks)
                .await();

        assertTrue(Thread.interrupted());
        assertEquals(2, accuracies.scores().size());
    }
}
