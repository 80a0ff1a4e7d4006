package org.taagem.nn;

/** The rectifier (ReLU) and its derivative, on whole rows. */
final class Rectifier {
    private Rectifier() {}

    /** Sets negative elements to zero. A NaN stays, lest it be hidden. */
    static void apply(Rows rows) {
        for (int r = 0; r < rows.count(); r++) {
            float[] array = rows.array(r);
            int from = rows.offset(r);
            for (int j = from; j < from + rows.width(); j++) {
                array[j] = Math.max(array[j], 0);
            }
        }
    }

    /** Sets errors to zero where the rectifier was closed, which then put out zero; as many and as wide, stored alike. */
    static void passBack(Rows errors, Rows outputs) {
        for (int r = 0; r < errors.count(); r++) {
            float[] x = outputs.array(r);
            float[] y = errors.array(r);
            int from = errors.offset(r);
            for (int j = from; j < from + errors.width(); j++) {
                // all bits set where x is not zero; in this form the loop vectorises
                int bits = Float.floatToRawIntBits(x[j]);
                int mask = (bits | -bits) >> 31;
                y[j] = Float.intBitsToFloat(Float.floatToRawIntBits(y[j]) & mask);
            }
        }
    }
}
