package org.taagem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.taagem.experiment.ConfigException;

/**
 * Reads the seeds of a specification: {@code 1-5}, {@code [1, 4, 9]} or a single one.
 *
 * @param where the specification, for errors
 * @param key what they are called there
 */
record BenchSeeds(String where, String key) {
    private static final int MOST = 1000;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})\\s*-\\s*(\\d{1,18})");

    List<Long> read(@Nullable Object value) {
        TreeSet<Long> seeds = new TreeSet<>();
        if (value instanceof Integer || value instanceof Long) {
            seeds.add(((Number) value).longValue());
        } else if (value instanceof List<?> list) {
            list.forEach(each -> {
                if (!(each instanceof Integer || each instanceof Long) || !seeds.add(((Number) each).longValue())) {
                    throw wrong(value);
                }
            });
        } else if (value instanceof String text) {
            Matcher range = RANGE.matcher(text.strip());
            long first = range.matches() ? Long.parseLong(range.group(1)) : 0;
            long last = range.matches() ? Long.parseLong(range.group(2)) : -1;
            for (long seed = first; seed <= last && seeds.size() <= MOST; seed++) {
                seeds.add(seed);
            }
        }
        if (seeds.isEmpty() || seeds.size() > MOST) {
            throw wrong(value);
        }
        return new ArrayList<>(seeds);
    }

    private ConfigException wrong(@Nullable Object value) {
        return new ConfigException(where + ": " + key + " " + (value == null ? "is missing" : "is '" + value + "'")
                + "; expected 1 to " + MOST + " of them, each once, such as 1-5 or [1, 4, 9]");
    }
}
