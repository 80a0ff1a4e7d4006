package org.taagem.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.taagem.data.Dataset;
import org.taagem.data.Encoding;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.nn.Ensemble;
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
    private Optional<Ensemble> answering = Optional.empty();

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
     * Returns the tasks of the stream.
     *
     * @return by id
     */
    public List<Task> tasks() {
        return stream.tasks();
    }

    /**
     * Returns the names of the labels that the tasks use.
     *
     * @return by label; empty if they have none, or stand for groups of classes
     */
    public List<String> classNames() {
        return encoding.filter(names -> namesClasses).map(Encoding::classes).orElse(List.of());
    }

    /**
     * Returns what has learned.
     *
     * @return what the last run's learner answers with; absent before the first run
     */
    public Optional<Ensemble> answering() {
        return answering;
    }

    /**
     * Returns what samples of the last run's network look like.
     *
     * @return the description; absent before the first run
     */
    public Optional<SampleSpace> samples() {
        return answering.map(learned -> SampleSpace.of(learned, encoding, namesClasses));
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
        try (Run run = begin(listener, RunOptions.USUAL)) {
            return run.run(stopRequested);
        }
    }

    /**
     * Sets up a run, with a network that has learned nothing yet. Runs that are set up later have networks of their own.
     *
     * @param listener told of everything that happens, by the thread that runs it
     * @param options how it is made
     * @return the run, to be closed by the caller
     * @throws ConfigException if checkpoints are wanted of a learner that cannot say what its state is
     */
    public Run begin(RunListener listener, RunOptions options) {
        Dataset first = stream.tasks().get(0).train();
        // As many outputs as the data has classes, also where tasks ask for fewer, as the original has it.
        LearnerFactory factory = new LearnerFactory(config.learner(), kernel);
        Mlp learning = factory.network(first.features(), facts.classes());
        Learner learner = factory.create(learning, stream.tasks().size());
        Ensemble answers = learner.answering(learning);
        answering = Optional.of(answers);
        OrderedEvents events = new OrderedEvents(listener, new Evaluator(learner.learner(), options.processors()));
        RunLoop loop = new RunLoop(
                new RunLoop.Intervals(config.testingInterval(), options.checkpoints()), stream, learner, events);
        checkCanBeKept(loop, options.checkpoints());
        return new Run(facts, answers, events, loop);
    }

    /** Before the first step, and not when hours have been spent. */
    private static void checkCanBeKept(RunLoop loop, CheckpointInterval checkpoints) {
        if (!checkpoints.wanted()) {
            return;
        }
        try {
            loop.capture();
        } catch (UnsupportedOperationException e) {
            throw new ConfigException(
                    "checkpoint_interval is " + checkpoints.value() + ", but " + e.getMessage()
                            + "; set checkpoint_interval to 0 to run without checkpoints",
                    e);
        }
    }
}
