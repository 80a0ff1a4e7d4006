package org.taagem.benchmarks.compare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contestants that take turns, so that whatever else the machine does hits all of them alike. */
final class Race {
    private static final double MOST_DIFFERENCE = 1e-4;
    private static final int WARM_UPS = 3;

    private final List<Contestant> contestants;
    private final Path scratch;

    Race(List<Contestant> contestants, Path scratch) {
        this.contestants = contestants;
        this.scratch = scratch;
    }

    /**
     * Checks that all end with the parameters of the first, after all steps.
     *
     * @return the largest difference
     * @throws IOException if a contestant fails, or its parameters differ by more than 1e-4
     */
    double check(String mode) throws IOException {
        float[] expected = parametersAfter(contestants.get(0), mode);
        double largest = 0;
        for (Contestant contestant : contestants.subList(1, contestants.size())) {
            double difference = difference(expected, parametersAfter(contestant, mode));
            if (!(difference <= MOST_DIFFERENCE)) {
                throw new IOException(contestant.name() + " ends with other parameters than "
                        + contestants.get(0).name() + ": they differ by up to " + difference + " (" + mode + ")");
            }
            largest = Math.max(largest, difference);
        }
        return largest;
    }

    private float[] parametersAfter(Contestant contestant, String mode) throws IOException {
        contestant.run(mode);
        Path file = scratch.resolve("parameters");
        contestant.save(file.toString());
        FloatBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private static double difference(float[] expected, float[] actual) {
        double largest = expected.length == actual.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            double difference = Math.abs((double) expected[i] - actual[i]);
            largest = difference <= largest ? largest : difference;
        }
        return largest;
    }

    /** Runs the rounds, after some that do not count; each begins with another contestant. */
    Map<String, Laps> run(int rounds, List<Contestant> others) throws IOException {
        List<Contestant> all = new ArrayList<>(contestants);
        all.addAll(others);
        Map<String, Laps> laps = new LinkedHashMap<>();
        all.forEach(contestant -> laps.put(contestant.name(), new Laps(new double[rounds])));
        for (int round = -WARM_UPS; round < rounds; round++) {
            System.err.println("benchmarks: " + (round < 0 ? "warming up" : "round " + (round + 1) + " of " + rounds));
            for (int turn = 0; turn < all.size(); turn++) {
                Contestant contestant = all.get((turn + round + WARM_UPS) % all.size());
                double nanos = contestant.run("agem").nanos();
                if (round >= 0) {
                    laps.getOrDefault(contestant.name(), new Laps(new double[rounds]))
                            .times()[round] = nanos;
                }
            }
        }
        return laps;
    }
}
