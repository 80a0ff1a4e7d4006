package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.TrainTest;
import org.taagem.learn.ContinualLearner;
import org.taagem.learn.ExperienceReplay;
import org.taagem.learn.TaskAware;
import org.taagem.testing.ServiceFile;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LearnerTypesTest {
    private final TrainTest data = SyntheticData.images(80, 40);

    @TempDir
    private Path folder = Path.of("");

    static List<LearnerType> all() {
        return LearnerTypes.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void learner_ofAnyType_keepsItsPromises(LearnerType type) throws IOException {
        int tested = LearnerContract.check(Strategy.usual(type));

        assertEquals(Strategy.usual(type).rehearses() ? 3 * MemoryTypes.all().size() : 1, tested);
        System.out.println("learner contract by name: " + type.name() + ", " + tested + " combinations");
    }

    @ParameterizedTest
    @MethodSource("all")
    void type_any_isDescribedInALine(LearnerType type) {
        assertTrue(type.description().length() < 100, type.description());
        assertEquals(
                List.copyOf(Strategy.usual(type).settings().keySet()),
                type.keys().keySet().stream().sorted().toList());
    }

    /** A learner of a user's, as it may lie on the class path. */
    public static final class Eager implements LearnerType {
        @Override
        public String name() {
            return "eager";
        }

        @Override
        public String description() {
            return "experience replay that trusts its memory more";
        }

        @Override
        public Map<String, Object> keys() {
            return Map.of("eagerness", 2.0);
        }

        @Override
        public Memory memory() {
            return Memory.REHEARSED;
        }

        @Override
        public Function<LearnerParts, ContinualLearner> maker(ConfigReader settings) {
            double weight = settings.number("eagerness", 1, 9);
            return parts -> new ExperienceReplay(parts.network(), parts.optimizer(), parts.rehearsal(), weight);
        }
    }

    /** A learner whose name is taken. */
    public static final class Impostor implements LearnerType {
        @Override
        public String name() {
            return "ta_a_gem";
        }

        @Override
        public String description() {
            return "none";
        }

        @Override
        public Function<LearnerParts, ContinualLearner> maker(ConfigReader settings) {
            return parts -> new Forgetful();
        }
    }

    private <T> T withTypes(String names, Supplier<T> action) throws IOException {
        return ServiceFile.with(folder, LearnerType.class, names, action);
    }

    @Test
    void strategy_onTheClassPath_runsAndIsNamedInTheRecord() throws IOException {
        RecordedRun run = withTypes(
                Eager.class.getName(), () -> RecordedRun.of(Configs.tiny("strategy", "eager", "eagerness", 4), data));

        assertEquals("eager", run.record().config().get("strategy"));
        assertEquals(4.0, run.record().config().get("eagerness"));
        assertEquals(
                RecordedRun.of(Configs.tiny("strategy", "er", "memory_weight", 4), data)
                        .losses(),
                run.losses());
    }

    @Test
    void strategy_onTheClassPath_isReadAgainFromItsRecord() throws IOException {
        boolean same = withTypes(Eager.class.getName(), () -> {
            ExperimentConfig config = Configs.tiny("strategy", "Eager");
            return config.equals(ExperimentConfig.read(new ConfigReader(config.toMap())));
        });

        assertTrue(same);
        assertThrows(ConfigException.class, () -> Configs.tiny("eagerness", 4), "only while it is there");
    }

    @Test
    void strategy_valueOfItsOwnKeyNotAllowed_isRefused() throws IOException {
        String message = withTypes(Eager.class.getName(), () -> refusal("strategy", "eager", "eagerness", 0));

        assertTrue(message.startsWith("eagerness is '0'; expected a number from 1.0 to 9.0 (set it in"), message);
    }

    private static String refusal(Object... changes) {
        return String.valueOf(
                assertThrows(ConfigException.class, () -> Configs.tiny(changes)).getMessage());
    }

    @Test
    void all_nameThatIsTaken_isRefused() throws IOException {
        String message = withTypes(Impostor.class.getName(), LearnerTypesTest::refusal);

        assertTrue(
                message.startsWith("two learners are named 'ta_a_gem': org.taagem.experiment.OwnLearners$"), message);
        assertTrue(message.endsWith("$Impostor; take the jar of one off the class path"), message);
    }

    @Test
    void all_typeThatIsNotThere_isRefusedInALine() throws IOException {
        assertEquals(
                "a learner on the class path cannot be used: org.taagem.experiment.LearnerType: Provider"
                        + " org.example.Missing not found; mend or remove the jar that names it in"
                        + " META-INF/services/org.taagem.experiment.LearnerType",
                withTypes("org.example.Missing", LearnerTypesTest::refusal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ta_a_gem", "TA-A-GEM"})
    void chosen_nameSpeltOtherwise_isFound(String name) {
        assertEquals(Strategy.TA_A_GEM, Configs.tiny("strategy", name).strategy());
    }

    @Test
    void chosen_misspelt_namesTheNearest() {
        assertTrue(refusal("strategy", "mega-11").contains("; did you mean 'mega-1'?"), refusal("strategy", "mega-11"));
    }

    @Test
    void strategies_ofTheSameNameAndSettings_areEqual() {
        assertEquals(Strategy.usual(new Eager()), Strategy.usual(new Eager()));
        assertEquals(
                Strategy.usual(new Eager()).hashCode(),
                Strategy.usual(new Eager()).hashCode());
        assertFalse(Strategy.usual(new Eager()).equals(Strategy.of(new Eager(), Map.of("eagerness", 3))));
        assertFalse(Strategy.SGD.equals(Strategy.JOINT));
        assertEquals("joint", Strategy.JOINT.toString());
    }

    /** A learner that keeps no state, and is told when a task ends although its type does not say so. */
    private static class Forgetful implements ContinualLearner {
        @Override
        public double observe(Batch batch) {
            return 1;
        }

        @Override
        public int[] predict(List<FeatureVector> inputs) {
            return new int[inputs.size()];
        }
    }

    @Test
    void learner_withoutAState_isRefused() {
        Strategy strategy = Strategy.usual(new Impostor());

        assertEquals(
                "strategy is ta_a_gem, whose " + Forgetful.class.getName()
                        + " keeps no state; let it implement org.taagem.state.Stateful",
                assertThrows(ConfigException.class, () -> LearnerContract.check(strategy))
                        .getMessage());
    }

    @Test
    void learner_thatIsToldOfTasksWithoutSayingSo_isRefused() {
        LearnerType secretive = BrokenLearner.type("secretive", LearnerType.Memory.NONE, Told::new);

        assertEquals(
                "strategy is secretive, whose " + Told.class.getName()
                        + " is told when a task ends, but its type does not say so; let tasks() return ENDS",
                assertThrows(ConfigException.class, () -> LearnerContract.check(Strategy.usual(secretive)))
                        .getMessage());
    }

    /** A learner that is told when a task ends. */
    private static final class Told extends BrokenLearner implements TaskAware {
        Told(LearnerParts parts) {
            super(parts);
        }

        @Override
        public void endTask() {}
    }

    @Test
    void parts_memoryOfALearnerWithout_isRefused() {
        LearnerType type = BrokenLearner.type("poor", LearnerType.Memory.NONE, parts -> {
            parts.rehearsal();
            return new BrokenLearner(parts);
        });

        assertEquals(
                "the learner asks for a memory, but its type says that it has none; let memory() say so",
                assertThrows(IllegalStateException.class, () -> LearnerContract.check(Strategy.usual(type)))
                        .getMessage());
    }
}
