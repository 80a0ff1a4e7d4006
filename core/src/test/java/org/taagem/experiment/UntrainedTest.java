package org.taagem.experiment;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.TrainTest;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;
import org.taagem.nn.Kernels;
import org.taagem.nn.Mlp;
import org.taagem.random.Seeds;
import org.taagem.stream.Schedule;
import org.taagem.stream.Task;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** How good a learner is before it has learned anything. */
class UntrainedTest {
    private final TrainTest data = SyntheticData.images(160, 40);

    static Stream<String> learners() {
        return LearnerTypes.all().stream().map(LearnerType::name);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void run_anyStrategy_testsTheNetworkAsItIsBeforeTheFirstStep(String strategy) {
        ExperimentConfig config = Configs.tiny("strategy", strategy, "num_tasks", 3);
        List<Task> tasks = config.stream().of(data, new Seeds(config.seed())).tasks();
        Mlp untrained = new LearnerFactory(config.learner(), Kernels.plain())
                .network(data.train().features(), data.train().classes());

        assertEquals(
                Accuracies.measure(untrained, tasks).all(),
                RecordedRun.of(config, data).record().untrainedAccuracies());
    }

    @Test
    void run_oneProcessorOrTwo_givesTheSame() {
        assertEquals(
                RecordedRun.of(Configs.tiny(), data, 1).withoutTimings(),
                RecordedRun.of(Configs.tiny(), data, 2).withoutTimings());
    }

    @Test
    void run_stoppedAfterTheFirstBatch_hasTestedIt() {
        RecordedRun run = RecordedRun.of(Configs.tiny(), data, () -> true);

        assertEquals(List.of("RunStarted", "UntrainedTested", "RunFinished"), run.eventNames());
        assertEquals(2, run.record().untrainedAccuracies().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Schedule.class,
            names = {"SEQUENTIAL", "HALF_AND_HALF", "CONTINUOUS", "BLURRY"})
    void run_schedule_hasForwardTransferIfTasksComeOneAfterTheOther(Schedule schedule) {
        ExperimentConfig config = Configs.tiny(
                "schedule", ConfigReader.nameOf(schedule), "num_tasks", 3, "num_epochs", 4, "num_transition_epochs", 2);

        Figure transfer = RecordedRun.of(config, data).record().summary().get(Metric.FWT);

        if (schedule == Schedule.SEQUENTIAL) {
            assertInstanceOf(Figure.Defined.class, transfer);
        } else {
            assertEquals(
                    new Figure.Undefined("'permutation 1' was being learned before 'permutation 0' was over"),
                    transfer);
        }
    }
}
