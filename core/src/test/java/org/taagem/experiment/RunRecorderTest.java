package org.taagem.experiment;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.taagem.nn.Kernels;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunRecorderTest {
    private final ExperimentConfig config = Configs.tiny();
    private final Experiment experiment = new Experiment(config, SyntheticData.images(80, 40));
    private final Environment environment =
            new Environment("1", "abc", "17", "vm", "os", "plain", OptionalInt.of(2), Instant.EPOCH, List.of());
    private final RunRecorder recorder = new RunRecorder(config.toMap(), environment, experiment.stream());

    @Test
    void record_beforeTheRun_isRunningAndEmpty() {
        RunRecord record = recorder.record();

        assertEquals(RunStatus.RUNNING, record.status());
        assertTrue(record.untrainedAccuracies().isEmpty());
        assertTrue(record.evaluations().isEmpty() && record.tasks().isEmpty());
        assertEquals(0, recorder.losses().size());
        assertTrue(
                record.wallTime().getAsDouble() >= 0 && record.wallTime().getAsDouble() < 60,
                "so far: " + record.wallTime());
    }

    @Test
    void record_afterTheRun_holdsEverything() {
        experiment.run(recorder, () -> false);

        RunRecord record = recorder.record();

        assertEquals("taagem-run/2", record.schema());
        assertEquals(RunStatus.FINISHED, record.status());
        assertEquals(config.toMap(), record.config());
        assertEquals(environment, record.environment());
        assertEquals(experiment.stream(), record.stream());
        assertEquals(4, record.evaluations().size());
        assertEquals(2, record.tasks().size());
        assertEquals(16, recorder.losses().size());
        assertEquals(2, record.untrainedAccuracies().size());
        assertEquals(
                Summary.of(new Summary.Measured(
                        record.stream(), record.untrainedAccuracies(), record.evaluations(), record.tasks())),
                record.summary());
    }

    @Test
    void fail_inTheMiddle_keepsWhatWasMeasured() {
        RunListener failing = event -> {
            recorder.on(event);
            if (event instanceof RunEvent.TaskFinished) {
                throw new IllegalStateException("disk full");
            }
        };
        try {
            experiment.run(failing, () -> false);
        } catch (IllegalStateException e) {
            recorder.fail();
        }

        assertEquals(RunStatus.FAILED, recorder.record().status());
        assertEquals(1, recorder.record().tasks().size());
        assertFalse(recorder.record().evaluations().isEmpty());
    }

    @Test
    void environment_here_describesThisMachine() {
        Environment here = Environment.here("0.1.0", "abc", Kernels.plain());

        assertEquals("0.1.0", here.taagemVersion());
        assertEquals(Runtime.version().toString(), here.javaVersion());
        assertEquals("plain", here.kernel());
        assertTrue(here.processors().getAsInt() >= 1);
    }
}
