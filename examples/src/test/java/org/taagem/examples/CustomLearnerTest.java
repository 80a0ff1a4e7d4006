package org.taagem.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.LearnerContract;
import org.taagem.experiment.LearnerType;
import org.taagem.experiment.LearnerTypes;
import org.taagem.experiment.MemoryContract;
import org.taagem.experiment.MemoryKind;
import org.taagem.experiment.MemoryType;
import org.taagem.experiment.MemoryTypes;
import org.taagem.experiment.Strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CustomLearnerTest {
    @Test
    void gradientSurgery_withEveryMemory_keepsWhatEveryLearnerPromises() throws IOException {
        int tested = LearnerContract.check(Strategy.usual(new GradientSurgery()));

        assertEquals(3 * MemoryTypes.all().size(), tested);
    }

    @Test
    void firstComers_any_keepsWhatEveryMemoryPromises() throws IOException {
        MemoryContract.check(MemoryKind.of(new FirstComers(), Map.of()));
    }

    @Test
    void types_onTheClassPath_areFound() {
        List<String> learners =
                LearnerTypes.all().stream().map(LearnerType::name).toList();
        List<String> memories = MemoryTypes.all().stream().map(MemoryType::name).toList();

        assertEquals("gradient-surgery", learners.get(learners.size() - 1));
        assertEquals("first-comers", memories.get(memories.size() - 1));
    }

    @Test
    void gradientSurgery_weightOutOfRange_isRefused() {
        ConfigException e = assertThrows(
                ConfigException.class, () -> Strategy.of(new GradientSurgery(), Map.of("surgery_weight", -1)));

        assertTrue(
                String.valueOf(e.getMessage())
                        .startsWith("surgery_weight is '-1'; expected a number from 0.0 to 100.0"),
                e::getMessage);
    }

    /** The guide shows the programs as they are here, below their packages and imports. */
    @ParameterizedTest
    @ValueSource(strings = {"GradientSurgery", "FirstComers"})
    void guide_showsTheProgram(String name) throws IOException {
        String program = Files.readString(Path.of("src/main/java/org/taagem/examples/" + name + ".java"));
        String shown = program.substring(program.indexOf("/**"));
        assertTrue(
                Files.readString(Path.of("../docs/custom-learners.md")).contains("```java\n" + shown + "```\n"), shown);
    }

    /** As the guide says how to test one's own. */
    @Test
    void guide_showsTheTests() throws IOException {
        String guide = Files.readString(Path.of("../docs/custom-learners.md"));

        assertTrue(guide.contains("LearnerContract.check(Strategy.usual(new GradientSurgery()));"));
        assertTrue(guide.contains("MemoryContract.check(MemoryKind.of(new FirstComers(), Map.of()));"));
    }
}
