package org.taagem.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.Memories;
import org.taagem.memory.NoMemory;
import org.taagem.nn.Classifier;
import org.taagem.nn.LearningRate;
import org.taagem.nn.Network;
import org.taagem.random.SeededRandom;
import org.taagem.state.Stateful;
import org.taagem.testing.ProductionClasses;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every learner promises, with every memory and every size of reference batch. */
class LearnerContractTest {
    private static final Samples.Shape SHAPE = Course.SHAPE;
    private static final int STEPS = 60;

    /** One way to put a learner together. */
    record Configuration(Learners.Kind learner, Memories.Kind memory, ReferenceBatch reference) {
        @Override
        public String toString() {
            return learner + "; " + memory + "; " + reference;
        }

        Course start(long seed) {
            return new Course(learner, memory.factory().make(new SeededRandom(seed)), reference, 1);
        }
    }

    static Stream<Configuration> configurations() {
        return Learners.all().stream()
                .flatMap(learner -> Memories.all().stream().flatMap(memory -> Learners.REFERENCES.stream()
                        .map(reference -> new Configuration(learner, memory, reference))));
    }

    static List<Learners.Kind> rehearsing() {
        return Learners.rehearsing();
    }

    private static List<Batch> stream() {
        SeededRandom random = new SeededRandom(12);
        List<Batch> batches = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            // sizes 1..5, so that buffers grow and shrink
            batches.add(Samples.randomBatch(5 * step, 1 + step * 3 % 5, SHAPE, random));
        }
        return batches;
    }

    private static List<FeatureVector> inputs(Batch batch) {
        return Samples.list(batch).stream().map(Sample::features).toList();
    }

    @Test
    void configurations_all_coverEveryLearnerAndProjection() {
        List<Configuration> all = configurations().toList();
        Set<String> learners = all.stream()
                .map(configuration -> configuration.start(1).learner.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> projections = Learners.PROJECTIONS.stream()
                .map(projection -> projection.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(ProductionClasses.implementing(ContinualLearner.class), learners);
        assertEquals(ProductionClasses.implementing(GradientProjection.class), projections);
        System.out.println("learner contract: " + all.size() + " configurations: "
                + Learners.all().size()
                + " learners x " + Memories.all().size() + " memories x " + Learners.REFERENCES.size()
                + " reference batches");
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void observe_sameSeed_givesTheSameBitForBit(Configuration configuration) {
        Course one = configuration.start(5).train(stream());
        Course other = configuration.start(5).train(stream());

        one.assertSameAs(other);
        assertEquals(other.memory.samples(), one.memory.samples());
        assertTrue(one.losses.stream().allMatch(Double::isFinite));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void observe_longStream_holdsTheCapacity(Configuration configuration) {
        Course course = configuration.start(5);
        for (Batch batch : stream()) {
            course.train(List.of(batch));
            assertTrue(course.memory.size() <= course.memory.capacity());
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void observe_anyBatches_leavesThemAsTheyWere(Configuration configuration) {
        List<Batch> batches = stream();

        configuration.start(5).train(batches);

        List<Batch> untouched = stream();
        for (int step = 0; step < STEPS; step++) {
            assertEquals(Samples.list(untouched.get(step)), Samples.list(batches.get(step)));
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void observe_memoryStillEmpty_returnsTheLossOfTheBatch(Configuration configuration) {
        Course course = configuration.start(5);
        Batch batch = stream().get(0);
        double expected = course.network.newGradient().compute(batch);

        assertEquals(expected, course.learner.observe(batch));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void predict_betweenSteps_changesNothing(Configuration configuration) {
        Course undisturbed = configuration.start(5).train(stream());
        Course asked = configuration.start(5);
        for (Batch batch : stream()) {
            int[] classes = asked.learner.predict(inputs(batch));
            asked.train(List.of(batch));

            assertEquals(batch.size(), classes.length);
            for (int predicted : classes) {
                assertTrue(predicted >= 0 && predicted < SHAPE.classes());
            }
        }

        asked.assertSameAs(undisturbed);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void snapshot_learnerLearnsOn_predictsAsTheLearnerDid(Configuration configuration) {
        Course course = configuration.start(5).train(stream());
        List<FeatureVector> inputs =
                stream().stream().flatMap(batch -> inputs(batch).stream()).toList();
        if (course.learner instanceof Snapshotting snapshotting) {
            int[] before = course.learner.predict(inputs);

            Classifier snapshot = snapshotting.snapshot();
            course.train(stream());

            assertArrayEquals(before, snapshot.predict(inputs));
            assertFalse(Arrays.equals(before, course.learner.predict(inputs)), "nothing was learned meanwhile");
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void snapshot_used_changesNothing(Configuration configuration) {
        Course undisturbed = configuration.start(5).train(stream());
        Course asked = configuration.start(5);
        for (Batch batch : stream()) {
            if (asked.learner instanceof Snapshotting snapshotting) {
                snapshotting.snapshot().predict(inputs(batch));
            }
            asked.train(List.of(batch));
        }

        asked.assertSameAs(undisturbed);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void restore_inMidStream_goesOnBitForBit(Configuration configuration, @TempDir Path folder) throws IOException {
        Course unbroken = configuration.start(5).train(stream()).train(stream());
        Course first = configuration.start(5).train(stream());
        Path file = folder.resolve("learner.taagem");
        SavedCourse.write(file, first);
        Course second = configuration.start(77); // what the seed decides is part of the state
        SavedCourse.read(file, second);
        second.train(stream());

        assertEquals(unbroken.losses.subList(STEPS, 2 * STEPS), second.losses);
        assertArrayEquals(unbroken.network.parameters(), second.network.parameters());
        assertEquals(unbroken.memory.samples(), second.memory.samples());
        assertArrayEquals(saved(unbroken, folder), saved(second, folder));
    }

    private static byte[] saved(Course course, Path folder) throws IOException {
        Path file = folder.resolve("state.taagem");
        SavedCourse.write(file, course);
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void save_inMidStream_changesNothing(Configuration configuration, @TempDir Path folder) throws IOException {
        Course undisturbed = configuration.start(5).train(stream());
        Course saved = configuration.start(5);
        for (Batch batch : stream()) {
            SavedCourse.write(folder.resolve("learner.taagem"), saved);
            saved.train(List.of(batch));
        }

        saved.assertSameAs(undisturbed);
    }

    @Test
    void learners_memoriesAndGenerators_areAllStateful() {
        assertTrue(ProductionClasses.implementing(Stateful.class)
                .containsAll(ProductionClasses.implementing(ContinualLearner.class)));
        assertTrue(ProductionClasses.implementing(Stateful.class)
                .containsAll(ProductionClasses.implementing(EpisodicMemory.class)));
        assertTrue(ProductionClasses.implementing(Stateful.class)
                .containsAll(ProductionClasses.implementing(LearningRate.class)));
        assertTrue(ProductionClasses.implementing(Stateful.class)
                .containsAll(ProductionClasses.implementing(Network.class)));
        assertTrue(ProductionClasses.implementing(Stateful.class)
                .containsAll(ProductionClasses.implementing(RandomGenerator.class)));
    }

    @Test
    void learners_ofToday_allGiveSnapshots() {
        assertEquals(
                ProductionClasses.implementing(ContinualLearner.class),
                ProductionClasses.implementing(Snapshotting.class));
    }

    @ParameterizedTest
    @MethodSource("rehearsing")
    void observe_memoryThatKeepsNothing_isFineTuningBitForBit(Learners.Kind kind) {
        for (ReferenceBatch reference : Learners.REFERENCES) {
            Course without = new Course(kind, new NoMemory(), reference, 1).train(stream());

            without.assertSameAs(fineTuned());
        }
    }

    @ParameterizedTest
    @MethodSource("rehearsing")
    void observe_memoryThatIsOfferedNothing_isFineTuningBitForBit(Learners.Kind kind) {
        for (Memories.Kind memory : Memories.all()) {
            EpisodicMemory empty = memory.factory().make(new SeededRandom(5));
            Course without = new Course(kind, empty, ReferenceBatch.BATCH, 0).train(stream());

            without.assertSameAs(fineTuned());
            assertEquals(0, empty.size());
        }
    }

    private static Course fineTuned() {
        Learners.Kind kind = new Learners.Kind("", (network, sgd, rehearsal) -> new FineTuning(network, sgd));
        return new Course(kind, new NoMemory(), ReferenceBatch.BATCH, 1).train(stream());
    }

    /** The original turned an error in the memory into plain descent, in silence. */
    @ParameterizedTest
    @MethodSource("rehearsing")
    void observe_memoryCannotAdd_failsToo(Learners.Kind kind) {
        IllegalStateException failure = new IllegalStateException("broken memory");
        EpisodicMemory broken = new NoMemory() {
            @Override
            public void add(Sample sample) {
                throw failure;
            }
        };

        assertSame(failure, failureOf(kind, broken));
    }

    @ParameterizedTest
    @MethodSource("rehearsing")
    void observe_memoryCannotDraw_failsTooUnlessNothingIsDrawn(Learners.Kind kind) {
        IllegalStateException failure = new IllegalStateException("broken memory");
        EpisodicMemory broken = new NoMemory() {
            @Override
            public Batch sample(int count) {
                throw failure;
            }
        };
        boolean[] drawn = new boolean[1];
        EpisodicMemory watched = new NoMemory() {
            @Override
            public Batch sample(int count) {
                drawn[0] = true;
                return super.sample(count);
            }
        };

        new Course(kind, watched, ReferenceBatch.BATCH, 1).train(stream());

        if (drawn[0]) {
            assertSame(failure, failureOf(kind, broken));
        } else {
            assertEquals("orthogonal gradient descent", kind.name());
        }
    }

    private static IllegalStateException failureOf(Learners.Kind kind, EpisodicMemory broken) {
        Course course = new Course(kind, broken, ReferenceBatch.BATCH, 1);
        return assertThrows(IllegalStateException.class, () -> course.train(stream()));
    }
}
