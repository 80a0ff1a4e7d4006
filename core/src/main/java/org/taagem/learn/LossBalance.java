package org.taagem.learn;

/**
 * How MEGA balances the gradient of a batch and that of the memory by their losses (Guo et al. 2020, "Improved Schemes for
 * Episodic Memory-based Lifelong Learning", <a href="https://arxiv.org/abs/1909.11763">arXiv:1909.11763</a>).
 */
public enum LossBalance {
    /** MEGA-I (section 4.1): {@code g + (lossRef / loss) gRef}; if the batch is known already, {@code gRef} alone. */
    MEGA_1 {
        @Override
        Weights weigh(Geometry geometry) {
            return geometry.loss() > KNOWN ? new Weights(1, geometry.lossRef() / geometry.loss()) : new Weights(0, 1);
        }
    },

    /**
     * MEGA-II (section 4.2): {@code g}, turned towards {@code gRef} by the angle t of 0 to 90 degrees that makes {@code loss *
     * cos(t) + lossRef * cos(T - t)} largest, T being the angle between the two. So {@code tan(t) = sin(T) / (loss / lossRef +
     * cos(T))}.
     */
    MEGA_2 {
        @Override
        Weights weigh(Geometry geometry) {
            double whole = geometry.angle();
            if (!(Math.sin(whole) > PARALLEL) || geometry.lossRef() <= 0) {
                return new Weights(1, 0);
            }
            double turn = turn(geometry.loss(), geometry.lossRef(), whole);
            return new Weights(
                    StrictMath.sin(whole - turn) / StrictMath.sin(whole),
                    geometry.norm() / geometry.normRef() * StrictMath.sin(turn) / StrictMath.sin(whole));
        }
    };

    /** Below this loss, a batch teaches nothing new (the paper's epsilon). */
    private static final double KNOWN = 1e-3;

    /** Gradients whose directions differ by less, or are opposite but for less, span no plane to turn in. */
    private static final double PARALLEL = 1e-6;

    /**
     * Returns the angle to turn by.
     *
     * @param loss mean loss of the batch, 0 or more
     * @param lossRef mean loss of the samples from memory, more than 0
     * @param whole the angle between both gradients, 0..pi
     * @return 0..pi/2
     */
    static double turn(double loss, double lossRef, double whole) {
        double turn = StrictMath.atan2(StrictMath.sin(whole), loss / lossRef + StrictMath.cos(whole));
        return Math.min(turn, Math.PI / 2);
    }

    /** Says how much of each gradient to take. */
    abstract Weights weigh(Geometry geometry);

    /**
     * How much of each gradient to take.
     *
     * @param own of the batch's
     * @param reference of the memory's
     */
    record Weights(double own, double reference) {}

    /**
     * Two gradients, their lengths and losses.
     *
     * @param loss mean loss of the batch
     * @param lossRef mean loss of the samples from memory
     * @param dot inner product of both gradients
     * @param norm length of the batch's gradient
     * @param normRef length of the memory's gradient
     */
    record Geometry(double loss, double lossRef, double dot, double norm, double normRef) {
        /** Returns the angle between the gradients, 0..pi; 0 if one of them is zero. */
        double angle() {
            double product = norm * normRef;
            return product == 0 ? 0 : StrictMath.acos(Math.max(-1, Math.min(1, dot / product)));
        }
    }
}
