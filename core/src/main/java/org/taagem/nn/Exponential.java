package org.taagem.nn;

/**
 * The exponential function of numbers that are not positive, several times faster than {@link StrictMath#exp} and, like
 * it, the same to the bit on every machine and JDK: it is made of operations that IEEE 754 defines exactly.
 *
 * <p>{@code exp(x) = 2^k exp(r)} with {@code k} the integer nearest to {@code x / ln 2} and {@code |r| <= ln 2 / 2}, where
 * 14 terms of the Taylor series leave an error below that of rounding.
 */
final class Exponential {
    private static final double LOG2_E = 1 / StrictMath.log(2);
    /** ln 2 in two parts: the first with zeros at its end, so that its product with {@code k} is exact. */
    private static final double LN2_HIGH = 0x1.62e42fefap-1;

    private static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;
    /** Below it, the result would be subnormal; 0 is as good for a probability. */
    private static final double LEAST = -708;

    private static final double[] INVERSE_FACTORIALS = inverseFactorials(14);

    private Exponential() {}

    private static double[] inverseFactorials(int count) {
        double[] inverses = new double[count];
        double factorial = 1;
        for (int n = 0; n < count; n++) {
            factorial *= Math.max(1, n);
            inverses[n] = 1 / factorial;
        }
        return inverses;
    }

    /**
     * Computes e to the power of x.
     *
     * @param x 0 or less, or not a number
     * @return 0..1, within 2 units in the last place; 0 if x is below -708; not a number if x is not
     */
    static double of(double x) {
        if (x < LEAST) {
            return 0;
        }
        double k = Math.rint(x * LOG2_E);
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
        double sum = INVERSE_FACTORIALS[INVERSE_FACTORIALS.length - 1];
        for (int n = INVERSE_FACTORIALS.length - 2; n >= 0; n--) {
            sum = Math.fma(sum, r, INVERSE_FACTORIALS[n]);
        }
        return sum * Double.longBitsToDouble(((long) k + 1023) << 52);
    }
}
