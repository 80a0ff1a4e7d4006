package org.taagem.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.data.Batch;
import org.taagem.data.MnistLite;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.learn.Agem;
import org.taagem.learn.AgemProjection;
import org.taagem.learn.ReferenceBatch;
import org.taagem.learn.Rehearsal;
import org.taagem.memory.ClusterLimits;
import org.taagem.memory.ClusteredMemory;
import org.taagem.memory.MemoryWriter;
import org.taagem.nn.Kernel;
import org.taagem.nn.KernelChoice;
import org.taagem.nn.Kernels;
import org.taagem.nn.Mlp;
import org.taagem.nn.Sgd;
import org.taagem.random.Seeds;
import org.taagem.stream.EpochBatches;
import org.taagem.stream.PermutedPixels;
import org.taagem.stream.Schedule;
import org.taagem.stream.TaskStream;

/**
 * A training course of TA-A-GEM without end: permuted MNIST, four epochs of each task and then again from the first, and a
 * learner in the midst of it that has seen every task and whose memory is full.
 */
public final class Course {
    private static final double LEARNING_RATE = 1e-3;
    /** Before the measurement, so that the network soon is as one that has been trained for long. */
    private static final double EARLY_LEARNING_RATE = 0.03;

    private static final int EPOCHS = 4;
    /** A memory into which so many samples more put nothing is as full as these samples make it. */
    private static final int PASSES = 3;

    private final TaskStream stream;
    private final ClusteredMemory memory;
    private final Mlp network;
    private final Agem learner;
    private boolean begun;
    private int epoch;
    private EpochBatches batches;

    /**
     * Fills the memory and takes a step on every batch of every task.
     *
     * @param workload what a step has to do
     * @param seeds the source of chance
     */
    public Course(Workload workload, Seeds seeds) {
        TrainTest data = data(workload, seeds.named("density"));
        stream = stream(workload, data, seeds);
        memory = fullMemory(workload, stream, seeds);
        int hidden = workload.hiddenUnits();
        Kernel kernel = Kernels.select(KernelChoice.AUTO).kernel();
        network = new Mlp(
                List.of(data.train().features(), hidden, hidden, MnistLite.CLASSES), seeds.named("init"), kernel);
        Rehearsal rehearsal = new Rehearsal(
                new FixedDraw(memory, workload.referenceSize()), ReferenceBatch.BATCH, new MemoryWriter(memory, 1));
        learner = new Agem(
                network, new Sgd(loss -> begun ? LEARNING_RATE : EARLY_LEARNING_RATE), rehearsal, new AgemProjection());
        batches = stream.open(0);
        for (int task = 0; task < workload.tasks(); task++) {
            learnEpoch(EPOCHS * task);
        }
        begun = true;
    }

    private static TrainTest data(Workload workload, RandomGenerator random) {
        TrainTest data = MnistLite.load();
        if (workload.density().isEmpty()) {
            return data;
        }
        double density = workload.density().getAsDouble();
        return new TrainTest(
                data.name(),
                InputDensity.change(data.train(), density, random),
                InputDensity.change(data.test(), density, random),
                data.source(),
                data.sha256(),
                List.of(),
                data.encoding());
    }

    private static TaskStream stream(Workload workload, TrainTest data, Seeds seeds) {
        Schedule.Lengths lengths = new Schedule.Lengths(workload.tasks(), EPOCHS, 1);
        return new TaskStream(
                new PermutedPixels().tasks(data, workload.tasks(), seeds),
                Schedule.SEQUENTIAL.order(lengths, seeds.named("schedule")),
                workload.batchSize(),
                seeds);
    }

    private static ClusteredMemory fullMemory(Workload workload, TaskStream stream, Seeds seeds) {
        ClusterLimits limits = new ClusterLimits(MnistLite.CLASSES, workload.clusters(), workload.samplesPerCluster());
        ClusteredMemory memory = new ClusteredMemory(limits, seeds.named("memory"));
        List<Sample> samples = new ArrayList<>();
        stream.tasks().forEach(task -> samples.addAll(task.train().samples()));
        for (int pass = 0; pass < PASSES && memory.size() < memory.capacity(); pass++) {
            samples.forEach(memory::add);
        }
        if (memory.size() < workload.referenceSize()) {
            throw new IllegalStateException(
                    "the memory holds " + memory.size() + " samples; cannot draw " + workload.referenceSize());
        }
        return memory;
    }

    private void learnEpoch(int index) {
        EpochBatches all = stream.open(index);
        while (all.hasNext()) {
            learner.observe(all.next());
        }
    }

    /**
     * Returns the next batch of the stream.
     *
     * @return a batch that the next call refills
     */
    public Batch nextBatch() {
        if (!batches.hasNext()) {
            epoch = (epoch + 1) % stream.epochs().size();
            batches = stream.open(epoch);
        }
        return batches.next();
    }

    /**
     * Learns the next batch.
     *
     * @return its mean loss before the step
     */
    public double step() {
        return learner.observe(nextBatch());
    }

    /**
     * Returns what learns.
     *
     * @return the learner, which has seen every task
     */
    public Agem learner() {
        return learner;
    }

    /**
     * Returns the learner's network.
     *
     * @return the network
     */
    public Mlp network() {
        return network;
    }

    /**
     * Returns the learner's memory.
     *
     * @return a memory that is full
     */
    public ClusteredMemory memory() {
        return memory;
    }

    /**
     * Returns the stream that is learned.
     *
     * @return the stream, whose tasks hold the test data too
     */
    public TaskStream stream() {
        return stream;
    }
}
