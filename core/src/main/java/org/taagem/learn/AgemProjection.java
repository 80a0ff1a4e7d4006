package org.taagem.learn;

import org.taagem.nn.Gradient;

/**
 * The rule of A-GEM: a gradient that would raise the loss on the memory loses the part that does (Chaudhry et al. 2019,
 * "Efficient Lifelong Learning with A-GEM", <a href="https://arxiv.org/abs/1812.00420">arXiv:1812.00420</a>, eq. 11).
 *
 * <p>If {@code g.gRef >= 0}, {@code g} is kept; else {@code g - (g.gRef / gRef.gRef) gRef}, the vector nearest to
 * {@code g} that is orthogonal to {@code gRef}. If {@code gRef} is zero, {@code g} is kept.
 */
public final class AgemProjection implements GradientProjection {
    /** Makes the rule. */
    public AgemProjection() {}

    @Override
    public boolean project(Gradient g, Gradient gRef) {
        double dot = g.dot(gRef);
        if (dot >= 0) {
            return false;
        }
        double squaredNorm = gRef.squaredNorm();
        if (squaredNorm == 0) {
            return false;
        }
        g.add(-dot / squaredNorm, gRef);
        return true;
    }
}
