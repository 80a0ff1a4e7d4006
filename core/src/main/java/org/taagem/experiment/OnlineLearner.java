package org.taagem.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.taagem.data.BatchBuffer;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.learn.Projecting;
import org.taagem.memory.EpisodicMemory;
import org.taagem.metrics.PrequentialAccuracy;
import org.taagem.nn.Ensemble;
import org.taagem.nn.Kernel;
import org.taagem.nn.Mlp;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/**
 * Learns a stream that never ends, sample by sample as they come, and counts how many it knew before it learned them.
 *
 * <p>A step is taken whenever a batch is full. The samples that wait for it are part of the state, so that a break changes
 * nothing.
 */
public final class OnlineLearner implements Stateful {
    /** How many of the last samples the accuracy of the moment is taken over. */
    public static final int USUAL_WINDOW = 1000;

    private final int batchSize;
    private final Ensemble answering;
    private final Learner parts;
    private final BatchBuffer waiting;
    private final List<FeatureVector> inputs = new ArrayList<>();
    private PrequentialAccuracy accuracy;
    private long samples;
    private long steps;
    private double loss;

    /**
     * What is learned.
     *
     * @param features number of features, at least 1
     * @param classes number of classes, at least 1
     */
    public record Stream(int features, int classes) {}

    /**
     * Makes a learner that knows nothing yet.
     *
     * @param config how to learn
     * @param stream what to learn
     * @param kernel what computes; whichever it is, the results are the same
     */
    public OnlineLearner(OnlineConfig config, Stream stream, Kernel kernel) {
        batchSize = config.batchSize();
        LearnerFactory factory = new LearnerFactory(config.learner(), kernel);
        Mlp learning = factory.network(stream.features(), stream.classes());
        parts = factory.create(learning, 1);
        answering = parts.answering(learning);
        waiting = new BatchBuffer(Math.min(batchSize, 1 << 10));
        accuracy = new PrequentialAccuracy(USUAL_WINDOW);
    }

    /**
     * Sets how many of the last samples the accuracy of the moment is taken over, {@value #USUAL_WINDOW} at first. What is
     * known of the last samples is kept, as far as it fits.
     *
     * @param window at least 1
     */
    public void lookBack(int window) {
        accuracy = new PrequentialAccuracy(window, accuracy.tested(), accuracy.right(), accuracy.last());
    }

    /**
     * Takes in a sample; when a batch is full, tests itself on it and then learns it.
     *
     * @param features the input
     * @param label the class, 0..classes-1
     * @return whether a batch was learned
     * @throws DivergedException if the loss is infinite or not a number
     */
    public boolean learn(FeatureVector features, int label) {
        waiting.add(new Sample(
                (int) (samples & Integer.MAX_VALUE), features, label)); // the number of an endless stream wraps
        samples++;
        if (waiting.size() < batchSize) {
            return false;
        }
        step();
        return true;
    }

    /**
     * Learns the samples that wait for a batch to be full, if any, as a smaller batch: the stream is over.
     *
     * @throws DivergedException if the loss is infinite or not a number
     */
    public void finish() {
        if (waiting.size() > 0) {
            step();
        }
    }

    private void step() {
        inputs.clear();
        for (int i = 0; i < waiting.size(); i++) {
            inputs.add(waiting.get(i).features());
        }
        int[] predicted = parts.learner().predict(inputs);
        for (int i = 0; i < predicted.length; i++) {
            accuracy.add(predicted[i] == waiting.get(i).label());
        }
        loss = parts.learner().observe(waiting);
        waiting.clear();
        steps++;
        if (!Double.isFinite(loss)) {
            throw new DivergedException("the loss of batch " + steps + " is " + loss
                    + ": the learner diverged; lower learning_rate, or scale the features to about -1..1");
        }
    }

    /**
     * Returns the number of samples taken in, those that wait included.
     *
     * @return 0 or more
     */
    public long samples() {
        return samples;
    }

    /**
     * Returns the number of batches learned.
     *
     * @return 0 or more
     */
    public long steps() {
        return steps;
    }

    /**
     * Returns the mean loss of the last batch before its step.
     *
     * @return 0 or more, in nats; 0 before the first step
     */
    public double loss() {
        return loss;
    }

    /**
     * Returns how good the learner is; each sample is a test before it is learned.
     *
     * @return the accuracy; it goes on with the learner
     */
    public PrequentialAccuracy accuracy() {
        return accuracy;
    }

    /**
     * Returns how many samples the memory keeps.
     *
     * @return 0 or more
     */
    public int memorySize() {
        return parts.memory().map(EpisodicMemory::size).orElse(0);
    }

    /**
     * Returns the share of steps whose gradient was projected.
     *
     * @return 0..1
     */
    public double projectionRate() {
        return parts.learner() instanceof Projecting projecting ? projecting.projectionRate() : 0;
    }

    /**
     * Returns what answers.
     *
     * @return what it answers with; itself, which goes on with the learner
     */
    public Ensemble answering() {
        return answering;
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writePart("learner", parts.learner());
        out.writeLong("samples", samples);
        out.writeLong("steps", steps);
        out.writeDouble("loss", loss);
        OnlineState.saveAccuracy(accuracy, out);
        OnlineState.saveWaiting(waiting, out);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        in.readPart("learner", parts.learner());
        samples = in.readCount("samples");
        steps = in.readCount("steps");
        loss = in.readDouble("loss");
        accuracy = OnlineState.readAccuracy(in);
        waiting.clear();
        int count = in.readInt("waiting", 0, batchSize - 1);
        for (int i = 0; i < count; i++) {
            waiting.add(OnlineState.readSample(in, answering.inputs(), answering.outputs()));
        }
    }
}
