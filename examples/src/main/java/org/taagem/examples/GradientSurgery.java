package org.taagem.examples;

import java.util.Map;
import java.util.function.Function;

import org.taagem.data.Batch;
import org.taagem.experiment.ConfigReader;
import org.taagem.experiment.LearnerParts;
import org.taagem.experiment.LearnerType;
import org.taagem.learn.ContinualLearner;
import org.taagem.learn.Rehearsal;
import org.taagem.learn.RehearsingLearner;
import org.taagem.nn.Gradient;
import org.taagem.nn.Network;
import org.taagem.nn.Optimizer;

/**
 * A learner of one's own: {@code strategy: gradient-surgery}. It steps along the sum of the gradients of the batch and of
 * the memory; where they conflict, each first loses its component along the other (Yu et al. 2020, "Gradient Surgery for
 * Multi-Task Learning", <a href="https://arxiv.org/abs/2001.06782">arXiv:2001.06782</a>, algorithm 1 for two tasks).
 */
public final class GradientSurgery implements LearnerType {
    private static final String WEIGHT = "surgery_weight";

    /** Makes the type, as the program does that finds it on its class path. */
    public GradientSurgery() {}

    @Override
    public String name() {
        return "gradient-surgery";
    }

    @Override
    public String description() {
        return "adds both gradients, without what conflicts (Yu et al. 2020)";
    }

    @Override
    public Map<String, Object> keys() {
        return Map.of(WEIGHT, 1.0);
    }

    @Override
    public Memory memory() {
        return Memory.REHEARSED;
    }

    @Override
    public Function<LearnerParts, ContinualLearner> maker(ConfigReader settings) {
        double weight = settings.number(WEIGHT, 0, 100);
        return parts -> new Surgeon(parts.network(), parts.optimizer(), parts.rehearsal(), weight);
    }

    private static final class Surgeon extends RehearsingLearner {
        private final double weight;
        private final Gradient g;
        private final Gradient gRef;

        Surgeon(Network network, Optimizer optimizer, Rehearsal rehearsal, double weight) {
            super(network, optimizer, rehearsal);
            this.weight = weight;
            g = network.newGradient();
            gRef = network.newGradient();
        }

        @Override
        public double observe(Batch batch) {
            double loss = g.compute(batch);
            Batch reference = rehearsal.draw(batch);
            if (reference.size() > 0) {
                gRef.compute(reference);
                double conflict = Math.min(0, g.dot(gRef));
                // (g - c gRef / |gRef|^2) + w (gRef - c g / |g|^2), where c is 0 or less
                double ofG = 1 - weight * part(conflict, g);
                double ofGRef = weight - part(conflict, gRef);
                g.scale(ofG);
                g.add(ofGRef, gRef);
            }
            optimizer.step(g, loss);
            rehearsal.offer(batch);
            return loss;
        }

        private static double part(double conflict, Gradient gradient) {
            return conflict < 0 ? conflict / gradient.squaredNorm() : 0;
        }
    }
}
