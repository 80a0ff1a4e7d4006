package org.taagem.report.stats;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.taagem.experiment.RunRecord;
import org.taagem.report.SameRun;
import org.taagem.report.legacy.LegacyRun;

/**
 * What two runs must have in common to be of the same experiment, but for the seed.
 *
 * @param byKey the value of every key of the configuration that changes numbers, as text; and of the data its name
 *     and the checksums of its files
 */
public record RunSettings(SortedMap<String, String> byKey) {
    /** What stands for a key that a configuration does not have. */
    public static final String NOT_SET = "not set";

    /** The key of the strategy. */
    static final String STRATEGY = "strategy";

    /** The key of the task type. */
    static final String TASK_TYPE = "task_type";

    private static final String SEED = "seed";
    private static final Set<String> OF_ONE_RUN = Set.of(SEED, "experiment_name", LegacyRun.ORIGINAL_PARAMS);
    private static final String DATASET = "data set";
    private static final String CHECKSUM = "SHA-256 of ";
    private static final int SHOWN = 12;

    /** Makes a copy that nobody changes. */
    public RunSettings {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }

    /**
     * Reads the settings of a run.
     *
     * @param record its record
     * @return its settings
     */
    public static RunSettings of(RunRecord record) {
        SortedMap<String, String> settings = new TreeMap<>();
        Set<String> idle = IdleKeys.of(record.config());
        record.config().forEach((key, value) -> {
            if (!SameRun.KEYS_WITHOUT_EFFECT.contains(key) && !OF_ONE_RUN.contains(key) && !idle.contains(key)) {
                settings.put(key, text(value));
            }
        });
        settings.put(DATASET, record.stream().dataset());
        record.stream().sha256().forEach((file, sum) -> settings.put(CHECKSUM + file, shortened(sum)));
        return new RunSettings(settings);
    }

    /** Says whether a key is not one of the configuration, but tells of the data. */
    static boolean isOfData(String key) {
        return key.equals(DATASET) || key.startsWith(CHECKSUM);
    }

    private static String shortened(String sum) {
        return sum.length() > SHOWN ? sum.substring(0, SHOWN) + "..." : sum;
    }

    /** A number is the same whether it was read as 1 or as 1.0. */
    private static String text(Object value) {
        if (value instanceof Number number) {
            try {
                BigDecimal exact = new BigDecimal(number.toString());
                return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
            } catch (NumberFormatException e) {
                return number.toString(); // not a number, or infinite
            }
        }
        return String.valueOf(value);
    }

    /**
     * Returns the value of a key.
     *
     * @param key the key
     * @return its value, or {@link #NOT_SET}
     */
    public String get(String key) {
        return byKey.getOrDefault(key, NOT_SET);
    }

    /**
     * Finds the keys in which settings differ. Where a key means nothing beside the others, such as one of the memory to a
     * learner without one, it makes no difference.
     *
     * @param all the settings
     * @return the keys, in order
     */
    public static List<String> differing(Collection<RunSettings> all) {
        Set<String> keys = new TreeSet<>();
        all.forEach(settings -> keys.addAll(settings.byKey.keySet()));
        return keys.stream()
                .filter(key -> all.stream()
                                .filter(settings -> settings.byKey.containsKey(key)
                                        || !IdleKeys.of(settings.byKey).contains(key))
                                .map(settings -> settings.get(key))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    /**
     * Finds few keys that tell settings apart: those of which they have several values; only where that is not enough, those
     * that some do not have too.
     *
     * @param all the settings, each another
     * @return the keys, in order
     */
    static List<String> tellingApart(Collection<RunSettings> all) {
        List<String> differing = differing(all);
        List<String> several = differing.stream()
                .filter(key -> all.stream()
                                .filter(settings -> settings.byKey.containsKey(key))
                                .map(settings -> settings.get(key))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        long told =
                all.stream().map(settings -> settings.text(several)).distinct().count();
        return told == all.size() ? several : differing;
    }

    /**
     * Returns some keys with their values.
     *
     * @param keys which
     * @return such as {@code removal=furthest, sampling_rate=0.1}
     */
    public String text(List<String> keys) {
        return keys.stream().map(key -> key + "=" + get(key)).collect(Collectors.joining(", "));
    }
}
