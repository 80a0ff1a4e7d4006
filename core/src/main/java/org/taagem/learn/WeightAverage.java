package org.taagem.learn;

import java.io.IOException;

import org.taagem.nn.Network;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * A moving average of the weights of a network in training, which is a steadier network than the one it averages (Polyak and
 * Juditsky 1992; as a teacher: Tarvainen and Valpola 2017, "Mean teachers", <a
 * href="https://arxiv.org/abs/1703.01780">arXiv:1703.01780</a>).
 *
 * <p>It looks back over so many steps, but never over more than a share of those taken: of a short history most is beginning.
 */
final class WeightAverage implements Stateful {
    private final Network average;
    private final Horizon horizon;

    /**
     * How far back an average looks.
     *
     * @param steps over so many steps, at least 1; may be infinite
     * @param share but over no more than this share of all, above 0 to 1
     */
    record Horizon(double steps, double share) {}

    /**
     * Begins with the network as it is.
     *
     * @param network what is to be averaged
     * @param horizon how far back it looks
     */
    WeightAverage(Network network, Horizon horizon) {
        average = network.copy();
        this.horizon = horizon;
    }

    /** Takes in the network, which has taken {@code taken} steps in all, and {@code since} of them since the last time. */
    void update(Network network, long taken, int since) {
        double lookBack = Math.min(horizon.steps(), 1 + horizon.share() * taken);
        average.approach(network, Math.min(1, since / lookBack));
    }

    /** Returns the average itself. */
    Network network() {
        return average;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeFloats("parameters", average.parameters());
    }

    @Override
    public void restore(StateReader in) throws IOException {
        float[] parameters = average.parameters();
        in.readFloats("parameters", parameters);
        average.setParameters(parameters);
    }
}
