package org.taagem.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.taagem.nn.Kernel;
import org.taagem.nn.Rows;
import org.taagem.nn.Terms;

/**
 * The kernel in vector instructions, by the Vector API (JEP 338 and its successors).
 *
 * <p>A strip of a target stays in registers while all its terms are added: eight vectors wide at best, so that the
 * additions of one term need not wait for each other. A target of a single vector has only one chain of additions, each
 * waiting for the one before; there, four targets take turns.
 */
public final class SimdKernel implements Kernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LENGTH = SPECIES.length();

    /** Makes the kernel for the widest vectors that this machine has. */
    public SimdKernel() {
        if (LENGTH > Rows.LANES) {
            throw new UnsupportedOperationException("vectors of " + SPECIES.vectorBitSize() + " bits are not supported");
        }
    }

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public String description() {
        return "simd (" + SPECIES.vectorBitSize() + " bits)";
    }

    @Override
    public Rows.Layout layout() {
        return Rows.Layout.CONTIGUOUS;
    }

    @Override
    public void addProduct(Terms terms, Rows sources, Rows targets) {
        int vectors = (targets.width() + LENGTH - 1) / LENGTH;
        for (int t = 0; t < terms.rows(); t++) {
            if (terms.from(t) < terms.to(t)) {
                addToTarget(terms, t, sources, targets, vectors);
            }
        }
    }

    private static void addToTarget(Terms terms, int t, Rows sources, Rows targets, int vectors) {
        int j = 0;
        for (int left = vectors; left > 0; ) {
            int wide = widest(left);
            switch (wide) {
                case 8 -> Strips.eight(terms, t, sources, targets, j);
                case 5 -> Strips.five(terms, t, sources, targets, j);
                case 4 -> Strips.four(terms, t, sources, targets, j);
                case 3 -> Strips.three(terms, t, sources, targets, j);
                case 2 -> Strips.two(terms, t, sources, targets, j);
                default -> Strips.one(terms, t, sources, targets, j);
            }
            j += wide * LENGTH;
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
        int j = 0;
        for (; targets.width() - j > 3 * LENGTH; j += 4 * LENGTH) {
            int t = 0;
            for (; t + 3 < targets.count(); t += 4) {
                Blocks.fourByFour(factors, Rows.FIRST + t * across, across, sources, j, targets, t);
            }
            for (; t + 1 < targets.count(); t += 2) {
                Blocks.twoByFour(factors, Rows.FIRST + t * across, across, sources, j, targets, t);
            }
            if (t < targets.count()) {
                Blocks.oneByFour(factors, Rows.FIRST + t * across, across, sources, j, targets, t);
            }
        }
        for (; j < targets.width(); j += LENGTH) {
            addColumn(factors, across, sources, targets, j);
        }
    }

    /** The same for what is too narrow for a block of four vectors. */
    @SuppressWarnings("checkstyle:ParameterNumber")
    private static void addColumn(Rows factors, int across, Rows sources, Rows targets, int j) {
        int t = 0;
        for (; t + 3 < targets.count(); t += 4) {
            Blocks.fourByOne(factors, Rows.FIRST + t * across, across, sources, j, targets, t);
        }
        for (; t < targets.count(); t++) {
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
