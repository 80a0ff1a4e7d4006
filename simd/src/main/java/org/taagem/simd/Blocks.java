package org.taagem.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.taagem.nn.Rows;

/**
 * Adds the product of dense rows to a block of some targets, three vectors or one vector wide.
 *
 * <p>A block stays in registers while its terms are added, so that a vector of the sources, once loaded, serves all of
 * its targets. Its vectors are written out one by one, for the compiler keeps local variables in registers and not the
 * elements of an array.
 *
 * <p>The factors are given by the index of the first one, and by how far apart those of two targets are; those of two
 * terms are the row step apart if targets are columns, and 1 if targets are rows.
 */
@SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"}) // for the same reason
final class Blocks {
    private static final VectorSpecies<Float> SPECIES = Strips.SPECIES;
    private static final int LENGTH = Strips.LENGTH;

    private Blocks() {}

    static void eightByThree(Rows factors, int first, int across, Rows sources, int j, Rows targets, int t) {
        float[] array = targets.array(0);
        int step = targets.step();
        int target = targets.offset(t) + j;
        FloatVector a0 = load(array, target);
        FloatVector a1 = load(array, target + LENGTH);
        FloatVector a2 = load(array, target + 2 * LENGTH);
        FloatVector b0 = load(array, target + step);
        FloatVector b1 = load(array, target + step + LENGTH);
        FloatVector b2 = load(array, target + step + 2 * LENGTH);
        FloatVector c0 = load(array, target + 2 * step);
        FloatVector c1 = load(array, target + 2 * step + LENGTH);
        FloatVector c2 = load(array, target + 2 * step + 2 * LENGTH);
        FloatVector d0 = load(array, target + 3 * step);
        FloatVector d1 = load(array, target + 3 * step + LENGTH);
        FloatVector d2 = load(array, target + 3 * step + 2 * LENGTH);
        FloatVector e0 = load(array, target + 4 * step);
        FloatVector e1 = load(array, target + 4 * step + LENGTH);
        FloatVector e2 = load(array, target + 4 * step + 2 * LENGTH);
        FloatVector f0 = load(array, target + 5 * step);
        FloatVector f1 = load(array, target + 5 * step + LENGTH);
        FloatVector f2 = load(array, target + 5 * step + 2 * LENGTH);
        FloatVector g0 = load(array, target + 6 * step);
        FloatVector g1 = load(array, target + 6 * step + LENGTH);
        FloatVector g2 = load(array, target + 6 * step + 2 * LENGTH);
        FloatVector h0 = load(array, target + 7 * step);
        FloatVector h1 = load(array, target + 7 * step + LENGTH);
        FloatVector h2 = load(array, target + 7 * step + 2 * LENGTH);
        float[] factor = factors.array(0);
        int along = 1 + factors.step() - across;
        float[] source = sources.array(0);
        int f = first;
        int end = sources.offset(sources.count()) + j;
        for (int i = sources.offset(0) + j; i < end; i += step) {
            FloatVector x0 = load(source, i);
            FloatVector x1 = load(source, i + LENGTH);
            FloatVector x2 = load(source, i + 2 * LENGTH);
            FloatVector value = FloatVector.broadcast(SPECIES, factor[f]);
            a0 = x0.fma(value, a0);
            a1 = x1.fma(value, a1);
            a2 = x2.fma(value, a2);
            value = FloatVector.broadcast(SPECIES, factor[f + across]);
            b0 = x0.fma(value, b0);
            b1 = x1.fma(value, b1);
            b2 = x2.fma(value, b2);
            value = FloatVector.broadcast(SPECIES, factor[f + 2 * across]);
            c0 = x0.fma(value, c0);
            c1 = x1.fma(value, c1);
            c2 = x2.fma(value, c2);
            value = FloatVector.broadcast(SPECIES, factor[f + 3 * across]);
            d0 = x0.fma(value, d0);
            d1 = x1.fma(value, d1);
            d2 = x2.fma(value, d2);
            value = FloatVector.broadcast(SPECIES, factor[f + 4 * across]);
            e0 = x0.fma(value, e0);
            e1 = x1.fma(value, e1);
            e2 = x2.fma(value, e2);
            value = FloatVector.broadcast(SPECIES, factor[f + 5 * across]);
            f0 = x0.fma(value, f0);
            f1 = x1.fma(value, f1);
            f2 = x2.fma(value, f2);
            value = FloatVector.broadcast(SPECIES, factor[f + 6 * across]);
            g0 = x0.fma(value, g0);
            g1 = x1.fma(value, g1);
            g2 = x2.fma(value, g2);
            value = FloatVector.broadcast(SPECIES, factor[f + 7 * across]);
            h0 = x0.fma(value, h0);
            h1 = x1.fma(value, h1);
            h2 = x2.fma(value, h2);
            f += along;
        }
        a0.intoArray(array, target);
        a1.intoArray(array, target + LENGTH);
        a2.intoArray(array, target + 2 * LENGTH);
        b0.intoArray(array, target + step);
        b1.intoArray(array, target + step + LENGTH);
        b2.intoArray(array, target + step + 2 * LENGTH);
        c0.intoArray(array, target + 2 * step);
        c1.intoArray(array, target + 2 * step + LENGTH);
        c2.intoArray(array, target + 2 * step + 2 * LENGTH);
        d0.intoArray(array, target + 3 * step);
        d1.intoArray(array, target + 3 * step + LENGTH);
        d2.intoArray(array, target + 3 * step + 2 * LENGTH);
        e0.intoArray(array, target + 4 * step);
        e1.intoArray(array, target + 4 * step + LENGTH);
        e2.intoArray(array, target + 4 * step + 2 * LENGTH);
        f0.intoArray(array, target + 5 * step);
        f1.intoArray(array, target + 5 * step + LENGTH);
        f2.intoArray(array, target + 5 * step + 2 * LENGTH);
        g0.intoArray(array, target + 6 * step);
        g1.intoArray(array, target + 6 * step + LENGTH);
        g2.intoArray(array, target + 6 * step + 2 * LENGTH);
        h0.intoArray(array, target + 7 * step);
        h1.intoArray(array, target + 7 * step + LENGTH);
        h2.intoArray(array, target + 7 * step + 2 * LENGTH);
    }

    static void fourByOne(Rows factors, int first, int across, Rows sources, int j, Rows targets, int t) {
        float[] array = targets.array(0);
        int step = targets.step();
        int target = targets.offset(t) + j;
        FloatVector a0 = load(array, target);
        FloatVector b0 = load(array, target + step);
        FloatVector c0 = load(array, target + 2 * step);
        FloatVector d0 = load(array, target + 3 * step);
        float[] factor = factors.array(0);
        int along = 1 + factors.step() - across;
        float[] source = sources.array(0);
        int f = first;
        int end = sources.offset(sources.count()) + j;
        for (int i = sources.offset(0) + j; i < end; i += step) {
            FloatVector x0 = load(source, i);
            a0 = x0.fma(FloatVector.broadcast(SPECIES, factor[f]), a0);
            b0 = x0.fma(FloatVector.broadcast(SPECIES, factor[f + across]), b0);
            c0 = x0.fma(FloatVector.broadcast(SPECIES, factor[f + 2 * across]), c0);
            d0 = x0.fma(FloatVector.broadcast(SPECIES, factor[f + 3 * across]), d0);
            f += along;
        }
        a0.intoArray(array, target);
        b0.intoArray(array, target + step);
        c0.intoArray(array, target + 2 * step);
        d0.intoArray(array, target + 3 * step);
    }

    static void twoByThree(Rows factors, int first, int across, Rows sources, int j, Rows targets, int t) {
        float[] array = targets.array(0);
        int step = targets.step();
        int target = targets.offset(t) + j;
        FloatVector a0 = load(array, target);
        FloatVector a1 = load(array, target + LENGTH);
        FloatVector a2 = load(array, target + 2 * LENGTH);
        FloatVector b0 = load(array, target + step);
        FloatVector b1 = load(array, target + step + LENGTH);
        FloatVector b2 = load(array, target + step + 2 * LENGTH);
        float[] factor = factors.array(0);
        int along = 1 + factors.step() - across;
        float[] source = sources.array(0);
        int f = first;
        int end = sources.offset(sources.count()) + j;
        for (int i = sources.offset(0) + j; i < end; i += step) {
            FloatVector x0 = load(source, i);
            FloatVector x1 = load(source, i + LENGTH);
            FloatVector x2 = load(source, i + 2 * LENGTH);
            FloatVector value = FloatVector.broadcast(SPECIES, factor[f]);
            a0 = x0.fma(value, a0);
            a1 = x1.fma(value, a1);
            a2 = x2.fma(value, a2);
            value = FloatVector.broadcast(SPECIES, factor[f + across]);
            b0 = x0.fma(value, b0);
            b1 = x1.fma(value, b1);
            b2 = x2.fma(value, b2);
            f += along;
        }
        a0.intoArray(array, target);
        a1.intoArray(array, target + LENGTH);
        a2.intoArray(array, target + 2 * LENGTH);
        b0.intoArray(array, target + step);
        b1.intoArray(array, target + step + LENGTH);
        b2.intoArray(array, target + step + 2 * LENGTH);
    }

    static void twoByOne(Rows factors, int first, int across, Rows sources, int j, Rows targets, int t) {
        float[] array = targets.array(0);
        int step = targets.step();
        int target = targets.offset(t) + j;
        FloatVector a0 = load(array, target);
        FloatVector b0 = load(array, target + step);
        float[] factor = factors.array(0);
        int along = 1 + factors.step() - across;
        float[] source = sources.array(0);
        int f = first;
        int end = sources.offset(sources.count()) + j;
        for (int i = sources.offset(0) + j; i < end; i += step) {
            FloatVector x0 = load(source, i);
            FloatVector value = FloatVector.broadcast(SPECIES, factor[f]);
            a0 = x0.fma(value, a0);
            value = FloatVector.broadcast(SPECIES, factor[f + across]);
            b0 = x0.fma(value, b0);
            f += along;
        }
        a0.intoArray(array, target);
        b0.intoArray(array, target + step);
    }

    static void oneByThree(Rows factors, int first, int across, Rows sources, int j, Rows targets, int t) {
        float[] array = targets.array(0);
        int step = targets.step();
        int target = targets.offset(t) + j;
        FloatVector a0 = load(array, target);
        FloatVector a1 = load(array, target + LENGTH);
        FloatVector a2 = load(array, target + 2 * LENGTH);
        float[] factor = factors.array(0);
        int along = 1 + factors.step() - across;
        float[] source = sources.array(0);
        int f = first;
        int end = sources.offset(sources.count()) + j;
        for (int i = sources.offset(0) + j; i < end; i += step) {
            FloatVector x0 = load(source, i);
            FloatVector x1 = load(source, i + LENGTH);
            FloatVector x2 = load(source, i + 2 * LENGTH);
            FloatVector value = FloatVector.broadcast(SPECIES, factor[f]);
            a0 = x0.fma(value, a0);
            a1 = x1.fma(value, a1);
            a2 = x2.fma(value, a2);
            f += along;
        }
        a0.intoArray(array, target);
        a1.intoArray(array, target + LENGTH);
        a2.intoArray(array, target + 2 * LENGTH);
    }

    static void oneByOne(Rows factors, int first, int across, Rows sources, int j, Rows targets, int t) {
        float[] array = targets.array(0);
        int step = targets.step();
        int target = targets.offset(t) + j;
        FloatVector a0 = load(array, target);
        float[] factor = factors.array(0);
        int along = 1 + factors.step() - across;
        float[] source = sources.array(0);
        int f = first;
        int end = sources.offset(sources.count()) + j;
        for (int i = sources.offset(0) + j; i < end; i += step) {
            FloatVector x0 = load(source, i);
            FloatVector value = FloatVector.broadcast(SPECIES, factor[f]);
            a0 = x0.fma(value, a0);
            f += along;
        }
        a0.intoArray(array, target);
    }

    private static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }
}
