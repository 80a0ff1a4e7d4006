package org.taagem.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.taagem.experiment.Environment;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.StreamFacts;
import org.taagem.state.StateException;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SameRunTest {
    private static final Path FILE = Path.of("step_1.taagem");
    private static final RunRecord NOW = Records.finished();

    private static RunRecord with(Map<String, Object> config, Environment environment, StreamFacts stream) {
        return new RunRecord(
                NOW.schema(),
                NOW.status(),
                config,
                environment,
                stream,
                NOW.untrainedAccuracies(),
                NOW.evaluations(),
                NOW.tasks(),
                NOW.summary(),
                NOW.wallTime());
    }

    private static String refusal(RunRecord then) {
        return String.valueOf(assertThrows(StateException.class, () -> SameRun.check(FILE, then, NOW))
                .getMessage());
    }

    @Test
    void check_sameRunWithoutResults_isFine() {
        assertDoesNotThrow(() -> SameRun.check(FILE, Records.begun(), NOW));
    }

    @Test
    void check_keyWithoutEffectChanged_isFine() {
        Map<String, Object> config = new LinkedHashMap<>(NOW.config());
        config.put("checkpoint_interval", 7);
        config.put("output_dir", "elsewhere");
        assertDoesNotThrow(() -> SameRun.check(FILE, with(config, NOW.environment(), NOW.stream()), NOW));
    }

    @Test
    void check_otherVersion_isNamed() {
        Environment e = NOW.environment();
        Environment older = new Environment(
                "0.0.9",
                e.gitCommit(),
                e.javaVersion(),
                e.javaVm(),
                e.os(),
                e.kernel(),
                e.processors(),
                e.startedAt(),
                List.of());
        assertEquals(
                "step_1.taagem: was made with taagem 0.0.9, but this is 0.1.0; go on with that version",
                refusal(with(NOW.config(), older, NOW.stream())));
    }

    @Test
    void check_otherConfiguration_namesTheKey() {
        Map<String, Object> config = new LinkedHashMap<>(NOW.config());
        config.put("seed", 77L);
        assertEquals(
                "step_1.taagem: was made with seed: 77, but run.json has "
                        + NOW.config().get("seed") + "; restore run.json, or train anew with the other configuration",
                refusal(with(config, NOW.environment(), NOW.stream())));
    }

    @Test
    void check_numberWrittenOtherwise_isFine() {
        Map<String, Object> config = new LinkedHashMap<>(NOW.config());
        config.put("seed", Double.valueOf(String.valueOf(config.get("seed"))));
        assertDoesNotThrow(() -> SameRun.check(FILE, with(config, NOW.environment(), NOW.stream()), NOW));
    }

    @Test
    void check_keyThatIsNew_isNamed() {
        Map<String, Object> config = new LinkedHashMap<>(NOW.config());
        config.put("new_key", 1);
        assertEquals(
                "step_1.taagem: was made with new_key: 1, but run.json has nothing; restore run.json, or train anew with"
                        + " the other configuration",
                refusal(with(config, NOW.environment(), NOW.stream())));
    }

    @Test
    void check_otherData_namesFileAndChecksums() {
        StreamFacts s = NOW.stream();
        Map<String, String> sums = new LinkedHashMap<>(s.sha256());
        sums.put("train-images", "0".repeat(64));
        assertEquals(
                "step_1.taagem: was made with data whose train-images has the SHA-256 " + "0".repeat(64)
                        + ", but the data here has " + "a".repeat(64) + "; give it the data it began with",
                refusal(with(NOW.config(), NOW.environment(), stream(sums, s.tasks()))));
    }

    @Test
    void check_otherTasks_areNamed() {
        StreamFacts s = NOW.stream();
        assertEquals(
                "step_1.taagem: was made with the tasks [one], but the data here has " + s.tasks()
                        + "; give it the data it began with",
                refusal(with(NOW.config(), NOW.environment(), stream(s.sha256(), List.of("one")))));
    }

    private static StreamFacts stream(Map<String, String> sums, List<String> tasks) {
        StreamFacts s = NOW.stream();
        return new StreamFacts(
                s.dataset(),
                s.source(),
                sums,
                s.encoding(),
                s.classes(),
                tasks,
                s.trainSamples(),
                s.testSamples(),
                s.epochs(),
                s.steps(),
                s.taskAware());
    }
}
