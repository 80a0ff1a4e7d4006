package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.List;

/** Seeds for people. */
final class SeedText {
    private SeedText() {}

    /** Returns seeds that ascend, those in a row as {@code 1 to 5}, such as {@code 0, 2 to 4, 9}. */
    static String of(List<Long> seeds) {
        List<String> parts = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= seeds.size(); i++) {
            if (i == seeds.size() || seeds.get(i) != seeds.get(i - 1) + 1) {
                parts.add(part(seeds.subList(first, i)));
                first = i;
            }
        }
        return String.join(", ", parts);
    }

    /** Returns the same, or that there are none. */
    static String orNone(List<Long> seeds) {
        return seeds.isEmpty() ? "not known" : of(seeds);
    }

    private static String part(List<Long> row) {
        long first = row.get(0);
        long last = row.get(row.size() - 1);
        return row.size() == 1 ? String.valueOf(first) : first + (row.size() == 2 ? ", " : " to ") + last;
    }
}
