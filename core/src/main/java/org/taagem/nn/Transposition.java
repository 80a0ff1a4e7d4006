package org.taagem.nn;

/** Turns rows into columns. */
final class Transposition {
    private Transposition() {}

    /** Sets the first columns of the targets to rows: as many as the targets are wide, or fewer; four at a time. */
    static void set(Rows targets, Rows rows) {
        int r = 0;
        for (; r + 3 < rows.count(); r += 4) {
            setFour(targets, rows, r);
        }
        for (; r < rows.count(); r++) {
            float[] array = rows.array(r);
            int from = rows.offset(r);
            for (int i = 0; i < rows.width(); i++) {
                targets.set(i, r, array[from + i]);
            }
        }
    }

    private static void setFour(Rows targets, Rows rows, int r) {
        float[] a = rows.array(r);
        float[] b = rows.array(r + 1);
        float[] c = rows.array(r + 2);
        float[] d = rows.array(r + 3);
        int ofA = rows.offset(r);
        int ofB = rows.offset(r + 1);
        int ofC = rows.offset(r + 2);
        int ofD = rows.offset(r + 3);
        for (int i = 0; i < rows.width(); i++) {
            float[] array = targets.array(i);
            int at = targets.offset(i) + r;
            array[at] = a[ofA + i];
            array[at + 1] = b[ofB + i];
            array[at + 2] = c[ofC + i];
            array[at + 3] = d[ofD + i];
        }
    }
}
