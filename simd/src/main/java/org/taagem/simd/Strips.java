package org.taagem.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.taagem.nn.Rows;
import org.taagem.nn.Terms;

/**
 * Adds terms to a strip of every target, some vectors wide, that begins at column {@code j}.
 *
 * <p>A strip stays in registers while its terms are added. Its vectors are written out one by one, for the compiler keeps
 * local variables in registers and not the elements of an array.
 */
@SuppressWarnings({"checkstyle:ParameterNumber", "checkstyle:MethodLength"}) // for the same reason
final class Strips {
    /** The widest vectors of the machine, but no wider than what rows are rounded up to. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > Rows.LANES
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;

    /** Elements of a vector. */
    static final int LENGTH = SPECIES.length();

    private Strips() {}

    static void eight(Terms terms, Rows sources, Rows targets, int j) {
        float[] source = sources.array(0);
        int first = sources.offset(0) + j;
        int step = sources.step();
        for (int t = 0; t < terms.rows(); t++) {
            int[] indices = terms.indices(t);
            float[] values = terms.values(t);
            int to = terms.to(t);
            float[] target = targets.array(t);
            int at = targets.offset(t) + j;
            FloatVector a = load(target, at);
            FloatVector b = load(target, at + LENGTH);
            FloatVector c = load(target, at + 2 * LENGTH);
            FloatVector d = load(target, at + 3 * LENGTH);
            FloatVector e = load(target, at + 4 * LENGTH);
            FloatVector f = load(target, at + 5 * LENGTH);
            FloatVector g = load(target, at + 6 * LENGTH);
            FloatVector h = load(target, at + 7 * LENGTH);
            for (int k = terms.from(t); k < to; k++) {
                int i = first + step * indices[k];
                FloatVector value = FloatVector.broadcast(SPECIES, values[k]);
                a = load(source, i).fma(value, a);
                b = load(source, i + LENGTH).fma(value, b);
                c = load(source, i + 2 * LENGTH).fma(value, c);
                d = load(source, i + 3 * LENGTH).fma(value, d);
                e = load(source, i + 4 * LENGTH).fma(value, e);
                f = load(source, i + 5 * LENGTH).fma(value, f);
                g = load(source, i + 6 * LENGTH).fma(value, g);
                h = load(source, i + 7 * LENGTH).fma(value, h);
            }
            a.intoArray(target, at);
            b.intoArray(target, at + LENGTH);
            c.intoArray(target, at + 2 * LENGTH);
            d.intoArray(target, at + 3 * LENGTH);
            e.intoArray(target, at + 4 * LENGTH);
            f.intoArray(target, at + 5 * LENGTH);
            g.intoArray(target, at + 6 * LENGTH);
            h.intoArray(target, at + 7 * LENGTH);
        }
    }

    static void five(Terms terms, Rows sources, Rows targets, int j) {
        float[] source = sources.array(0);
        int first = sources.offset(0) + j;
        int step = sources.step();
        for (int t = 0; t < terms.rows(); t++) {
            int[] indices = terms.indices(t);
            float[] values = terms.values(t);
            int to = terms.to(t);
            float[] target = targets.array(t);
            int at = targets.offset(t) + j;
            FloatVector a = load(target, at);
            FloatVector b = load(target, at + LENGTH);
            FloatVector c = load(target, at + 2 * LENGTH);
            FloatVector d = load(target, at + 3 * LENGTH);
            FloatVector e = load(target, at + 4 * LENGTH);
            for (int k = terms.from(t); k < to; k++) {
                int i = first + step * indices[k];
                FloatVector value = FloatVector.broadcast(SPECIES, values[k]);
                a = load(source, i).fma(value, a);
                b = load(source, i + LENGTH).fma(value, b);
                c = load(source, i + 2 * LENGTH).fma(value, c);
                d = load(source, i + 3 * LENGTH).fma(value, d);
                e = load(source, i + 4 * LENGTH).fma(value, e);
            }
            a.intoArray(target, at);
            b.intoArray(target, at + LENGTH);
            c.intoArray(target, at + 2 * LENGTH);
            d.intoArray(target, at + 3 * LENGTH);
            e.intoArray(target, at + 4 * LENGTH);
        }
    }

    static void four(Terms terms, Rows sources, Rows targets, int j) {
        float[] source = sources.array(0);
        int first = sources.offset(0) + j;
        int step = sources.step();
        for (int t = 0; t < terms.rows(); t++) {
            int[] indices = terms.indices(t);
            float[] values = terms.values(t);
            int to = terms.to(t);
            float[] target = targets.array(t);
            int at = targets.offset(t) + j;
            FloatVector a = load(target, at);
            FloatVector b = load(target, at + LENGTH);
            FloatVector c = load(target, at + 2 * LENGTH);
            FloatVector d = load(target, at + 3 * LENGTH);
            for (int k = terms.from(t); k < to; k++) {
                int i = first + step * indices[k];
                FloatVector value = FloatVector.broadcast(SPECIES, values[k]);
                a = load(source, i).fma(value, a);
                b = load(source, i + LENGTH).fma(value, b);
                c = load(source, i + 2 * LENGTH).fma(value, c);
                d = load(source, i + 3 * LENGTH).fma(value, d);
            }
            a.intoArray(target, at);
            b.intoArray(target, at + LENGTH);
            c.intoArray(target, at + 2 * LENGTH);
            d.intoArray(target, at + 3 * LENGTH);
        }
    }

    static void three(Terms terms, Rows sources, Rows targets, int j) {
        float[] source = sources.array(0);
        int first = sources.offset(0) + j;
        int step = sources.step();
        for (int t = 0; t < terms.rows(); t++) {
            int[] indices = terms.indices(t);
            float[] values = terms.values(t);
            int to = terms.to(t);
            float[] target = targets.array(t);
            int at = targets.offset(t) + j;
            FloatVector a = load(target, at);
            FloatVector b = load(target, at + LENGTH);
            FloatVector c = load(target, at + 2 * LENGTH);
            for (int k = terms.from(t); k < to; k++) {
                int i = first + step * indices[k];
                FloatVector value = FloatVector.broadcast(SPECIES, values[k]);
                a = load(source, i).fma(value, a);
                b = load(source, i + LENGTH).fma(value, b);
                c = load(source, i + 2 * LENGTH).fma(value, c);
            }
            a.intoArray(target, at);
            b.intoArray(target, at + LENGTH);
            c.intoArray(target, at + 2 * LENGTH);
        }
    }

    static void two(Terms terms, Rows sources, Rows targets, int j) {
        float[] source = sources.array(0);
        int first = sources.offset(0) + j;
        int step = sources.step();
        for (int t = 0; t < terms.rows(); t++) {
            int[] indices = terms.indices(t);
            float[] values = terms.values(t);
            int to = terms.to(t);
            float[] target = targets.array(t);
            int at = targets.offset(t) + j;
            FloatVector a = load(target, at);
            FloatVector b = load(target, at + LENGTH);
            for (int k = terms.from(t); k < to; k++) {
                int i = first + step * indices[k];
                FloatVector value = FloatVector.broadcast(SPECIES, values[k]);
                a = load(source, i).fma(value, a);
                b = load(source, i + LENGTH).fma(value, b);
            }
            a.intoArray(target, at);
            b.intoArray(target, at + LENGTH);
        }
    }

    static void one(Terms terms, Rows sources, Rows targets, int j) {
        float[] source = sources.array(0);
        int first = sources.offset(0) + j;
        int step = sources.step();
        for (int t = 0; t < terms.rows(); t++) {
            int[] indices = terms.indices(t);
            float[] values = terms.values(t);
            int to = terms.to(t);
            float[] target = targets.array(t);
            int at = targets.offset(t) + j;
            FloatVector a = load(target, at);
            for (int k = terms.from(t); k < to; k++) {
                int i = first + step * indices[k];
                FloatVector value = FloatVector.broadcast(SPECIES, values[k]);
                a = load(source, i).fma(value, a);
            }
            a.intoArray(target, at);
        }
    }

    private static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }
}
