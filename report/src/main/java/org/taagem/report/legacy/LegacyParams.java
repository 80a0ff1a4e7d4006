package org.taagem.report.legacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.taagem.experiment.RunRecord;
import org.taagem.pickle.PickleValue;

/**
 * The settings of a run of the original as a configuration here. A setting that has a key here gets it; another one keeps
 * its name. Which learner it was, the original never tells; see {@link #strategy}.
 */
final class LegacyParams {
    private static final int DEEPEST = 4;
    private static final Set<String> SCHEDULES = Set.of("sequential", "half_and_half", "random", "continuous");

    /** Settings that mean the same here under another name. */
    private static final Map<String, String> RENAMED =
            Map.of("quick_test_mode", "lite", "use_lr_scheduler", "use_learning_rate_scheduler");

    /** The other way round, with those whose values are written in another way. */
    private static final Map<String, String> OLD_NAMES = Map.of(
            "lite", "quick_test_mode",
            "use_learning_rate_scheduler", "use_lr_scheduler",
            "schedule", "task_introduction",
            "removal", "removal_function");

    /** Parts of names of branches and experiments, and which learner they stand for. */
    private static final Map<String, Pattern> STRATEGIES = Map.of(
            "mega-2", word("(mega|strata)[-_ ]?(2|ii)"),
            "mega-1", word("(mega|strata)[-_ ]?(1|i)"),
            "bgd", word("bgd"),
            "ta-ogd", word("(ta[-_ ]?)?ogd"));

    private LegacyParams() {}

    private static Pattern word(String pattern) {
        return Pattern.compile("(?<![a-z0-9])" + pattern + "(?![a-z0-9])");
    }

    /**
     * Makes the configuration.
     *
     * @param params the settings
     * @param name the name of the file, which may tell the learner
     * @return values by key
     */
    static Map<String, Object> config(LegacyFields params, String name) throws LegacyException {
        Map<String, Object> original = values(params.dict(), params.at(""), 0, params.visits());
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("strategy", strategy(name + " " + original.getOrDefault("experiment_name", "")));
        original.forEach((key, value) -> config.put(RENAMED.getOrDefault(key, key), value));
        choice(original, "task_introduction").filter(SCHEDULES::contains).ifPresent(schedule -> {
            config.remove("task_introduction");
            config.put("schedule", schedule);
        });
        removal(original).ifPresent(removal -> {
            config.remove("removal_function");
            config.put("removal", removal);
        });
        if (Boolean.TRUE.equals(original.get("add_remove_randomly"))) {
            config.put("assignment", "random");
            config.put("removal", "random");
        }
        if (Boolean.TRUE.equals(original.get("random_em"))) {
            config.put("reference_batch", "batch");
        }
        config.computeIfPresent("seed", (key, seed) -> seed instanceof Number number ? number.longValue() : seed);
        config.put(LegacyRun.ORIGINAL_PARAMS, original);
        return config;
    }

    /**
     * Returns the settings of a run as the original has them.
     *
     * @return those that it wrote, if it did; else those of its keys that the run has, and then all other keys of ours
     */
    static Map<String, Object> original(RunRecord record) {
        Map<String, Object> config = record.config();
        Map<String, Object> params = new LinkedHashMap<>();
        if (config.get(LegacyRun.ORIGINAL_PARAMS) instanceof Map<?, ?> original) {
            original.forEach((key, value) -> params.put(String.valueOf(key), value));
            return params;
        }
        config.forEach((key, value) -> params.put(oldName(key), value));
        params.put("num_classes", record.stream().classes());
        params.put("add_remove_randomly", "random".equals(config.get("assignment")));
        params.computeIfPresent("removal_function", (key, rule) -> "remove_" + rule);
        return params;
    }

    private static String oldName(String key) {
        return OLD_NAMES.getOrDefault(key, key);
    }

    /** Returns the learner that a name tells of: TA-A-GEM, unless it has one of its rivals in it. */
    private static String strategy(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return STRATEGIES.entrySet().stream()
                .filter(strategy -> strategy.getValue().matcher(lower).find())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse("ta-a-gem");
    }

    private static Optional<String> choice(Map<String, Object> params, String key) {
        return params.get(key) instanceof String text
                ? Optional.of(text.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_"))
                : Optional.empty();
    }

    private static Optional<String> removal(Map<String, Object> params) {
        return choice(params, "removal_function").flatMap(name -> List.of("oldest", "furthest", "random").stream()
                .filter(rule -> name.equals("remove_" + rule) || name.startsWith("remove_" + rule + "_"))
                .findFirst());
    }

    private static Map<String, Object> values(PickleValue.Dict dict, String path, int depth, LegacyFields.Visits visits)
            throws LegacyException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, PickleValue> entry : dict.values().entrySet()) {
            values.put(entry.getKey(), value(entry.getValue(), path + entry.getKey(), depth, visits));
        }
        return values;
    }

    /** Returns a value as a configuration has it. It may be null, which no other map here holds. */
    @SuppressWarnings("NullAway") // configurations are what JSON can hold
    private static Object value(PickleValue value, String path, int depth, LegacyFields.Visits visits)
            throws LegacyException {
        visits.add(1);
        if (depth > DEEPEST) {
            throw new LegacyException(path + " lies more than " + DEEPEST + " levels deep; expected settings of a run");
        }
        if (value instanceof PickleValue.Int number) {
            return number.value() == (int) number.value() ? (Object) (int) number.value() : number.value();
        } else if (value instanceof PickleValue.Real number) {
            return number.value();
        } else if (value instanceof PickleValue.Flag flag) {
            return flag == PickleValue.Flag.TRUE;
        } else if (value instanceof PickleValue.None) {
            return null;
        } else if (value instanceof PickleValue.Items items) {
            List<Object> list = new ArrayList<>();
            for (PickleValue item : items.values()) {
                list.add(value(item, path, depth + 1, visits));
            }
            return list;
        } else if (value instanceof PickleValue.Dict dict) {
            return values(dict, path + ".", depth + 1, visits);
        }
        return value.asText().orElseThrow(() -> new LegacyException(path + " is no setting of a run"));
    }
}
