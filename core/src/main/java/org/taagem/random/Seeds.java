package org.taagem.random;

import java.nio.charset.StandardCharsets;

/**
 * The root seed of a run, from which each use of chance gets a generator of its own.
 *
 * <p>Generators are named after their use ({@code stream}, {@code init}, {@code shuffle}, {@code memory}), so that
 * turning one part off does not move the draws of another.
 *
 * @param root the seed a user chose
 */
public record Seeds(long root) {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    /**
     * Returns a new generator for one use; asked again with the same name, it starts from the beginning.
     *
     * @param name what the draws are for
     * @return a generator that depends on the root seed and the name only
     */
    public SeededRandom named(String name) {
        long hash = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ Byte.toUnsignedInt(b)) * FNV_PRIME;
        }
        return new SeededRandom(SeededRandom.splitMix(root) ^ hash);
    }

    /**
     * Returns a new generator for one of several like uses, such as the permutation of one task.
     *
     * @param name what the draws are for
     * @param index which of them, 0 or more
     * @return a generator that depends on the root seed, the name and the index only
     */
    public SeededRandom named(String name, int index) {
        return named(name + "/" + index);
    }
}
