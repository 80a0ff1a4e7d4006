package org.taagem.pickle;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** What a pickle has stored to use it again, by number. */
final class PickleMemo {
    private @Nullable PickleValue[] values = new PickleValue[16];
    private int size;
    private final PickleBudget budget;

    PickleMemo(PickleBudget budget) {
        this.budget = budget;
    }

    /**
     * Stores a value.
     *
     * @param position bytes read so far: whoever numbers values in order never has a number beyond it
     */
    void put(long number, PickleValue value, long position) throws PickleException {
        if (number < 0 || number > position) {
            throw new PickleException(
                    "stores a value under the number " + number + ", inside the pickle; expected at most " + position);
        }
        int index = (int) number;
        if (index >= values.length) {
            int length = Math.max(index + 1, 2 * values.length);
            budget.take((long) PickleBudget.PLACE * (length - values.length));
            values = Arrays.copyOf(values, length);
        }
        size += values[index] == null ? 1 : 0;
        values[index] = value;
    }

    /** Returns how many there are, which is the number of the next one where none is told. */
    int size() {
        return size;
    }

    PickleValue get(long number) throws PickleException {
        PickleValue value = number >= 0 && number < values.length ? values[(int) number] : null;
        if (value == null) {
            throw new PickleException("uses a value that it has not stored, inside the pickle");
        }
        return value;
    }
}
