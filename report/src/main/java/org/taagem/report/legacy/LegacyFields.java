package org.taagem.report.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.taagem.pickle.PickleValue;

/**
 * A dictionary of the file, and where in the file it is. A few bytes of a pickle can say that a million values are the same
 * list, so all values that are looked at are counted.
 *
 * @param dict the dictionary
 * @param path where it is, for people; empty at the top
 * @param visits counts for all dictionaries of the file
 */
record LegacyFields(PickleValue.Dict dict, String path, Visits visits) {
    /** How many values were looked at. */
    static final class Visits {
        private static final long MOST = 10_000_000;
        private long count;

        void add(long values) throws LegacyException {
            count += values;
            if (count > MOST) {
                throw new LegacyException("holds more than " + MOST + " values; expected the result of a run");
            }
        }
    }

    /** Takes a value that has to be a dictionary. */
    static LegacyFields of(PickleValue value, String path, Visits visits) throws LegacyException {
        if (value instanceof PickleValue.Dict dict) {
            return new LegacyFields(dict, path, visits);
        }
        throw new LegacyException((path.isEmpty() ? "holds " + kind(value) : path + " is " + kind(value))
                + "; expected a dictionary, as a result of the Python original has it");
    }

    private PickleValue value(String key, String expected) throws LegacyException {
        visits.add(1);
        return dict.get(key)
                .orElseThrow(() -> new LegacyException(
                        (path.isEmpty() ? "has" : path + " has") + " no '" + key + "'; expected " + expected));
    }

    private LegacyException wrong(String key, PickleValue got, String expected) {
        return new LegacyException(at(key) + " is " + kind(got) + "; expected " + expected);
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    LegacyFields fields(String key) throws LegacyException {
        return of(value(key, "a dictionary"), at(key), visits);
    }

    List<PickleValue> list(String key) throws LegacyException {
        PickleValue value = value(key, "a list");
        if (value instanceof PickleValue.Items items) {
            return items.values();
        }
        if (value instanceof PickleValue.Array array && array.shape().size() == 1) {
            visits.add(array.size());
            List<PickleValue> values = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                values.add(array.get(i));
            }
            return values;
        }
        throw wrong(key, value, "a list");
    }

    String text(String key) throws LegacyException {
        PickleValue value = value(key, "a text");
        if (value instanceof PickleValue.Text text) {
            return text.value();
        }
        throw wrong(key, value, "a text");
    }

    /** Returns a whole number of a range. */
    int integer(String key, int least, int most) throws LegacyException {
        String expected = "a whole number from " + least + " to " + most;
        PickleValue value = value(key, expected);
        return inRange(value, least, most).orElseThrow(() -> wrong(key, value, expected));
    }

    /** Returns whole numbers of a range; one alone is a list of one. A list is what a run of taagem may have that was exported. */
    List<Integer> integers(String key, int least, int most) throws LegacyException {
        String expected = "a whole number from " + least + " to " + most;
        if (!(value(key, expected) instanceof PickleValue.Items items)
                || items.values().isEmpty()) {
            return List.of(integer(key, least, most));
        }
        visits.add(items.values().size());
        List<Integer> numbers = new ArrayList<>();
        for (PickleValue item : items.values()) {
            numbers.add(inRange(item, least, most)
                    .orElseThrow(() -> wrong(key + "[" + numbers.size() + "]", item, expected)));
        }
        return numbers;
    }

    private static Optional<Integer> inRange(PickleValue value, int least, int most) {
        return value instanceof PickleValue.Int number && number.value() >= least && number.value() <= most
                ? Optional.of((int) number.value())
                : Optional.empty();
    }

    /** Returns a number, which of a run that diverged may be no finite one. */
    double number(String key) throws LegacyException {
        PickleValue value = value(key, "a number");
        return number(value).orElseThrow(() -> wrong(key, value, "a number"));
    }

    /** Returns a number that may be None, or missing. */
    OptionalDouble numberIfAny(String key) throws LegacyException {
        PickleValue value = dict.get(key).orElse(PickleValue.None.NONE);
        return value == PickleValue.None.NONE ? OptionalDouble.empty() : OptionalDouble.of(number(key));
    }

    double share(String key) throws LegacyException {
        return share(value(key, "a number from 0 to 1"), at(key));
    }

    List<Double> shares(String key) throws LegacyException {
        List<Double> shares = new ArrayList<>();
        List<PickleValue> values = list(key);
        visits.add(values.size());
        for (PickleValue value : values) {
            shares.add(share(value, at(key) + "[" + shares.size() + "]"));
        }
        return List.copyOf(shares);
    }

    private static double share(PickleValue value, String path) throws LegacyException {
        double share = number(value).orElse(-1);
        if (!(share >= 0 && share <= 1)) {
            throw new LegacyException(path + " is " + kind(value) + "; expected a number from 0 to 1");
        }
        return share;
    }

    private static OptionalDouble number(PickleValue value) {
        if (value instanceof PickleValue.Int number) {
            return OptionalDouble.of((double) number.value());
        }
        return value instanceof PickleValue.Real number ? OptionalDouble.of(number.value()) : OptionalDouble.empty();
    }

    /** Says what a value is, in a few words. */
    private static String kind(PickleValue value) {
        if (value instanceof PickleValue.Int number) {
            return String.valueOf(number.value());
        }
        if (value instanceof PickleValue.Real number) {
            return String.valueOf(number.value());
        }
        if (value instanceof PickleValue.Flag || value instanceof PickleValue.None) {
            return value == PickleValue.None.NONE ? "None" : value == PickleValue.Flag.TRUE ? "True" : "False";
        }
        if (value instanceof PickleValue.Text || value instanceof PickleValue.Bytes) {
            return "a text";
        }
        if (value instanceof PickleValue.Items items) {
            return "a list of " + items.values().size();
        }
        return value instanceof PickleValue.Dict dict
                ? "a dictionary of " + dict.values().size()
                : "an array";
    }
}
