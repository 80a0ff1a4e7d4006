package org.taagem.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

import org.taagem.data.Dataset;
import org.taagem.data.Encoding;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.nn.Kernel;
import org.taagem.nn.Kernels;
import org.taagem.nn.Mlp;
import org.taagem.random.Seeds;
import org.taagem.stream.Task;
import org.taagem.stream.TaskStream;

/** One run of one learner on one task stream, measured all along. */
public final class Experiment {
    /** One batch out of this many is told to listeners. */
    public static final int BATCH_EVENT_INTERVAL = 10;

    private final ExperimentConfig config;
    private final Kernel kernel;
    private final TaskStream stream;
    private final StreamFacts facts;
    private final Optional<Encoding> encoding;
    private final boolean namesClasses;
    private Optional<Mlp> network = Optional.empty();

    /**
     * Sets up the stream and checks that data and configuration fit together.
     *
     * @param config what to run
     * @param data what to make the tasks of
     * @throws ConfigException if the data does not allow what the configuration asks for
     */
    public Experiment(ExperimentConfig config, TrainTest data) {
        this(config, data, Kernels.plain());
    }

    /**
     * Sets up the stream and checks that data and configuration fit together.
     *
     * @param config what to run
     * @param data what to make the tasks of
     * @param kernel what computes ({@link Kernels#select}); whichever it is, the results are the same
     * @throws ConfigException if the data does not allow what the configuration asks for
     */
    public Experiment(ExperimentConfig config, TrainTest data, Kernel kernel) {
        this.config = config;
        this.kernel = kernel;
        stream = streamOf(config, data);
        checkPools(config, stream.tasks());
        encoding = data.encoding();
        int labels = config.stream()
                .scenario()
                .labels(data.train().classes(), stream.tasks().size());
        namesClasses = labels == data.train().classes();
        facts = StreamFacts.of(data, stream, config.strategy());
    }

    /** Whoever learns all tasks jointly sees, in as many batches, each with the same share of every task. */
    private static TaskStream streamOf(ExperimentConfig config, TrainTest data) {
        Seeds seeds = new Seeds(config.seed());
        if (!config.strategy().learnsAllAtOnce()) {
            return config.stream().of(data, seeds);
        }
        try {
            return config.stream().mixedEvenly().of(data, seeds);
        } catch (ConfigException e) {
            throw new ConfigException(
                    "strategy is " + config.strategy().name() + ", which mixes all tasks of the stream: "
                            + e.getMessage(),
                    e);
        }
    }

    /** A label without a pool would stop the run in its middle; better to say so before it begins. */
    private static void checkPools(ExperimentConfig config, List<Task> tasks) {
        long labels = tasks.stream()
                .flatMap(task -> task.train().samples().stream())
                .mapToInt(Sample::label)
                .distinct()
                .count();
        int pools = config.memory().limits().pools();
        if (config.strategy().rehearses() && labels > pools) {
            throw new ConfigException("num_pools is " + pools + ", but the stream has " + labels
                    + " labels and each needs a pool; set num_pools to at least " + labels);
        }
    }

    /**
     * Returns what the stream is made of.
     *
     * @return the facts
     */
    public StreamFacts stream() {
        return facts;
    }

    /**
     * Returns what has learned.
     *
     * @return the network of the last run; absent before the first
     */
    public Optional<Mlp> network() {
        return network;
    }

    /**
     * Returns what samples of the last run's network look like.
     *
     * @return the description; absent before the first run
     */
    public Optional<SampleSpace> samples() {
        return network.map(learned -> SampleSpace.of(learned, encoding, namesClasses));
    }

    /**
     * Runs from the beginning to the end. Calling it again runs again, with the same numbers.
     *
     * <p>Accuracy is measured beside training, on a second thread, where there is a second processor; when this returns
     * or throws, that thread has done its work.
     *
     * @param listener told of everything that happens, by the thread that calls this
     * @param stopRequested asked after every batch; the run ends as interrupted when it says yes
     * @return how the run ended
     * @throws DivergedException if a loss is infinite or not a number
     */
    public RunStatus run(RunListener listener, BooleanSupplier stopRequested) {
        return run(listener, stopRequested, Runtime.getRuntime()::availableProcessors);
    }

    /**
     * Runs beside other work on the same machine, otherwise as {@link #run(RunListener, BooleanSupplier)} does, with the
     * same numbers.
     *
     * @param listener told of everything that happens, by the thread that calls this
     * @param stopRequested asked after every batch; the run ends as interrupted when it says yes
     * @param processors how many there are for this run at the moment; asked whenever accuracy is due, by the thread that
     *     calls this. With fewer than two, training waits until accuracy is measured
     * @return how the run ended
     * @throws DivergedException if a loss is infinite or not a number
     */
    public RunStatus run(RunListener listener, BooleanSupplier stopRequested, IntSupplier processors) {
        Dataset first = stream.tasks().get(0).train();
        // As many outputs as the data has classes, also where tasks ask for fewer, as the original has it.
        LearnerFactory factory = new LearnerFactory(config.learner(), kernel);
        Mlp learning = factory.network(first.features(), facts.classes());
        network = Optional.of(learning);
        Learner learner = factory.create(learning, stream.tasks().size());
        try (OrderedEvents events = new OrderedEvents(listener, new Evaluator(learner.learner(), processors))) {
            RunLoop loop = new RunLoop(config, stream, learner, events);
            events.tell(new RunEvent.RunStarted(facts, loop.losses()));
            events.testUntrained(stream.tasks());
            return loop.run(stopRequested);
        }
    }
}
