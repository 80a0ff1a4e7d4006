package org.taagem.learn;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.BatchBuffer;
import org.taagem.nn.Ensemble;
import org.taagem.nn.Importance;
import org.taagem.nn.Loss;
import org.taagem.nn.Network;
import org.taagem.random.NormalRandom;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * What makes a network in training change its mind slowly: three moving averages of its weights, and anchors, by which
 * parameters that matter to some samples stay near the fast one. The lasting average looks back over a share of all that has been,
 * however long that is, and so knows best what is long past, and next to nothing of what is new; with the fast one, which is the other way
 * round, it answers.
 *
 * <p>How much a parameter matters is a moving average, over a few rehearsed samples every now and then, of the squared derivative of
 * {@code v.z}: of all logits {@code z} together, with coefficients {@code v} drawn anew for each sample from the standard normal
 * distribution. Its expectation is the sum of the squared derivatives of the single logits.
 */
public final class Consolidation implements Stateful {
    /** Steps from one update to the next. */
    static final int INTERVAL = 10;

    /** Rehearsed samples that say, at every update, how much parameters matter. */
    private static final int WITNESSES = 3;

    private static final double IMPORTANCE_DECAY = 0.99;
    /** The most of all steps that the fast and the slow average look back over. */
    private static final double RECENT = 0.1;

    private final Network network;
    private final double youth;
    private final double anchoring;
    private final WeightAverage fast;
    private final WeightAverage slow;
    private final WeightAverage lasting;
    private final Ensemble answering;
    private final Importance importance;
    private final Loss anyLogits = this::anyLogits;
    private final BatchBuffer witnesses = new BatchBuffer(WITNESSES);
    private final RandomGenerator random;
    private final NormalRandom normal;
    private long steps;

    /**
     * How slowly.
     *
     * @param fast steps that the fast average looks back over, at least 1
     * @param slow steps that the slow one looks back over, at least 1
     * @param lasting share of all steps that the lasting one looks back over, above 0 to 1
     * @param anchoring how strong the anchors are, 0 or more
     */
    public record Settings(double fast, double slow, double lasting, double anchoring) {
        public Settings {
            if (!(fast >= 1 && slow >= 1 && anchoring >= 0 && fast + slow + anchoring < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("fast, slow and anchoring are " + fast + ", " + slow + " and "
                        + anchoring + "; expected at least 1 step each, and a number of 0 or more");
            }
            if (!(lasting > 0 && lasting <= 1)) {
                throw new IllegalArgumentException("lasting is " + lasting + "; expected a share above 0, at most 1");
            }
        }
    }

    /**
     * Begins with the network as it is.
     *
     * @param network what is in training
     * @param settings how slowly it changes
     * @param random the source of chance
     */
    public Consolidation(Network network, Settings settings, RandomGenerator random) {
        this.network = network;
        this.random = random;
        youth = settings.fast();
        anchoring = settings.anchoring();
        normal = new NormalRandom(random);
        fast = new WeightAverage(network, new WeightAverage.Horizon(settings.fast(), RECENT));
        slow = new WeightAverage(network, new WeightAverage.Horizon(settings.slow(), RECENT));
        lasting = new WeightAverage(network, new WeightAverage.Horizon(Double.POSITIVE_INFINITY, settings.lasting()));
        answering = new Ensemble(List.of(fast.network(), lasting.network()));
        importance = network.newImportance();
    }

    /** Returns what is in training. */
    Network network() {
        return network;
    }

    /** Returns the slow average itself. */
    Network slow() {
        return slow.network();
    }

    /**
     * Returns how far the averages can be relied on: from 0 before the first step to 1 after as many as the fast one looks back over. Until
     * then they are hardly older than the network itself.
     */
    double maturity() {
        return Math.min(1, steps / youth);
    }

    /** Returns the fast and the lasting average together; themselves. */
    Ensemble answering() {
        return answering;
    }

    /** Takes note of a step, taken at a learning rate with the help of some samples from memory, and does what is due. */
    void stepped(double learningRate, Batch rehearsed) {
        steps++;
        if (steps % INTERVAL == 0) {
            anchor(learningRate, rehearsed);
            average(INTERVAL);
        } else if (steps < INTERVAL) {
            average(1); // else it would answer with the untrained network until then
        }
    }

    private void anchor(double learningRate, Batch rehearsed) {
        if (anchoring > 0 && rehearsed.size() > 0) {
            pickWitnesses(rehearsed);
            importance.update(witnesses, anyLogits, IMPORTANCE_DECAY);
            importance.pull(fast.network(), anchoring * learningRate * INTERVAL);
        }
    }

    /** By selection sampling (Knuth, The Art of Computer Programming, volume 2, algorithm S): each is as likely as any other. */
    private void pickWitnesses(Batch rehearsed) {
        witnesses.clear();
        for (int i = 0; i < rehearsed.size(); i++) {
            if (random.nextInt(rehearsed.size() - i) < WITNESSES - witnesses.size()) {
                witnesses.add(rehearsed.get(i));
            }
        }
    }

    private void average(int since) {
        fast.update(network, steps, since);
        slow.update(network, steps, since);
        lasting.update(network, steps, since);
    }

    /** A sum of the logits with coefficients drawn anew, which are its derivatives; what it comes to does not matter. */
    private double anyLogits(Batch batch, int row, float[] logits) {
        normal.fill(logits);
        return 0;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeLong("steps", steps);
        out.writePart("fast", fast);
        out.writePart("slow", slow);
        out.writePart("lasting", lasting);
        out.writePart("importance", importance);
        out.writePart("random", random);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        steps = in.readCount("steps");
        in.readPart("fast", fast);
        in.readPart("slow", slow);
        in.readPart("lasting", lasting);
        in.readPart("importance", importance);
        in.readPart("random", random);
    }
}
