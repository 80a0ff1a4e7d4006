import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Measures the most float32 operations that one core does in a second: fused multiply-adds in registers, as wide as they
 * come, enough at once to hide their latency. One multiply-add counts as two operations.
 *
 * <p>Answers every line "run" with the nanoseconds of a multiply-add of one lane. A program in one file, run by {@code
 * java}, since javac 17 warns of every use of the incubating Vector API and the build takes no warnings.
 */
public final class FmaPeak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;
    private static final int LOOPS = 200_000_000;
    private static final int BLOCK = 20_000;

    private FmaPeak() {}

    public static void main(String[] args) throws Exception {
        System.out.println("ready " + SPECIES.vectorBitSize() + " bit");
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        float kept = 0;
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            long start = System.nanoTime();
            for (int done = 0; done < LOOPS; done += BLOCK) {
                kept += multiplyAdd(1 + kept * 1e-30f);
            }
            double nanos = System.nanoTime() - start;
            System.out.println("done " + nanos / ((double) LOOPS * CHAINS * SPECIES.length()) + " " + kept);
        }
    }

    /** Twelve chains of multiply-adds: two units with a latency of four need eight; JIT compilers keep twelve in registers. */
    private static float multiplyAdd(float start) {
        FloatVector factor = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector a = FloatVector.broadcast(SPECIES, start + 0);
        FloatVector b = FloatVector.broadcast(SPECIES, start + 1);
        FloatVector c = FloatVector.broadcast(SPECIES, start + 2);
        FloatVector d = FloatVector.broadcast(SPECIES, start + 3);
        FloatVector e = FloatVector.broadcast(SPECIES, start + 4);
        FloatVector f = FloatVector.broadcast(SPECIES, start + 5);
        FloatVector g = FloatVector.broadcast(SPECIES, start + 6);
        FloatVector h = FloatVector.broadcast(SPECIES, start + 7);
        FloatVector i = FloatVector.broadcast(SPECIES, start + 8);
        FloatVector j = FloatVector.broadcast(SPECIES, start + 9);
        FloatVector k = FloatVector.broadcast(SPECIES, start + 10);
        FloatVector l = FloatVector.broadcast(SPECIES, start + 11);
        for (int n = 0; n < BLOCK; n++) {
            a = a.fma(factor, factor);
            b = b.fma(factor, factor);
            c = c.fma(factor, factor);
            d = d.fma(factor, factor);
            e = e.fma(factor, factor);
            f = f.fma(factor, factor);
            g = g.fma(factor, factor);
            h = h.fma(factor, factor);
            i = i.fma(factor, factor);
            j = j.fma(factor, factor);
            k = k.fma(factor, factor);
            l = l.fma(factor, factor);
        }
        FloatVector sum = a.add(b).add(c.add(d)).add(e.add(f)).add(g.add(h)).add(i.add(j)).add(k.add(l));
        return sum.lane(0);
    }
}
