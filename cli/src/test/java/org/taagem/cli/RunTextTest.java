package org.taagem.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.taagem.experiment.Environment;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.Summary;
import org.taagem.experiment.TaskResult;
import org.taagem.nn.Kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RunTextTest {
    @Test
    void header_anyRun_tellsConfigurationDataAndFolder() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("use_learning_rate_scheduler", true);
        config.put("data_dir", "");
        RunText.Facts facts = new RunText.Facts(
                Events.STREAM, new Kernels.Selection(Kernels.plain(), "for want of another"), Path.of("out/run"));

        assertEquals("""
                taagem 1.2 (abc)

                  use_learning_rate_scheduler  true
                  data_dir                     ""

                  data         made by hand
                  stream       2 tasks, 2 epochs, 200 steps
                  kernel       plain: for want of another
                  run folder   out/run

                """, lines(RunText.header(new BuildInfo("1.2", "abc", "abcdef"), config, facts)));
    }

    @Test
    void summary_finishedRun_tellsAllNumbers() {
        RunRecord record = record(
                RunStatus.FINISHED,
                List.of(Events.FIRST, Events.SECOND),
                List.of(Events.FIRST_TASK, Events.SECOND_TASK));
        assertEquals("""

                  task                          when learned   at the end
                   1 permutation 0                     0.900        0.750
                   2 permutation 1                     0.850        0.850

                  ACC                     0.800  mean accuracy over all tasks at the end
                  forgetting              0.150  best accuracy before the end minus the last
                  BWT                    -0.150  last accuracy minus that when learned
                  FWT                     0.000  accuracy just before a task, minus the untrained
                  learning accuracy       0.875  mean accuracy when just learned
                  anytime accuracy        0.850  mean over time, of tasks seen so far
                  min-ACC                 0.750  mean of the lowest accuracies once learned
                  stability gap           0.150  worst dip after a task switch, as far as tested
                  memory efficiency       0.999  share of the data that is not kept
                  projection rate         1.000  share of compared gradients projected
                  average accuracy        0.850  over all evaluations, tasks pooled (legacy)
                  first-task accuracy     0.825  over all evaluations (legacy)
                  first-task forgetting   0.150  over evaluations of later tasks (legacy)
                  memory                 no samples

                  status                 finished
                  wall time              62.0 s
                  written  out/run.json
                """, lines(RunText.summary(record, Path.of("out"), List.of(Path.of("out/run.json")))));
    }

    @Test
    void summary_interruptedRun_saysWhatIsNotDefined() {
        RunRecord record = record(RunStatus.INTERRUPTED, List.of(Events.FIRST), List.of(Events.FIRST_TASK));
        assertEquals("""

                Stopped after 1 of 2 tasks.

                  ACC                         -  not defined: only 1 of 2 tasks learned
                  forgetting                  -  not defined: only 1 of 2 tasks learned
                  BWT                         -  not defined: only 1 of 2 tasks learned
                  FWT                         -  not defined: only 1 of 2 tasks learned
                  learning accuracy           -  not defined: only 1 of 2 tasks learned
                  anytime accuracy            -  not defined: only 1 of 2 tasks learned
                  min-ACC                     -  not defined: only 1 of 2 tasks learned
                  stability gap               -  not defined: only 1 of 2 tasks learned
                  memory efficiency           -  not defined: only 1 of 2 tasks learned
                  projection rate         0.125  share of compared gradients projected
                  average accuracy        0.900  over all evaluations, tasks pooled (legacy)
                  first-task accuracy     0.900  over all evaluations (legacy)
                  first-task forgetting       -  not defined: the first task was not tested both before and after it was over
                  memory                 5 samples, by task: 1:5

                  status                 interrupted
                  wall time              62.0 s
                  go on    with 'taagem resume out'
                """, lines(RunText.summary(record, Path.of("out"), List.of())));
    }

    private static RunRecord record(RunStatus status, List<Evaluation> evaluations, List<TaskResult> tasks) {
        return new RunRecord(
                RunRecord.SCHEMA,
                status,
                Map.of("seed", 1L),
                new Environment("1.2", "abc", "17", "vm", "os", "plain", OptionalInt.of(2), Instant.EPOCH, List.of()),
                Events.STREAM,
                List.of(0.1, 0.1),
                evaluations,
                tasks,
                Summary.of(new Summary.Measured(Events.STREAM, List.of(0.1, 0.1), evaluations, tasks)),
                OptionalDouble.of(62));
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
