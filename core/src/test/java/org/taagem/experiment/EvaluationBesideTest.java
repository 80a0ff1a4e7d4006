package org.taagem.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.taagem.random.Seeds;
import org.taagem.stream.PermutedPixels;
import org.taagem.stream.Schedule;
import org.taagem.stream.TaskStream;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

/**
 * Training that goes on while an evaluation is under way, and what is told of it: 2 tasks of 2 epochs of 8 batches, with a
 * learner whose first evaluation, after the 8th, lasts until the test lets it end.
 */
class EvaluationBesideTest {
    private static final int END_OF_FIRST_EPOCH = 8;

    private final GatedLearner learner = new GatedLearner();
    private final List<String> told = new ArrayList<>();
    private final Set<Thread> tellers = new HashSet<>();
    private RunListener alsoTold = event -> {};

    private RunStatus run(BooleanSupplier stopRequested) {
        ExperimentConfig config = Configs.tiny();
        TaskStream stream = new TaskStream(
                new PermutedPixels().tasks(SyntheticData.images(160, 40), 2, new Seeds(1)),
                Schedule.SEQUENTIAL.order(new Schedule.Lengths(2, 2, 1), new Seeds(1).named("schedule")),
                config.stream().batchSize(),
                new Seeds(1));
        Learner watched = new Learner(learner, () -> 1, Optional.empty(), Optional.empty());
        try (OrderedEvents events = new OrderedEvents(this::on, new Evaluator(learner, () -> 2))) {
            return new RunLoop(
                            new RunLoop.Intervals(config.testingInterval(), CheckpointInterval.NEVER),
                            stream,
                            watched,
                            events)
                    .run(stopRequested);
        }
    }

    private void on(RunEvent event) {
        told.add(RecordedRun.nameOf(event));
        tellers.add(Thread.currentThread());
        alsoTold.on(event);
    }

    /** However a run ends, it leaves no thread behind. */
    @AfterEach
    void noThreadIsLeft() {
        assertFalse(learner.testers().isEmpty());
        learner.joinTesters();
        for (Thread tester : learner.testers()) {
            assertEquals(Evaluator.THREAD, tester.getName());
            assertFalse(tester.isAlive());
        }
    }

    @Test
    void run_evaluationUnderWay_trainingGoesOnAndEventsKeepTheirOrder() {
        learner.atStep(END_OF_FIRST_EPOCH + 5, learner::openGate);

        assertEquals(RunStatus.FINISHED, run(() -> false));

        assertEquals(
                List.of(
                        "Evaluated 8",
                        "BatchTrained 10",
                        "Evaluated 16",
                        "TaskFinished 0",
                        "BatchTrained 20",
                        "Evaluated 24",
                        "BatchTrained 30",
                        "Evaluated 32",
                        "TaskFinished 1",
                        "RunFinished"),
                told);
        assertEquals(Set.of(Thread.currentThread()), tellers);
        assertEquals(1, learner.mostAtOnce());
    }

    @Test
    void run_evaluationDoneMeanwhile_isToldBeforeTheEpochIsOver() {
        learner.atStep(END_OF_FIRST_EPOCH + 1, learner::awaitFirstEvaluation);
        List<String> toldByStep12 = new ArrayList<>();
        learner.atStep(END_OF_FIRST_EPOCH + 4, () -> toldByStep12.addAll(told));

        run(() -> false);

        assertEquals(List.of("Evaluated 8", "BatchTrained 10"), toldByStep12);
    }

    @Test
    void run_evaluationAfterTheOneUnderWay_waitsForIt() {
        learner.openGateOnceWaiting(Thread.currentThread());

        run(() -> false);

        assertEquals(List.of("Evaluated 8", "BatchTrained 10", "Evaluated 16"), told.subList(0, 3));
        assertEquals(1, learner.mostAtOnce());
    }

    @Test
    void run_stoppedWithAnEvaluationUnderWay_tellsItAll() {
        BooleanSupplier stopInTheEleventhStep = () -> {
            if (learner.steps() == 11) {
                learner.openGate();
            }
            return learner.steps() == 11;
        };

        assertEquals(RunStatus.INTERRUPTED, run(stopInTheEleventhStep));

        assertEquals(List.of("Evaluated 8", "BatchTrained 10", "RunFinished"), told);
    }

    @Test
    void run_divergesWithAnEvaluationUnderWay_tellsItAll() {
        learner.atStep(11, () -> {
            learner.openGate();
            learner.diverge();
        });

        assertThrows(DivergedException.class, () -> run(() -> false));

        assertEquals(List.of("Evaluated 8", "BatchTrained 10"), told);
    }

    @Test
    void run_learnerFailsWithAnEvaluationUnderWay_tellsItAll() {
        IllegalStateException failure = new IllegalStateException("broken learner");
        learner.atStep(11, () -> {
            learner.openGate();
            throw failure;
        });

        assertSame(failure, assertThrows(IllegalStateException.class, () -> run(() -> false)));

        assertEquals(List.of("Evaluated 8", "BatchTrained 10"), told);
    }

    @Test
    void run_evaluationFails_throwsWhatWentWrongAndTellsNothingMore() {
        IllegalStateException failure = new IllegalStateException("broken classifier");
        learner.failInFirstEvaluation(failure);
        learner.atStep(11, learner::openGate);

        assertSame(failure, assertThrows(IllegalStateException.class, () -> run(() -> false)));

        assertEquals(List.of(), told);
    }

    @Test
    void run_learnerAndEvaluationFail_throwsBoth() {
        IllegalStateException first = new IllegalStateException("broken learner");
        IllegalStateException second = new IllegalStateException("broken classifier");
        learner.failInFirstEvaluation(second);
        learner.atStep(11, () -> {
            learner.openGate();
            throw first;
        });

        assertSame(first, assertThrows(IllegalStateException.class, () -> run(() -> false)));

        assertEquals(List.of(second), List.of(first.getSuppressed()));
    }

    @Test
    void run_listenerFails_throwsItAndTellsNothingMore() {
        learner.atStep(11, learner::openGate);
        IllegalStateException failure = new IllegalStateException("broken listener");
        alsoTold = event -> {
            throw failure;
        };

        assertSame(failure, assertThrows(IllegalStateException.class, () -> run(() -> false)));

        assertEquals(List.of("Evaluated 8"), told);
        assertEquals(0, failure.getSuppressed().length);
    }

    @Test
    void run_listenerFailsAfterTheEvaluation_tellsNothingMore() {
        learner.atStep(16, learner::openGate);
        IllegalStateException failure = new IllegalStateException("broken listener");
        alsoTold = event -> {
            if (event instanceof RunEvent.BatchTrained) {
                throw failure;
            }
        };

        assertSame(failure, assertThrows(IllegalStateException.class, () -> run(() -> false)));

        assertEquals(List.of("Evaluated 8", "BatchTrained 10"), told);
    }
}
