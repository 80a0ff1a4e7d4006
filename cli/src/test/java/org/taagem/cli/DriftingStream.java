package org.taagem.cli;

import java.util.ArrayList;
import java.util.List;

import org.taagem.random.SeededRandom;

/** Lines of points whose colours trade places as the points move on. */
final class DriftingStream {
    private DriftingStream() {}

    /** Returns a line of names and then {@code count} lines of samples, with x from {@code from} to {@code to}. */
    static List<String> lines(int count, double from, double to, long seed) {
        SeededRandom random = new SeededRandom(seed);
        List<String> lines = new ArrayList<>(List.of("x,y,colour"));
        for (int i = 0; i < count; i++) {
            float x = (float) (from + (to - from) * i / count + random.nextDouble());
            float y = 2 * random.nextFloat() - 1;
            lines.add(x + "," + y + "," + (y > 0 == x < 1 ? "red" : "blue"));
        }
        return lines;
    }
}
