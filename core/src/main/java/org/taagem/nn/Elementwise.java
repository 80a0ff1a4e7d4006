package org.taagem.nn;

/** Changes of all elements of some rows, by those of others that are as many and as wide and stored alike; loops that vectorise. */
final class Elementwise {
    private Elementwise() {}

    /** Moves all elements a share of the way to their targets: 0 (stay) to 1 (become equal, bit for bit). */
    static void approach(Rows rows, Rows targets, float share) {
        float rest = 1 - share;
        for (int r = 0; r < rows.count(); r++) {
            float[] x = targets.array(r);
            float[] y = rows.array(r);
            int from = rows.offset(r);
            for (int j = from; j < from + rows.width(); j++) {
                y[j] = Math.fma(share, x[j], rest * y[j]);
            }
        }
    }

    /** Moves each element by {@code r / (1 + r)} of the way to its target, {@code r = strength * stiffness}. */
    static void pull(Rows rows, Rows targets, Rows stiffness, float strength) {
        for (int r = 0; r < rows.count(); r++) {
            float[] x = targets.array(r);
            float[] s = stiffness.array(r);
            float[] y = rows.array(r);
            int from = rows.offset(r);
            for (int j = from; j < from + rows.width(); j++) {
                float way = strength * s[j];
                y[j] = Math.fma(way / (1 + way), x[j] - y[j], y[j]);
            }
        }
    }

    /** Multiplies all elements. */
    static void scale(Rows rows, float factor) {
        for (int r = 0; r < rows.count(); r++) {
            float[] y = rows.array(r);
            int from = rows.offset(r);
            for (int j = from; j < from + rows.width(); j++) {
                y[j] *= factor;
            }
        }
    }

    /** Sets all elements to the squares of others. */
    static void square(Rows rows, Rows others) {
        for (int r = 0; r < rows.count(); r++) {
            float[] x = others.array(r);
            float[] y = rows.array(r);
            int from = rows.offset(r);
            for (int j = from; j < from + rows.width(); j++) {
                y[j] = x[j] * x[j];
            }
        }
    }
}
