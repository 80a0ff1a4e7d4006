package org.taagem.nn;

import java.io.IOException;

import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Shortens gradients that are longer than they should be, and leaves the step to another optimiser (Pascanu et al. 2013, <a
 * href="https://arxiv.org/abs/1211.5063">arXiv:1211.5063</a>, algorithm 1).
 */
public final class ClippedSteps implements Optimizer, Stateful {
    private final Optimizer optimizer;
    private final double maxNorm;

    /**
     * Makes an optimiser.
     *
     * @param optimizer takes the steps
     * @param maxNorm the largest Euclidean norm of a gradient, more than 0
     */
    public ClippedSteps(Optimizer optimizer, double maxNorm) {
        if (!(maxNorm > 0 && maxNorm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the largest norm is " + maxNorm + "; expected a number above 0");
        }
        this.optimizer = optimizer;
        this.maxNorm = maxNorm;
    }

    @Override
    public void step(Gradient gradient, double loss) {
        double norm = Math.sqrt(gradient.squaredNorm());
        if (norm > maxNorm) {
            gradient.scale(maxNorm / norm);
        }
        optimizer.step(gradient, loss);
    }

    @Override
    public double learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeDouble("max_norm", maxNorm);
        out.writePart("optimizer", optimizer);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectDouble("max_norm", maxNorm);
        in.readPart("optimizer", optimizer);
    }
}
