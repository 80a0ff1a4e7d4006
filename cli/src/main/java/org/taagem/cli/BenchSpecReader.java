package org.taagem.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

import org.taagem.data.Spelling;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.LearnerType;
import org.taagem.experiment.LearnerTypes;

/** Reads the specification of a bench, and says plainly what is wrong with one. docs/bench.md has the format. */
final class BenchSpecReader {
    private static final String USUAL_BASELINE = "ta-a-gem";
    private static final String STRATEGY = "strategy";
    private static final Set<String> KEYS = new LinkedHashSet<>(List.of(
            "title",
            "about",
            "config",
            "set",
            "learners",
            "memories",
            "streams",
            "seeds",
            "seeds_again",
            "memory_budget",
            "baseline",
            "vary",
            "leave_out"));
    private final String where;
    private final Map<String, Object> values;
    private final BenchKeys keys;

    private BenchSpecReader(String where, Map<String, Object> values) {
        this.where = where;
        this.values = values;
        keys = new BenchKeys(where);
    }

    /**
     * Reads a specification.
     *
     * @param values what its YAML says
     * @param config the keys of a preset or file that it names
     * @param where its file, for errors
     * @throws ConfigException if it is not one; it names the place
     */
    static BenchSpec read(Map<String, Object> values, Map<String, Object> config, String where) {
        return new BenchSpecReader(where, values).read(config);
    }

    /** Returns the preset or file that a specification begins with, if any. */
    static Optional<String> config(Map<String, Object> values, String where) {
        Object config = values.get("config");
        if (config == null) {
            return Optional.empty();
        }
        if (config instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        throw new ConfigException(where + ": config is '" + config + "'; expected a preset or a file");
    }

    private BenchSpec read(Map<String, Object> config) {
        checkKeys("unknown key ", values.keySet(), KEYS);
        Map<String, Map<String, Object>> learners = learners();
        Map<String, Map<String, Object>> streams = axis("streams", true);
        if (values.containsKey("vary")) {
            checkPictures(streams.keySet());
        }
        BenchSpec.Axes axes = new BenchSpec.Axes(
                learners, axis("memories", false), streams, vary(), leaveOut(streams.keySet(), learners.keySet()));
        String baseline = baseline(learners.keySet());
        checkBaseline(baseline, axes);
        return new BenchSpec(
                new BenchSpec.Heading(
                        text("title").orElse(title()), text("about").orElse("").replaceAll("\\s+", " ")),
                new BenchSpec.Keys(config, keys.ofAll("set", values.getOrDefault("set", Map.of())), Map.of()),
                axes,
                seeds(),
                budget(),
                baseline);
    }

    private void checkBaseline(String baseline, BenchSpec.Axes axes) {
        boolean leftOut = axes.streams().keySet().stream()
                .allMatch(
                        stream -> axes.leaveOut().getOrDefault(stream, Set.of()).contains(baseline));
        if (leftOut) {
            throw wrong("leave_out names the baseline, '" + baseline + "', on every stream; name another baseline");
        }
    }

    /** Pictures are called after streams, in small letters and digits alone. */
    private void checkPictures(Set<String> streams) {
        Map<String, String> byLetters = new HashMap<>();
        for (String stream : streams) {
            String other = byLetters.put(stream.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), stream);
            if (other != null) {
                throw wrong("streams '" + other + "' and '" + stream
                        + "' would have the same picture; let their names differ in letters or digits");
            }
        }
    }

    private BenchSpec.Seeds seeds() {
        List<Long> first = new BenchSeeds(where, "seeds").read(values.get("seeds"));
        if (!values.containsKey("seeds_again")) {
            return new BenchSpec.Seeds(first, List.of());
        }
        List<Long> again = new BenchSeeds(where, "seeds_again").read(values.get("seeds_again"));
        if (!Collections.disjoint(first, again)) {
            throw wrong("seeds_again is '" + values.get("seeds_again")
                    + "', of which some are seeds, too; expected others");
        }
        if (values.containsKey("vary")) {
            throw wrong("seeds_again and vary are both there; leave out one, for curves are not drawn twice");
        }
        return new BenchSpec.Seeds(first, again);
    }

    private String title() {
        int slash = Math.max(where.lastIndexOf('/'), where.lastIndexOf('\\'));
        return where.substring(slash + 1).replaceFirst("\\.ya?ml$", "");
    }

    private ConfigException wrong(String problem) {
        return new ConfigException(where + ": " + problem);
    }

    private void checkKeys(String what, Collection<String> given, Collection<String> known) {
        for (String key : given) {
            if (!known.contains(key)) {
                throw wrong(what + "'" + key + "'"
                        + Spelling.meant(key, known)
                                .map(name -> "; did you mean '" + name + "'?")
                                .orElse("; expected one of " + String.join(", ", known)));
            }
        }
    }

    private Optional<String> text(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text.strip());
        }
        throw wrong(key + " is '" + value + "'; expected a text");
    }

    private Map<String, Map<String, Object>> axis(String name, boolean required) {
        Object value = values.getOrDefault(name, Map.of());
        if (!(value instanceof Map<?, ?> section) || (required && section.isEmpty())) {
            throw wrong(name + (values.containsKey(name) ? " is '" + value + "'" : " is missing")
                    + "; expected a name and keys"
                    + " for each, such as {" + (name.equals("streams") ? "rotation: {task_type: rotation}" : "er: {}")
                    + "}");
        }
        Map<String, Map<String, Object>> axis = new LinkedHashMap<>();
        section.forEach((key, own) -> axis.put(String.valueOf(key), keys.ofSome(name + ": " + key, own)));
        return axis;
    }

    /** A learner whose name is that of a strategy needs not say so again. */
    private Map<String, Map<String, Object>> learners() {
        Map<String, Map<String, Object>> learners = axis("learners", true);
        Set<String> strategies = new TreeSet<>();
        LearnerTypes.all().stream().map(LearnerType::name).forEach(strategies::add);
        Map<String, Map<String, Object>> complete = new LinkedHashMap<>();
        learners.forEach((name, keys) -> {
            Map<String, Object> all = new LinkedHashMap<>(keys);
            if (!all.containsKey(STRATEGY)) {
                if (!strategies.contains(name)) {
                    throw wrong("learner '" + name + "' has no strategy, and its name is that of none"
                            + Spelling.meant(name, strategies)
                                    .map(meant -> "; did you mean '" + meant + "'?")
                                    .orElse("; give it one, such as {strategy: er}"));
                }
                all.put(STRATEGY, name);
            }
            complete.put(name, all);
        });
        return complete;
    }

    private OptionalInt budget() {
        Object value = values.get("memory_budget");
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value instanceof Integer samples && samples >= 1) {
            return OptionalInt.of(samples);
        }
        throw wrong("memory_budget is '" + value + "'; expected a whole number of samples of at least 1");
    }

    private String baseline(Set<String> learners) {
        Optional<String> given = text("baseline");
        given.ifPresent(name -> checkKeys("baseline is ", List.of(name), learners));
        return given.orElse(
                learners.contains(USUAL_BASELINE)
                        ? USUAL_BASELINE
                        : learners.iterator().next());
    }

    private Map<String, Set<String>> leaveOut(Set<String> streams, Set<String> learners) {
        Object value = values.getOrDefault("leave_out", Map.of());
        if (!(value instanceof Map<?, ?> section)) {
            throw wrong("leave_out is '" + value + "'; expected streams, and for each a list of learners");
        }
        Map<String, Set<String>> leaveOut = new LinkedHashMap<>();
        section.forEach((stream, list) -> {
            checkKeys("leave_out names stream ", List.of(String.valueOf(stream)), streams);
            if (!(list instanceof List<?> names)) {
                throw wrong(
                        "leave_out: " + stream + " is '" + list + "'; expected a list of learners, such as [a-gem]");
            }
            Set<String> left = new LinkedHashSet<>();
            names.forEach(name -> left.add(String.valueOf(name)));
            checkKeys("leave_out: " + stream + " names learner ", left, learners);
            if (left.containsAll(learners)) {
                throw wrong("leave_out: " + stream + " names every learner; leave out that stream");
            }
            leaveOut.put(String.valueOf(stream), left);
        });
        return leaveOut;
    }

    private Optional<BenchVary> vary() {
        Object value = values.get("vary");
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Map<?, ?> section) || section.size() != 1) {
            throw wrong(
                    "vary is '" + value + "'; expected one key with a list of values, such as {memory_size_q: [5, 10]},"
                            + " or a name with keys for each value, such as {memory size: {30: {memory_size_q: 1}, ...}}");
        }
        Map.Entry<?, ?> only = section.entrySet().iterator().next();
        String name = String.valueOf(only.getKey());
        List<BenchVary.Value> varied = new ArrayList<>();
        if (only.getValue() instanceof List<?> list) {
            list.forEach(each ->
                    varied.add(new BenchVary.Value(number(name, each), keys.ofSome("vary", Map.of(name, each)))));
        } else if (only.getValue() instanceof Map<?, ?> byValue) {
            byValue.forEach((each, own) -> varied.add(new BenchVary.Value(
                    number(name, String.valueOf(each)), keys.ofSome("vary: " + name + ": " + each, own))));
        }
        checkAscending(name, varied);
        return Optional.of(new BenchVary(name, List.copyOf(varied)));
    }

    private double number(String name, Object value) {
        try {
            return Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new ConfigException(
                    where + ": vary: " + name + " has the value '" + value
                            + "'; expected numbers, for curves need an axis",
                    e);
        }
    }

    private void checkAscending(String name, List<BenchVary.Value> values) {
        boolean ascending = values.size() > 1;
        for (int i = 1; i < values.size(); i++) {
            ascending &= values.get(i).at() > values.get(i - 1).at();
        }
        if (!ascending) {
            throw wrong("vary: " + name + " has the values "
                    + values.stream().map(BenchVary.Value::text).toList() + "; expected at least two, ascending");
        }
    }
}
