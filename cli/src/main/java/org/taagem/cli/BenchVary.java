package org.taagem.cli;

import java.util.List;
import java.util.Map;

/**
 * What a bench varies, to show what depends on it.
 *
 * @param name what it is called: a key, or where a value sets several, a name of one's own
 * @param values the values, ascending; at least two
 */
record BenchVary(String name, List<Value> values) {
    /**
     * One value.
     *
     * @param at where it stands on the axis
     * @param keys what it sets
     */
    record Value(double at, Map<String, Object> keys) {
        /** Returns the number as people write it: 300 and not 300.0. */
        String text() {
            return at == Math.rint(at) && Math.abs(at) < 1e9 ? String.valueOf((long) at) : String.valueOf(at);
        }
    }
}
