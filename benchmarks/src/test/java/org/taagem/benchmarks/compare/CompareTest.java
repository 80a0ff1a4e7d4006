package org.taagem.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.benchmarks.Workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CompareTest {
    private static final Workload SMALL = Workload.DEFAULT.with("hidden=20");

    @Test
    void exchange_readBack_isTheSame(@TempDir Path folder) throws IOException {
        Exchange written = Exchange.of(SMALL, 3);
        Path file = folder.resolve("exchange");
        written.write(file);
        Exchange read = Exchange.read(file);
        assertEquals(List.of(784, 20, 20, 10), read.layerSizes());
        assertArrayEquals(written.start(), read.start());
        assertArrayEquals(written.batches(), read.batches());
        assertArrayEquals(written.references(), read.references());
        assertEquals(10_000, read.samples().size());
        assertEquals(written.samples().get(7).features(), read.samples().get(7).features());
        assertEquals(written.samples().get(7).label(), read.samples().get(7).label());
    }

    @Test
    void scriptedSteps_takenAgain_giveTheSameParameters() {
        ScriptedSteps steps = new ScriptedSteps(Exchange.of(SMALL, 20));
        float[] once = parametersAfter(steps, true);
        assertArrayEquals(once, parametersAfter(steps, true));
        assertFalse(Arrays.equals(once, parametersAfter(steps, false)), "references made no difference");
    }

    private static float[] parametersAfter(ScriptedSteps steps, boolean withReferences) {
        steps.reset(withReferences);
        for (int s = 0; s < steps.count(); s++) {
            steps.take(s);
        }
        return steps.parameters();
    }

    @Test
    void stepArithmetic_leavesLessWithClosedUnitsOut() {
        StepArithmetic arithmetic = StepArithmetic.of(Exchange.of(SMALL, 20), 10);
        double dense = arithmetic.operations(Arithmetic.Counting.SPARSE_INPUTS);
        double open = arithmetic.operations(Arithmetic.Counting.OPEN_UNITS);
        assertTrue(open > 0 && open < dense, open + " of " + dense);
        assertEquals(0.19, arithmetic.shares().get(0), 0.03);
    }

    @Test
    void laps_giveMedianAndRatios() {
        Laps three = new Laps(new double[] {4, 1, 2});
        assertEquals(2, three.median());
        assertEquals(3, new Laps(new double[] {4, 2}).median());
        assertEquals("1.0..2.0", three.over(new Laps(new double[] {2, 1, 2})).range("%.1f"));
    }

    @Test
    void race_ofLikeContestants_agreesAndTimesEveryRound(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("exchange");
        Exchange.of(SMALL, 5).write(file);
        try (Contestant one = contestant("one", file);
                Contestant other = contestant("other", file)) {
            assertEquals("taagem on Java " + Runtime.version().feature(), one.greeting());
            Race race = new Race(List.of(one, other), folder);
            assertEquals(0, race.check("agem"));
            Map<String, Laps> laps = race.run(2, List.of());
            assertEquals(2, laps.size());
            laps.values().forEach(times -> assertTrue(times.smallest() > 0));
        }
    }

    @Test
    void contestant_thatDiesAtOnce_isNamed() {
        IOException failure =
                assertThrows(IOException.class, () -> new Contestant("mute", List.of(java(), "-version")).close());
        assertEquals("mute answered 'null'; expected 'ready'", failure.getMessage());
    }

    private static Contestant contestant(String name, Path file) throws IOException {
        String classes = System.getProperty("java.class.path", "");
        return new Contestant(name, List.of(java(), "-cp", classes, TaagemSteps.class.getName(), file.toString()));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }
}
