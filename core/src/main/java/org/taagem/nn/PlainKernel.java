package org.taagem.nn;

/**
 * The kernel in plain Java, in the form that HotSpot's C2 compiler vectorises.
 *
 * <p>C2 vectorises a loop over separate row arrays that share one index; it does not vectorise a flat array read at two
 * offsets. Four source rows per loop quarter the loads and stores of the target; eight defeat the vectoriser of JDK 17.
 */
final class PlainKernel implements Kernel {
    @Override
    public void addRows(float[] target, int width, float[][] rows, Terms terms) {
        int[] indices = terms.indices;
        float[] values = terms.values;
        int k = terms.from;
        for (; k + 3 < terms.to; k += 4) {
            addFour(target, width, rows, indices, values, k);
        }
        for (; k < terms.to; k++) {
            addOne(target, width, rows[indices[k]], values[k]);
        }
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // an object around them would be made anew for every four rows
    private static void addFour(float[] y, int width, float[][] rows, int[] indices, float[] values, int k) {
        float[] a = rows[indices[k]];
        float[] b = rows[indices[k + 1]];
        float[] c = rows[indices[k + 2]];
        float[] d = rows[indices[k + 3]];
        float va = values[k];
        float vb = values[k + 1];
        float vc = values[k + 2];
        float vd = values[k + 3];
        for (int j = 0; j < width; j++) {
            y[j] = Math.fma(vd, d[j], Math.fma(vc, c[j], Math.fma(vb, b[j], Math.fma(va, a[j], y[j]))));
        }
    }

    private static void addOne(float[] y, int width, float[] a, float va) {
        for (int j = 0; j < width; j++) {
            y[j] = Math.fma(va, a[j], y[j]);
        }
    }
}
