package org.taagem.benchmarks.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The arithmetic of the steps of an exchange, with the projections that these steps really need.
 *
 * @param sparseInputs by sampled step, zero inputs left out
 * @param openUnits by sampled step, closed units left out too
 * @param projectionRate share of all steps that project, 0..1
 * @param shares {@code [layers]}: mean share of the inputs and of the units of each hidden layer that are not zero
 */
record StepArithmetic(
        List<Arithmetic> sparseInputs, List<Arithmetic> openUnits, double projectionRate, List<Double> shares) {
    /** Takes all steps once and counts one in so many. */
    static StepArithmetic of(Exchange exchange, int interval) {
        ScriptedSteps steps = new ScriptedSteps(exchange);
        List<Integer> sizes = exchange.layerSizes();
        List<Arithmetic> sparseInputs = new ArrayList<>();
        List<Arithmetic> openUnits = new ArrayList<>();
        double[] open = new double[sizes.size()];
        double samples = 0;
        int projected = 0;
        for (int s = 0; s < steps.count(); s++) {
            if (s % interval == 0) {
                Activations activations = new Activations(sizes, steps.parameters());
                int[][] batch = activations.count(exchange.batch(exchange.batches()[s]));
                int[][] reference = activations.count(exchange.batch(exchange.references()[s]));
                sparseInputs.add(Arithmetic.ofStep(batch, reference, sizes, Arithmetic.Counting.SPARSE_INPUTS));
                openUnits.add(Arithmetic.ofStep(batch, reference, sizes, Arithmetic.Counting.OPEN_UNITS));
                sum(batch, open);
                sum(reference, open);
                samples += batch.length + reference.length;
            }
            projected += steps.take(s) ? 1 : 0;
        }
        List<Double> shares = new ArrayList<>();
        for (int l = 0; l + 1 < open.length; l++) {
            shares.add(open[l] / samples / sizes.get(l));
        }
        return new StepArithmetic(sparseInputs, openUnits, (double) projected / steps.count(), shares);
    }

    private static void sum(int[][] counts, double[] into) {
        for (int[] sample : counts) {
            Arrays.setAll(into, l -> into[l] + sample[l]);
        }
    }

    /** Mean operations of a step; a multiply-add counts as two. */
    double operations(Arithmetic.Counting counting) {
        List<Arithmetic> counted = counting == Arithmetic.Counting.SPARSE_INPUTS ? sparseInputs : openUnits;
        return counted.stream()
                .mapToDouble(step -> step.operations(projectionRate))
                .average()
                .orElseThrow();
    }

    /** What the counts rest on, in a sentence. */
    String facts() {
        return String.format(
                Locale.ROOT,
                "%.0f %% of these steps project. Not zero: %.1f %% of the inputs, %.0f %% and %.0f %% of the hidden units.",
                100 * projectionRate,
                100 * shares.get(0),
                100 * shares.get(1),
                100 * shares.get(2));
    }
}
