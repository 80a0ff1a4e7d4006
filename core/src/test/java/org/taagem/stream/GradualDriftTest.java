package org.taagem.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taagem.data.Batch;
import org.taagem.data.Dataset;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import org.taagem.stream.GradualDrift.Kind;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GradualDriftTest {
    private static final Seeds SEEDS = new Seeds(3);
    private final TrainTest data = SyntheticData.images(40, 20);

    private static TaskStream stream(Scenario scenario, TrainTest data, int tasks, int epochs) {
        Schedule.Lengths lengths = new Schedule.Lengths(tasks, epochs, 1);
        return new TaskStream(
                scenario.tasks(data, tasks, SEEDS),
                Schedule.SEQUENTIAL.order(lengths, SEEDS.named("schedule")),
                5,
                SEEDS);
    }

    private static List<Sample> shown(TaskStream stream, int epoch) {
        List<Sample> samples = new ArrayList<>();
        for (EpochBatches batches = stream.open(epoch); batches.hasNext(); ) {
            Batch batch = batches.next();
            for (int i = 0; i < batch.size(); i++) {
                samples.add(batch.get(i));
            }
        }
        return samples;
    }

    private static Scenario abrupt(Kind kind) {
        return kind == Kind.ROTATION ? new RotatedImages(20) : new PermutedPixels();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void stream_changeAtOnce_isThatOfTheAbruptScenario(Kind kind) {
        TaskStream drifting = stream(new GradualDrift(kind, 20, 0), data, 3, 2);
        TaskStream abrupt = stream(abrupt(kind), data, 3, 2);

        for (int epoch = 0; epoch < 6; epoch++) {
            assertEquals(shown(abrupt, epoch), shown(drifting, epoch));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void tasks_anyShare_areTestedWhereTheDriftEnds(Kind kind) {
        List<Task> drifting = new GradualDrift(kind, 20, 0.7).tasks(data, 4, SEEDS);
        List<Task> abrupt = abrupt(kind).tasks(data, 4, SEEDS);

        for (int k = 0; k < 4; k++) {
            assertEquals(abrupt.get(k).test(), drifting.get(k).test());
            assertEquals(abrupt.get(k).name(), drifting.get(k).name());
            assertEquals(k > 0, drifting.get(k).drift().isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void stream_lastBatchOfATask_isWhereTheDriftEnds(Kind kind) {
        TaskStream drifting = stream(new GradualDrift(kind, 20, 1), data, 2, 3);
        TaskStream abrupt = stream(abrupt(kind), data, 2, 3);

        List<Sample> last = shown(drifting, 5);
        List<Sample> lastAbrupt = shown(abrupt, 5);

        assertEquals(lastAbrupt.subList(15, 20), last.subList(15, 20));
        assertNotEquals(lastAbrupt.subList(0, 5), shown(drifting, 3).subList(0, 5));
    }

    /** Task 1 has 20 samples in batches of 5 for two epochs: after the third batch, 3 of 8 parts of 40 degrees are done. */
    @Test
    void stream_turningImages_areTurnedFurtherWithEveryBatch() {
        TaskStream stream = stream(new GradualDrift(Kind.ROTATION, 40, 1), data, 2, 2);
        Rotation fifteen = new Rotation(new ImageShape(6, 6), 15);

        for (Sample sample : shown(stream, 2).subList(10, 15)) {
            FeatureVector original = data.train().samples().get(sample.id()).features();
            assertEquals(fifteen.apply(original), sample.features());
        }
    }

    @Test
    void stream_halfShare_isCompleteInTheMiddle() {
        TaskStream stream = stream(new GradualDrift(Kind.ROTATION, 90, 0.5), data, 2, 2);
        Rotation quarter = new Rotation(new ImageShape(6, 6), 90);

        for (Sample sample : shown(stream, 3)) {
            FeatureVector original = data.train().samples().get(sample.id()).features();
            assertEquals(quarter.apply(original), sample.features());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void stream_sameEpochAgain_isTheSame(Kind kind) {
        TaskStream stream = stream(new GradualDrift(kind, 20, 1), data, 3, 2);
        List<Sample> first = shown(stream, 3);
        shown(stream, 5);

        assertEquals(first, shown(stream, 3));
        assertEquals(first, shown(stream(new GradualDrift(kind, 20, 1), data, 3, 2), 3));
    }

    @Property
    void stream_movingFeatures_keepEveryFeatureInAPlaceOfItsOwn(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 10) int tenths) {
        Drift drift = new GradualDrift(Kind.PERMUTATION, 0, 1)
                .tasks(SyntheticData.ramps(36, 6, 6), 3, new Seeds(seed))
                .get(1)
                .drift()
                .orElseThrow();
        FeatureVector ramp = SyntheticData.ramps(36, 1, 1).train().inputs().get(0);

        Set<Float> values = new HashSet<>();
        for (float value : drift.at(tenths / 10.0).apply(ramp).toArray()) {
            values.add(value);
        }

        assertEquals(36, values.size());
    }

    @ParameterizedTest
    @EnumSource(value = Schedule.class, names = "SEQUENTIAL", mode = EnumSource.Mode.EXCLUDE)
    void stream_otherThanSequential_isRefused(Schedule schedule) {
        List<Task> tasks = new GradualDrift(Kind.ROTATION, 20, 1).tasks(data, 2, SEEDS);
        List<Epoch> epochs = schedule.order(new Schedule.Lengths(List.of(4, 4), 2, 0.1), SEEDS.named("schedule"));

        String message =
                String.valueOf(assertThrows(ScenarioException.class, () -> new TaskStream(tasks, epochs, 5, SEEDS))
                        .getMessage());

        assertTrue(
                message.matches(
                        "the tasks drift one into the next, but epoch \\d mixes them or goes back; set schedule to"
                                + " sequential"),
                message);
    }

    @Test
    void constructor_shareOutOfRange_isRefused() {
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertEquals(
                    "drift_share is " + share + "; expected 0 to 1",
                    assertThrows(ScenarioException.class, () -> new GradualDrift(Kind.ROTATION, 20, share))
                            .getMessage());
        }
    }

    @Test
    void tasks_turningWhatIsNoImage_isRefused() {
        Dataset noImages = data.train().with(List.of());
        TrainTest other = SyntheticData.of(
                new Dataset(36, 4, Optional.empty(), noImages.samples()),
                new Dataset(36, 4, Optional.empty(), noImages.samples()));

        assertEquals(
                "task_type is drift, but synthetic is not made of images, which alone can be turned; choose another"
                        + " task_type",
                assertThrows(ScenarioException.class, () -> new GradualDrift(Kind.ROTATION, 20, 1)
                                .tasks(other, 2, SEEDS))
                        .getMessage());
    }

    @Test
    void settings_any_holdAllKeys() {
        assertEquals(
                Map.of("drift_of", "permutation", "drift_share", 0.5, "rotation_degrees", 20.0),
                new GradualDrift(Kind.PERMUTATION, 20, 0.5).settings());
    }
}
