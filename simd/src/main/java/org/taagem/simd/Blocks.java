package org.taagem.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.taagem.nn.Rows;

/**
 * Adds the product of dense rows to a block of one, two or four targets, four vectors or one vector wide.
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

    static void fourByFour(Rows factors, int first, int across, Rows sources, int j, Rows targets, int t) {
        float[] array = targets.array(0);
        int step = targets.step();
        int target = targets.offset(t) + j;
        FloatVector a0 = load(array, target);
        FloatVector a1 = load(array, target + LENGTH);
        FloatVector a2 = load(array, target + 2 * LENGTH);
        FloatVector a3 = load(array, target + 3 * LENGTH);
        FloatVector b0 = load(array, target + step);
        FloatVector b1 = load(array, target + step + LENGTH);
        FloatVector b2 = load(array, target + step + 2 * LENGTH);
        FloatVector b3 = load(array, target + step + 3 * LENGTH);
        FloatVector c0 = load(array, target + 2 * step);
        FloatVector c1 = load(array, target + 2 * step + LENGTH);
        FloatVector c2 = load(array, target + 2 * step + 2 * LENGTH);
        FloatVector c3 = load(array, target + 2 * step + 3 * LENGTH);
        FloatVector d0 = load(array, target + 3 * step);
        FloatVector d1 = load(array, target + 3 * step + LENGTH);
        FloatVector d2 = load(array, target + 3 * step + 2 * LENGTH);
        FloatVector d3 = load(array, target + 3 * step + 3 * LENGTH);
        float[] factor = factors.array(0);
        int along = 1 + factors.step() - across;
        float[] source = sources.array(0);
        int f = first;
        int end = sources.offset(sources.count()) + j;
        for (int i = sources.offset(0) + j; i < end; i += step) {
            FloatVector x0 = load(source, i);
            FloatVector x1 = load(source, i + LENGTH);
            FloatVector x2 = load(source, i + 2 * LENGTH);
            FloatVector x3 = load(source, i + 3 * LENGTH);
            FloatVector ofA = FloatVector.broadcast(SPECIES, factor[f]);
            a0 = x0.fma(ofA, a0);
            a1 = x1.fma(ofA, a1);
            a2 = x2.fma(ofA, a2);
            a3 = x3.fma(ofA, a3);
            FloatVector ofB = FloatVector.broadcast(SPECIES, factor[f + across]);
            b0 = x0.fma(ofB, b0);
            b1 = x1.fma(ofB, b1);
            b2 = x2.fma(ofB, b2);
            b3 = x3.fma(ofB, b3);
            FloatVector ofC = FloatVector.broadcast(SPECIES, factor[f + 2 * across]);
            c0 = x0.fma(ofC, c0);
            c1 = x1.fma(ofC, c1);
            c2 = x2.fma(ofC, c2);
            c3 = x3.fma(ofC, c3);
            FloatVector ofD = FloatVector.broadcast(SPECIES, factor[f + 3 * across]);
            d0 = x0.fma(ofD, d0);
            d1 = x1.fma(ofD, d1);
            d2 = x2.fma(ofD, d2);
            d3 = x3.fma(ofD, d3);
            f += along;
        }
        a0.intoArray(array, target);
        a1.intoArray(array, target + LENGTH);
        a2.intoArray(array, target + 2 * LENGTH);
        a3.intoArray(array, target + 3 * LENGTH);
        b0.intoArray(array, target + step);
        b1.intoArray(array, target + step + LENGTH);
        b2.intoArray(array, target + step + 2 * LENGTH);
        b3.intoArray(array, target + step + 3 * LENGTH);
        c0.intoArray(array, target + 2 * step);
        c1.intoArray(array, target + 2 * step + LENGTH);
        c2.intoArray(array, target + 2 * step + 2 * LENGTH);
        c3.intoArray(array, target + 2 * step + 3 * LENGTH);
        d0.intoArray(array, target + 3 * step);
        d1.intoArray(array, target + 3 * step + LENGTH);
        d2.intoArray(array, target + 3 * step + 2 * LENGTH);
        d3.intoArray(array, target + 3 * step + 3 * LENGTH);
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
            FloatVector ofA = FloatVector.broadcast(SPECIES, factor[f]);
            a0 = x0.fma(ofA, a0);
            FloatVector ofB = FloatVector.broadcast(SPECIES, factor[f + across]);
            b0 = x0.fma(ofB, b0);
            FloatVector ofC = FloatVector.broadcast(SPECIES, factor[f + 2 * across]);
            c0 = x0.fma(ofC, c0);
            FloatVector ofD = FloatVector.broadcast(SPECIES, factor[f + 3 * across]);
            d0 = x0.fma(ofD, d0);
            f += along;
        }
        a0.intoArray(array, target);
        b0.intoArray(array, target + step);
        c0.intoArray(array, target + 2 * step);
        d0.intoArray(array, target + 3 * step);
    }

    static void twoByFour(Rows factors, int first, int across, Rows sources, int j, Rows targets, int t) {
        float[] array = targets.array(0);
        int step = targets.step();
        int target = targets.offset(t) + j;
        FloatVector a0 = load(array, target);
        FloatVector a1 = load(array, target + LENGTH);
        FloatVector a2 = load(array, target + 2 * LENGTH);
        FloatVector a3 = load(array, target + 3 * LENGTH);
        FloatVector b0 = load(array, target + step);
        FloatVector b1 = load(array, target + step + LENGTH);
        FloatVector b2 = load(array, target + step + 2 * LENGTH);
        FloatVector b3 = load(array, target + step + 3 * LENGTH);
        float[] factor = factors.array(0);
        int along = 1 + factors.step() - across;
        float[] source = sources.array(0);
        int f = first;
        int end = sources.offset(sources.count()) + j;
        for (int i = sources.offset(0) + j; i < end; i += step) {
            FloatVector x0 = load(source, i);
            FloatVector x1 = load(source, i + LENGTH);
            FloatVector x2 = load(source, i + 2 * LENGTH);
            FloatVector x3 = load(source, i + 3 * LENGTH);
            FloatVector ofA = FloatVector.broadcast(SPECIES, factor[f]);
            a0 = x0.fma(ofA, a0);
            a1 = x1.fma(ofA, a1);
            a2 = x2.fma(ofA, a2);
            a3 = x3.fma(ofA, a3);
            FloatVector ofB = FloatVector.broadcast(SPECIES, factor[f + across]);
            b0 = x0.fma(ofB, b0);
            b1 = x1.fma(ofB, b1);
            b2 = x2.fma(ofB, b2);
            b3 = x3.fma(ofB, b3);
            f += along;
        }
        a0.intoArray(array, target);
        a1.intoArray(array, target + LENGTH);
        a2.intoArray(array, target + 2 * LENGTH);
        a3.intoArray(array, target + 3 * LENGTH);
        b0.intoArray(array, target + step);
        b1.intoArray(array, target + step + LENGTH);
        b2.intoArray(array, target + step + 2 * LENGTH);
        b3.intoArray(array, target + step + 3 * LENGTH);
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
            a0 = x0.fma(FloatVector.broadcast(SPECIES, factor[f]), a0);
            b0 = x0.fma(FloatVector.broadcast(SPECIES, factor[f + across]), b0);
            f += along;
        }
        a0.intoArray(array, target);
        b0.intoArray(array, target + step);
    }

    static void oneByFour(Rows factors, int first, int across, Rows sources, int j, Rows targets, int t) {
        float[] array = targets.array(0);
        int step = targets.step();
        int target = targets.offset(t) + j;
        FloatVector a0 = load(array, target);
        FloatVector a1 = load(array, target + LENGTH);
        FloatVector a2 = load(array, target + 2 * LENGTH);
        FloatVector a3 = load(array, target + 3 * LENGTH);
        float[] factor = factors.array(0);
        int along = 1 + factors.step() - across;
        float[] source = sources.array(0);
        int f = first;
        int end = sources.offset(sources.count()) + j;
        for (int i = sources.offset(0) + j; i < end; i += step) {
            FloatVector x0 = load(source, i);
            FloatVector x1 = load(source, i + LENGTH);
            FloatVector x2 = load(source, i + 2 * LENGTH);
            FloatVector x3 = load(source, i + 3 * LENGTH);
            FloatVector ofA = FloatVector.broadcast(SPECIES, factor[f]);
            a0 = x0.fma(ofA, a0);
            a1 = x1.fma(ofA, a1);
            a2 = x2.fma(ofA, a2);
            a3 = x3.fma(ofA, a3);
            f += along;
        }
        a0.intoArray(array, target);
        a1.intoArray(array, target + LENGTH);
        a2.intoArray(array, target + 2 * LENGTH);
        a3.intoArray(array, target + 3 * LENGTH);
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
            FloatVector ofA = FloatVector.broadcast(SPECIES, factor[f]);
            a0 = x0.fma(ofA, a0);
            f += along;
        }
        a0.intoArray(array, target);
    }

    private static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }
}
