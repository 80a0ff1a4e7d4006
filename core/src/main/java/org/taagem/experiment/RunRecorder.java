package org.taagem.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.taagem.experiment.RunEvent.BatchTrained;
import org.taagem.experiment.RunEvent.Checkpointed;
import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.RunFinished;
import org.taagem.experiment.RunEvent.RunStarted;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.RunEvent.UntrainedTested;

/** Puts the events of a run together into its record. */
public final class RunRecorder implements RunListener {
    private final Map<String, Object> config;
    private final Environment environment;
    private final StreamFacts stream;
    private final List<Evaluation> evaluations = new ArrayList<>();
    private final List<TaskResult> tasks = new ArrayList<>();
    private List<Double> untrained = List.of();
    private RunStatus status = RunStatus.RUNNING;
    private LossSeries losses = new LossSeries(0);
    private final Stopwatch wall = new Stopwatch();
    private double wallTime;
    private final double wallTimeBefore;

    /**
     * Makes a recorder of a run that is about to begin.
     *
     * @param config the effective configuration by key
     * @param environment where and with what the run is made
     * @param stream what the learner will see
     */
    public RunRecorder(Map<String, Object> config, Environment environment, StreamFacts stream) {
        this.config = config;
        this.environment = environment;
        this.stream = stream;
        wallTimeBefore = 0;
        wall.start();
    }

    /**
     * Makes a recorder of a run that goes on from a checkpoint.
     *
     * @param before the record as it was then
     * @param now where and with what the run goes on
     */
    public RunRecorder(RunRecord before, Environment now) {
        config = before.config();
        environment = now.after(before.environment());
        stream = before.stream();
        untrained = before.untrainedAccuracies();
        evaluations.addAll(before.evaluations());
        tasks.addAll(before.tasks());
        wallTimeBefore = before.wallTime().orElse(0);
        wall.start();
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof Evaluated evaluated) {
            evaluations.add(evaluated.evaluation());
        } else if (event instanceof TaskFinished finished) {
            tasks.add(finished.result());
        } else if (event instanceof RunFinished finished) {
            status = finished.status();
            wallTime = finished.wallTime();
        } else if (event instanceof RunStarted started) {
            losses = started.losses();
        } else if (event instanceof UntrainedTested tested) {
            untrained = tested.accuracies();
        } else {
            // the series of losses tells it all
            assert event instanceof BatchTrained || event instanceof Checkpointed : event;
        }
    }

    /** Takes note that an error stopped the run. */
    public void fail() {
        status = RunStatus.FAILED;
    }

    /** Takes note that the run diverged, which stopped it. */
    public void diverge() {
        status = RunStatus.DIVERGED;
    }

    /**
     * Returns the record of the run so far.
     *
     * @return the record
     */
    public RunRecord record() {
        return new RunRecord(
                RunRecord.SCHEMA,
                status,
                config,
                environment,
                stream,
                untrained,
                List.copyOf(evaluations),
                List.copyOf(tasks),
                Summary.of(new Summary.Measured(stream, untrained, evaluations, tasks)),
                OptionalDouble.of(
                        status == RunStatus.FINISHED || status == RunStatus.INTERRUPTED
                                ? wallTime
                                : wallTimeBefore + wall.seconds()));
    }

    /**
     * Returns loss and learning rate of every batch.
     *
     * @return the series; grows as the run goes on
     */
    public LossSeries losses() {
        return losses;
    }
}
