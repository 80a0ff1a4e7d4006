package org.taagem.nn;

/**
 * The kernel in plain Java, in the form that HotSpot's C2 compiler vectorises.
 *
 * <p>C2 vectorises a loop over separate row arrays that share one index; it does not vectorise one over arrays read at
 * different offsets. Four source rows per loop quarter the loads and stores of the target; eight defeat the vectoriser of
 * JDK 17.
 */
@SuppressWarnings("checkstyle:ParameterNumber") // an object around them would be made anew for every four rows
final class PlainKernel implements Kernel {
    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Rows.Layout layout() {
        return Rows.Layout.SEPARATE;
    }

    @Override
    public void addProduct(Terms terms, Rows sources, Rows targets) {
        int end = Rows.FIRST + targets.width();
        for (int t = 0; t < terms.rows(); t++) {
            float[] y = targets.array(t);
            int[] index = terms.indices(t);
            float[] value = terms.values(t);
            int to = terms.to(t);
            int k = terms.from(t);
            for (; k + 3 < to; k += 4) {
                float[] a = sources.array(index[k]);
                float[] b = sources.array(index[k + 1]);
                float[] c = sources.array(index[k + 2]);
                float[] d = sources.array(index[k + 3]);
                addFour(y, end, a, value[k], b, value[k + 1], c, value[k + 2], d, value[k + 3]);
            }
            for (; k < to; k++) {
                addOne(y, end, sources.array(index[k]), value[k]);
            }
        }
    }

    @Override
    public void addProduct(Rows factors, Rows sources, Rows targets) {
        int end = Rows.FIRST + targets.width();
        for (int t = 0; t < targets.count(); t++) {
            float[] y = targets.array(t);
            float[] factor = factors.array(t);
            int k = 0;
            for (; k + 3 < sources.count(); k += 4) {
                int f = Rows.FIRST + k;
                addFour(y, end, sources, k, factor[f], factor[f + 1], factor[f + 2], factor[f + 3]);
            }
            for (; k < sources.count(); k++) {
                addOne(y, end, sources.array(k), factor[Rows.FIRST + k]);
            }
        }
    }

    @Override
    public void addTransposedProduct(Rows factors, Rows sources, Rows targets) {
        int end = Rows.FIRST + targets.width();
        for (int t = 0; t < targets.count(); t++) {
            float[] y = targets.array(t);
            int f = Rows.FIRST + t;
            int k = 0;
            for (; k + 3 < sources.count(); k += 4) {
                float va = factors.array(k)[f];
                float vb = factors.array(k + 1)[f];
                float vc = factors.array(k + 2)[f];
                addFour(y, end, sources, k, va, vb, vc, factors.array(k + 3)[f]);
            }
            for (; k < sources.count(); k++) {
                addOne(y, end, sources.array(k), factors.array(k)[f]);
            }
        }
    }

    /** Adds sources {@code k..k + 3}, also for factors of zero, lest an infinite source be hidden that other kernels show. */
    private static void addFour(float[] y, int end, Rows sources, int k, float va, float vb, float vc, float vd) {
        float[] a = sources.array(k);
        float[] b = sources.array(k + 1);
        float[] c = sources.array(k + 2);
        addFour(y, end, a, va, b, vb, c, vc, sources.array(k + 3), vd);
    }

    private static void addFour(
            float[] y, int end, float[] a, float va, float[] b, float vb, float[] c, float vc, float[] d, float vd) {
        for (int j = Rows.FIRST; j < end; j++) {
            y[j] = Math.fma(vd, d[j], Math.fma(vc, c[j], Math.fma(vb, b[j], Math.fma(va, a[j], y[j]))));
        }
    }

    private static void addOne(float[] y, int end, float[] a, float va) {
        for (int j = Rows.FIRST; j < end; j++) {
            y[j] = Math.fma(va, a[j], y[j]);
        }
    }
}
