package org.taagem.learn;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.nn.Classifier;
import org.taagem.nn.Gradient;
import org.taagem.nn.Network;
import org.taagem.nn.Posterior;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Bayesian gradient descent: every parameter has a mean and a spread, and moves the less the surer it is; without a memory and
 * without task boundaries (Zeno et al. 2018, "Task Agnostic Continual Learning Using Online Variational Bayes", <a
 * href="https://arxiv.org/abs/1803.10123">arXiv:1803.10123</a>, algorithm 1).
 *
 * <p>With {@code theta = mu + epsilon sigma}, epsilon standard normal, and {@code g} the gradient at theta of the summed loss of the
 * batch: {@code mu -= eta sigma^2 E[g]}, {@code sigma := sigma sqrt(1 + (sigma E[g epsilon] / 2)^2) - sigma^2 E[g epsilon] / 2}. The
 * expectations are means over a few draws. It predicts with the means.
 */
public final class BayesianGradientDescent implements ContinualLearner, Paced, Snapshotting, Stateful {
    private final Network network;
    private final Settings settings;
    private final Posterior posterior;
    private final Gradient atMeans;

    /**
     * How it learns.
     *
     * @param sigma spread of every parameter at first, more than 0
     * @param eta how far the means move, more than 0; 1 in the paper
     * @param draws draws for the expectations, at least 1; 10 in the paper
     */
    public record Settings(double sigma, double eta, int draws) {
        public Settings {
            if (!(sigma > 0 && eta > 0 && sigma + eta < Double.POSITIVE_INFINITY) || draws < 1) {
                throw new IllegalArgumentException("sigma, eta and draws are " + sigma + ", " + eta + " and " + draws
                        + "; expected numbers above 0, and at least 1 draw");
            }
        }
    }

    /**
     * Makes a learner.
     *
     * @param network what learns; its parameters are the first means
     * @param settings how it learns
     * @param random the source of chance
     */
    public BayesianGradientDescent(Network network, Settings settings, RandomGenerator random) {
        this.network = network;
        this.settings = settings;
        posterior = network.newPosterior(settings.sigma(), random);
        atMeans = network.newGradient();
    }

    @Override
    public double observe(Batch batch) {
        double loss = atMeans.compute(batch);
        for (int draw = 0; draw < settings.draws(); draw++) {
            posterior.collect(batch);
        }
        posterior.update(settings.eta(), (double) batch.size() / settings.draws());
        return loss;
    }

    /** {@inheritDoc} It is eta, by which the steps of the means are multiplied. */
    @Override
    public double learningRate() {
        return settings.eta();
    }

    @Override
    public int[] predict(List<FeatureVector> inputs) {
        return network.predict(inputs);
    }

    @Override
    public Classifier snapshot() {
        return network.snapshot();
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeDouble("eta", settings.eta());
        out.writeInt("draws", settings.draws());
        out.writePart("network", network);
        out.writePart("posterior", posterior);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.expectDouble("eta", settings.eta());
        in.expectInt("draws", settings.draws());
        in.readPart("network", network);
        in.readPart("posterior", posterior);
    }
}
