package org.taagem.nn;

/**
 * The kernel in plain Java, in the form that HotSpot's C2 compiler vectorises.
 *
 * <p>C2 vectorises a loop over separate row arrays that share one index; it does not vectorise one over arrays read at
 * different offsets. Four source rows per loop quarter the loads and stores of the target; eight defeat the vectoriser of
 * JDK 17. Factors that are zero, which the rectifier makes half of all, are left out.
 */
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
        for (int t = 0; t < terms.rows(); t++) {
            Sum sum = new Sum(sources, targets, t);
            int[] indices = terms.indices(t);
            float[] values = terms.values(t);
            for (int k = terms.from(t); k < terms.to(t); k++) {
                sum.add(values[k], indices[k]);
            }
            sum.finish();
        }
    }

    @Override
    public void addProduct(Rows factors, Rows sources, Rows targets) {
        for (int t = 0; t < targets.count(); t++) {
            Sum sum = new Sum(sources, targets, t);
            float[] values = factors.array(t);
            for (int k = 0; k < sources.count(); k++) {
                sum.add(values[Rows.FIRST + k], k);
            }
            sum.finish();
        }
    }

    @Override
    public void addTransposedProduct(Rows factors, Rows sources, Rows targets) {
        for (int t = 0; t < targets.count(); t++) {
            Sum sum = new Sum(sources, targets, t);
            for (int k = 0; k < sources.count(); k++) {
                sum.add(factors.array(k)[Rows.FIRST + t], k);
            }
            sum.finish();
        }
    }

    /** Gathers the terms of one target until there are four, for a loop over four rows at once. */
    private static final class Sum {
        private final Rows sources;
        private final float[] target;
        private final int end;
        private int waiting;
        private float first;
        private float second;
        private float third;
        private int ofFirst;
        private int ofSecond;
        private int ofThird;

        Sum(Rows sources, Rows targets, int t) {
            this.sources = sources;
            target = targets.array(t);
            end = Rows.FIRST + targets.width();
        }

        void add(float value, int source) {
            if (value == 0) {
                return;
            }
            switch (waiting++) {
                case 0 -> {
                    first = value;
                    ofFirst = source;
                }
                case 1 -> {
                    second = value;
                    ofSecond = source;
                }
                case 2 -> {
                    third = value;
                    ofThird = source;
                }
                default -> {
                    addFour(value, sources.array(source));
                    waiting = 0;
                }
            }
        }

        private void addFour(float vd, float[] d) {
            float[] y = target;
            float[] a = sources.array(ofFirst);
            float[] b = sources.array(ofSecond);
            float[] c = sources.array(ofThird);
            float va = first;
            float vb = second;
            float vc = third;
            for (int j = Rows.FIRST; j < end; j++) {
                y[j] = Math.fma(vd, d[j], Math.fma(vc, c[j], Math.fma(vb, b[j], Math.fma(va, a[j], y[j]))));
            }
        }

        /** Adds what is still waiting. */
        void finish() {
            if (waiting > 0) {
                addOne(first, sources.array(ofFirst));
            }
            if (waiting > 1) {
                addOne(second, sources.array(ofSecond));
            }
            if (waiting > 2) {
                addOne(third, sources.array(ofThird));
            }
        }

        private void addOne(float va, float[] a) {
            float[] y = target;
            for (int j = Rows.FIRST; j < end; j++) {
                y[j] = Math.fma(va, a[j], y[j]);
            }
        }
    }
}
