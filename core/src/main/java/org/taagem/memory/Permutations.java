package org.taagem.memory;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Whether numbers that were read are an order of something. */
final class Permutations {
    private Permutations() {}

    /** Says whether numbers are each of 0..count-1 once. */
    static boolean isOne(int[] numbers, int count) {
        int[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return Arrays.equals(sorted, IntStream.range(0, count).toArray());
    }
}
