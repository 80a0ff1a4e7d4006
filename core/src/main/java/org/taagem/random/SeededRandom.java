package org.taagem.random;

import java.io.IOException;
import java.util.random.RandomGenerator;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * The generator behind every random draw: xoshiro256++ (Blackman and Vigna 2021,
 * <a href="https://doi.org/10.1145/3460772">doi:10.1145/3460772</a>), seeded through SplitMix64 as its authors advise.
 *
 * <p>The JDK's own generators keep their state to themselves and derive bounded numbers in default methods that may
 * change between releases. This one derives {@link #nextInt(int)}, {@link #nextFloat} and {@link #nextDouble} itself, so
 * that a run can be repeated to the bit on any JDK; taagem draws nothing else.
 */
public final class SeededRandom implements RandomGenerator, Stateful {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /**
     * Makes a generator.
     *
     * @param seed any number; equal seeds give equal sequences
     */
    public SeededRandom(long seed) {
        long state = seed;
        s0 = splitMix(state += GOLDEN_GAMMA);
        s1 = splitMix(state += GOLDEN_GAMMA);
        s2 = splitMix(state += GOLDEN_GAMMA);
        s3 = splitMix(state + GOLDEN_GAMMA);
    }

    /**
     * Scrambles a number with the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
     *
     * @param value any number
     * @return a number of which every bit depends on every bit of the value
     */
    static long splitMix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /**
     * Returns a number below the bound, each equally likely (Lemire 2019,
     * <a href="https://doi.org/10.1145/3230636">doi:10.1145/3230636</a>).
     */
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound is " + bound + "; expected at least 1");
        }
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xFFFFFFFFL;
        if (low < bound) {
            long threshold = (1L << 32) % bound;
            while (low < threshold) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xFFFFFFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1.0p-24f;
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeLong("s0", s0);
        out.writeLong("s1", s1);
        out.writeLong("s2", s2);
        out.writeLong("s3", s3);
    }

    /** {@inheritDoc} A generator of any seed can take any state. */
    @Override
    public void restore(StateReader in) throws IOException {
        s0 = in.readLong("s0");
        s1 = in.readLong("s1");
        s2 = in.readLong("s2");
        s3 = in.readLong("s3");
        if ((s0 | s1 | s2 | s3) == 0) {
            throw in.wrong("s3", 0, "at least one number other than 0, without which it gives nothing but zeros");
        }
    }
}
