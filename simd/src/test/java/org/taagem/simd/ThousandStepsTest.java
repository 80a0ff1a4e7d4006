package org.taagem.simd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.learn.ReferenceBatch;
import org.taagem.nn.Kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Kernels may differ in speed only, on vectors of any width. */
class ThousandStepsTest {
    static List<ReferenceBatch> sizes() {
        return ThousandSteps.SIZES;
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void parameters_afterAThousandSteps_areBitForBitThoseOfThePlainKernel(ReferenceBatch size) {
        assertEquals(new ThousandSteps(Kernels.plain(), size).hash(), new ThousandSteps(new SimdKernel(), size).hash());
    }

    @Test
    void hash_otherReferenceBatch_isAnother() {
        assertNotEquals(
                new ThousandSteps(Kernels.plain(), ReferenceBatch.BATCH).hash(),
                new ThousandSteps(Kernels.plain(), ReferenceBatch.ALL).hash());
    }

    /** A machine with narrower vectors reports its own width; on any, the numbers are those of the plain kernel. */
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void parameters_onVectorsOfOtherWidths_areBitForBitThoseOfThePlainKernel(int bits)
            throws IOException, InterruptedException {
        List<String> lines = runOnVectorsOf(bits);

        List<String> expected = ThousandSteps.SIZES.stream()
                .map(size -> String.valueOf(new ThousandSteps(Kernels.plain(), size).hash()))
                .toList();
        assertEquals(expected, lines.subList(1, lines.size()));
        int widest = Integer.parseInt(new SimdKernel().description().replaceAll("\\D", ""));
        assertEquals("simd (" + Math.min(bits, widest) + " bits)", lines.get(0));
    }

    private static List<String> runOnVectorsOf(int bits) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-XX:MaxVectorSize=" + bits / 8,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ThousandSteps.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor());
        return lines;
    }
}
