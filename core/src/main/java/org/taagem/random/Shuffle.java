package org.taagem.random;

import java.util.random.RandomGenerator;

/** Random orders. */
public final class Shuffle {
    private Shuffle() {}

    /**
     * Puts numbers into a random order, each order equally likely (Fisher and Yates).
     *
     * @param numbers the numbers, reordered in place
     * @param random the source of chance
     */
    public static void inPlace(int[] numbers, RandomGenerator random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = kept;
        }
    }

    /**
     * Returns the numbers 0..count-1 in a random order.
     *
     * @param count how many, 0 or more
     * @param random the source of chance
     * @return a permutation {@code [count]}
     */
    public static int[] permutation(int count, RandomGenerator random) {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        inPlace(numbers, random);
        return numbers;
    }
}
