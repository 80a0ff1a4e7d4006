package org.taagem.cli;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunEvent;
import org.taagem.experiment.RunEvent.BatchTrained;
import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.RunFinished;
import org.taagem.experiment.RunEvent.RunStarted;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.RunEvent.UntrainedTested;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.StreamFacts;
import org.taagem.experiment.TaskResult;

/** The events of a run of two tasks, written by hand. */
final class Events {
    static final StreamFacts STREAM = new StreamFacts(
            "mnist",
            "made by hand",
            Map.of(),
            Map.of(),
            10,
            List.of("permutation 0", "permutation 1"),
            List.of(1000, 1000),
            List.of(100, 100),
            2,
            200,
            false);

    static final Evaluation FIRST = new Evaluation(
            1,
            100,
            0,
            0.9,
            List.of(0),
            List.of(0.9),
            1.23456,
            0.001,
            OptionalDouble.of(1),
            5,
            new TreeMap<>(Map.of(0, 3, 7, 2)),
            Map.of(0, 5),
            OptionalDouble.of(0.125));
    static final Evaluation SECOND = new Evaluation(
            2,
            200,
            1,
            0.80049,
            List.of(0, 1),
            List.of(0.75, 0.85),
            0.5,
            0.001,
            OptionalDouble.of(2),
            0,
            Map.of(),
            Map.of(),
            OptionalDouble.of(1));
    static final TaskResult FIRST_TASK = new TaskResult(
            0, "permutation 0", 100, List.of(0.9, 0.1), OptionalDouble.of(1.04), OptionalDouble.of(0.25));
    static final TaskResult SECOND_TASK =
            new TaskResult(1, "permutation 1", 200, List.of(0.75, 0.85), OptionalDouble.of(60), OptionalDouble.of(0.5));

    static final List<RunEvent> FIRST_HALF = List.of(
            new RunStarted(STREAM, new LossSeries(0)),
            new UntrainedTested(List.of(0.1, 0.125)),
            new BatchTrained(10, 0, 1, 10, 100, 2.3, 0.001),
            new BatchTrained(50, 0, 1, 50, 100, 2.25, 0.001),
            new BatchTrained(100, 0, 1, 100, 100, 0.12345, 0.001),
            new Evaluated(FIRST),
            new TaskFinished(FIRST_TASK));
    static final List<RunEvent> SECOND_HALF = List.of(
            new BatchTrained(150, 1, 2, 50, 100, 12.5, 0.001),
            new Evaluated(SECOND),
            new TaskFinished(SECOND_TASK),
            new RunFinished(RunStatus.FINISHED, 62));

    private Events() {}
}
