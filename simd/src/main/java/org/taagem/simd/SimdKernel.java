package org.taagem.simd;

import org.taagem.nn.Kernel;
import org.taagem.nn.Rows;
import org.taagem.nn.Terms;

/**
 * The kernel in vector instructions, by the Vector API (JEP 338 and its successors).
 *
 * <p>Dense products go block by block ({@link Blocks}), sparse ones strip by strip ({@link Strips}); both keep what they
 * add to in registers.
 */
public final class SimdKernel implements Kernel {
    private static final String MODULE = "jdk.incubator.vector";

    /**
     * Makes the kernel for the widest vectors that this machine has.
     *
     * @throws UnsupportedOperationException if this Java runs without the module of the Vector API
     */
    public SimdKernel() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            throw new UnsupportedOperationException(
                    "Java runs without its module " + MODULE + "; start it with --add-modules " + MODULE);
        }
    }

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public String description() {
        return "simd (" + Strips.LENGTH * Float.SIZE + " bits)";
    }

    @Override
    public Rows.Layout layout() {
        return Rows.Layout.CONTIGUOUS;
    }

    @Override
    public void addProduct(Terms terms, Rows sources, Rows targets) {
        if (sources.count() == 0) {
            return;
        }
        int j = 0;
        int left = (targets.width() + Strips.LENGTH - 1) / Strips.LENGTH;
        while (left > 0) {
            int wide = widest(left);
            switch (wide) {
                case 8 -> Strips.eight(terms, sources, targets, j);
                case 5 -> Strips.five(terms, sources, targets, j);
                case 4 -> Strips.four(terms, sources, targets, j);
                case 3 -> Strips.three(terms, sources, targets, j);
                case 2 -> Strips.two(terms, sources, targets, j);
                default -> Strips.one(terms, sources, targets, j);
            }
            j += wide * Strips.LENGTH;
            left -= wide;
        }
    }

    @Override
    public void addProduct(Rows factors, Rows sources, Rows targets) {
        addDenseProduct(factors, factors.step(), sources, targets);
    }

    @Override
    public void addTransposedProduct(Rows factors, Rows sources, Rows targets) {
        addDenseProduct(factors, 1, sources, targets);
    }

    /** Goes block by block; {@code across} is how far apart the factors of two targets are. */
    private static void addDenseProduct(Rows factors, int across, Rows sources, Rows targets) {
        if (sources.count() == 0) {
            return;
        }
        int j = 0;
        for (; targets.width() - j > 2 * Strips.LENGTH; j += 3 * Strips.LENGTH) {
            int t = 0;
            for (; t + 7 < targets.count(); t += 8) {
                Blocks.eightByThree(factors, Rows.FIRST + t * across, across, sources, j, targets, t);
            }
            for (; t + 1 < targets.count(); t += 2) {
                Blocks.twoByThree(factors, Rows.FIRST + t * across, across, sources, j, targets, t);
            }
            if (t < targets.count()) {
                Blocks.oneByThree(factors, Rows.FIRST + t * across, across, sources, j, targets, t);
            }
        }
        for (; j < targets.width(); j += Strips.LENGTH) {
            addColumn(factors, across, sources, targets, j);
        }
    }

    /** The same for what is too narrow for a block of three vectors. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    private static void addColumn(Rows factors, int across, Rows sources, Rows targets, int j) {
        int t = 0;
        for (; t + 3 < targets.count(); t += 4) {
            Blocks.fourByOne(factors, Rows.FIRST + t * across, across, sources, j, targets, t);
        }
        for (; t + 1 < targets.count(); t += 2) {
            Blocks.twoByOne(factors, Rows.FIRST + t * across, across, sources, j, targets, t);
        }
        if (t < targets.count()) {
            Blocks.oneByOne(factors, Rows.FIRST + t * across, across, sources, j, targets, t);
        }
    }

    /** How wide the next strip is, so that none of those that follow is so narrow that its additions wait. */
    private static int widest(int left) {
        return switch (left) {
            case 1, 2, 3, 4, 5, 8 -> left;
            case 6 -> 3;
            case 7 -> 4;
            case 9, 10, 14 -> 5;
            default -> 8;
        };
    }
}
