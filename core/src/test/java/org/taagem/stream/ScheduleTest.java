package org.taagem.stream;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.random.SeededRandom;
import org.taagem.stream.Schedule.Lengths;
import org.taagem.testing.ParityVectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ScheduleTest {
    @Test
    void scheduleVectors_counted_areThree() {
        assertEquals(3, ParityVectors.read("schedules.json").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "half_and_half", "continuous"})
    void order_asInTheOriginal_isEqual(String name) {
        JsonNode expected = ParityVectors.read("schedules.json").get(name);
        Lengths lengths = new Lengths(
                expected.get("tasks").intValue(),
                expected.get("epochs").intValue(),
                expected.path("transition_epochs").asInt(1));

        List<Epoch> order = order(Schedule.valueOf(name.toUpperCase(Locale.ROOT)), lengths, 1);

        assertEquals(
                StreamSupport.stream(expected.get("order").spliterator(), false)
                        .map(JsonNode::doubleValue)
                        .toList(),
                order.stream().map(ScheduleTest::position).toList());
    }

    /** The original's way to write an epoch: k + f, a share f of the next task mixed into task k. */
    private static double position(Epoch epoch) {
        return epoch.task() + (double) epoch.step() / epoch.steps();
    }

    @Test
    void order_continuous_fadesTheLastTaskIntoTheFirst() {
        List<Epoch> order = order(Schedule.CONTINUOUS, new Lengths(3, 2, 2), 1);

        assertEquals(
                List.of(
                        Epoch.pure(0),
                        Epoch.onTheWay(0, 1, 1, 2),
                        Epoch.pure(1),
                        Epoch.onTheWay(1, 2, 1, 2),
                        Epoch.pure(2),
                        Epoch.onTheWay(2, 0, 1, 2)),
                order);
    }

    @Test
    void order_continuousWithoutTransition_isSequential() {
        Lengths lengths = new Lengths(4, 3, 1);

        assertEquals(order(Schedule.SEQUENTIAL, lengths, 1), order(Schedule.CONTINUOUS, lengths, 1));
    }

    @Property
    void order_anySchedule_givesEachTaskItsEpochs(
            @ForAll Schedule schedule,
            @ForAll @IntRange(min = 1, max = 6) int tasks,
            @ForAll @IntRange(min = 1, max = 7) int epochs,
            @ForAll @IntRange(min = 1, max = 7) int transition) {
        Lengths lengths = new Lengths(tasks, epochs, Math.min(transition, epochs));

        List<Epoch> order = order(schedule, lengths, 3);

        for (int k = 0; k < tasks; k++) {
            int task = k;
            assertEquals(
                    epochs, order.stream().filter(epoch -> epoch.task() == task).count());
        }
        assertEquals(tasks * epochs, order.size());
    }

    @Property
    void order_unequalTasks_givesEachTaskItsEpochs(
            @ForAll Schedule schedule,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 2, max = 9) Integer> epochs) {
        List<Epoch> order = order(schedule, new Lengths(epochs, 2, 0.25), 3);

        for (int k = 0; k < epochs.size(); k++) {
            int task = k;
            assertEquals(
                    (long) epochs.get(k),
                    order.stream().filter(epoch -> epoch.task() == task).count());
        }
    }

    @Test
    void order_halfAndHalfOfUnequalTasks_halvesEachOnItsOwn() {
        assertEquals(
                List.of(0, 0, 1, 2, 2, 0, 2),
                order(Schedule.HALF_AND_HALF, new Lengths(List.of(3, 1, 3), 1, 0), 1).stream()
                        .map(Epoch::task)
                        .toList());
    }

    @Test
    void order_blurry_isSequentialWithAShareOfOthers() {
        assertEquals(
                List.of(Epoch.blurred(0, 0.3), Epoch.blurred(0, 0.3), Epoch.blurred(1, 0.3)),
                order(Schedule.BLURRY, new Lengths(List.of(2, 1), 1, 0.3), 1));
    }

    @Test
    void order_blurryWithNothingToBlur_isSequential() {
        Lengths oneTask = new Lengths(List.of(3), 1, 0.5);

        assertEquals(order(Schedule.SEQUENTIAL, oneTask, 1), order(Schedule.BLURRY, oneTask, 1));
        assertEquals(
                order(Schedule.SEQUENTIAL, new Lengths(2, 3, 1), 1), order(Schedule.BLURRY, new Lengths(2, 3, 1), 1));
    }

    @Test
    void lengths_shareOutOfRange_isRefused() {
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertEquals(
                    "blurry_share is " + share + "; expected 0..1",
                    assertThrows(IllegalArgumentException.class, () -> new Lengths(List.of(1), 1, share))
                            .getMessage());
        }
    }

    @Test
    void order_random_dependsOnTheSeedOnly() {
        Lengths lengths = new Lengths(5, 4, 1);
        Set<List<Epoch>> orders = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            orders.add(order(Schedule.RANDOM, lengths, seed));
            assertEquals(order(Schedule.RANDOM, lengths, seed), order(Schedule.RANDOM, lengths, seed));
        }

        assertEquals(20, orders.size());
        assertNotEquals(order(Schedule.SEQUENTIAL, lengths, 0), order(Schedule.RANDOM, lengths, 0));
    }

    private static List<Epoch> order(Schedule schedule, Lengths lengths, long seed) {
        return schedule.order(lengths, new SeededRandom(seed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 5 | 1 | the epochs of the tasks are []; expected at least 1 task and 1 epoch of each",
                "2 | 0 | 1 | the epochs of the tasks are [0, 0]; expected at least 1 task and 1 epoch of each",
                "2 | 5 | 0 | num_transition_epochs is 0; expected 1..5 (num_epochs)",
                "2 | 5 | 6 | num_transition_epochs is 6; expected 1..5 (num_epochs)"
            })
    void lengths_outOfRange_areRefused(int tasks, int epochs, int transition, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new Lengths(tasks, epochs, transition))
                        .getMessage());
    }
}
