package org.taagem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.taagem.cli.BatchResult.Finished;
import org.taagem.experiment.Environment;
import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.RunFinished;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunRecorder;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.TaskResult;
import org.taagem.nn.Kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BatchTableTest {
    /** A run of two tasks whose first was known by {@code learned} when learned, and both by {@code last} at the end. */
    static RunRecord record(double learned, double last, double wallTime) {
        RunRecorder recorder = recorder();
        recorder.on(new Evaluated(Events.FIRST));
        recorder.on(new TaskFinished(
                new TaskResult(0, "one", 100, List.of(learned, 0.1), OptionalDouble.of(1), OptionalDouble.of(0))));
        recorder.on(new Evaluated(Events.SECOND));
        recorder.on(new TaskFinished(
                new TaskResult(1, "two", 200, List.of(last, last), OptionalDouble.of(1), OptionalDouble.of(0))));
        recorder.on(new RunFinished(RunStatus.FINISHED, wallTime));
        return recorder.record();
    }

    private static RunRecorder recorder() {
        Environment here = Environment.here("0", "unknown", Kernels.plain());
        return new RunRecorder(Map.of("seed", 1L), here, Events.STREAM);
    }

    private static Finished run(String type, RunRecord record) {
        return new Finished(new BatchSlot(type, 1), Path.of("run"), record);
    }

    /** Means and deviations by hand: of 0.7, 0.8 and 0.9, 0.8 and the root of (0.01 + 0.01) / 2. */
    @Test
    void lines_threeRuns_areMeanAndDeviationOfASample() {
        List<Finished> runs = List.of(
                run("rotation", record(0.9, 0.7, 10)),
                run("rotation", record(0.9, 0.8, 20)),
                run("rotation", record(0.9, 0.9, 60)));

        assertEquals("""
                | task type | runs | ACC           | forgetting    | BWT            | mean overall  | wall time, s |
                |-----------|------|---------------|---------------|----------------|---------------|--------------|
                | rotation  | 3    | 0.800 ± 0.100 | 0.100 ± 0.100 | -0.100 ± 0.100 | 0.850 ± 0.000 | 30.0 ± 26.5  |""", String.join("\n", BatchTable.lines(runs, "±")));
    }

    @Test
    void lines_oneRunEach_haveNoDeviationAndStandInTheOrderGiven() {
        List<Finished> runs =
                List.of(run("rotation", record(0.9, 0.7, 10)), run("class_split", record(0.5, 0.5, 1.04)));

        assertEquals("""
                | task type   | runs | ACC   | forgetting | BWT    | mean overall | wall time, s |
                |-------------|------|-------|------------|--------|--------------|--------------|
                | rotation    | 1    | 0.700 | 0.200      | -0.200 | 0.850        | 10.0         |
                | class_split | 1    | 0.500 | 0.000      | 0.000  | 0.850        | 1.0          |""", String.join("\n", BatchTable.lines(runs, "±")));
    }

    @Test
    void lines_numberNotDefined_isADash() {
        RunRecorder recorder = recorder();
        recorder.on(new Evaluated(Events.FIRST));
        recorder.on(new TaskFinished(Events.FIRST_TASK));
        recorder.on(new RunFinished(RunStatus.FINISHED, 2));

        assertEquals(
                "| rotation  | 1    | -   | -          | -   | 0.900        | 2.0          |",
                BatchTable.lines(List.of(run("rotation", recorder.record())), "+-")
                        .get(2));
    }
}
