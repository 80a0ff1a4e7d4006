package org.taagem.experiment;

import java.util.function.BooleanSupplier;

import org.taagem.data.Batch;
import org.taagem.experiment.RunEvent.BatchTrained;
import org.taagem.experiment.RunEvent.RunFinished;
import org.taagem.learn.TaskAware;
import org.taagem.memory.MemoryWriter;
import org.taagem.stream.EpochBatches;
import org.taagem.stream.TaskStream;

/** Takes a learner through a stream once. */
final class RunLoop {
    private static final int ROOM_AT_FIRST = 1 << 20;

    private final TestingInterval interval;
    private final TaskStream stream;
    private final Learner learner;
    private final OrderedEvents events;
    private final Measurement measurement;
    private final LossSeries losses;
    private final Stopwatch wall = new Stopwatch();
    private final Stopwatch training = new Stopwatch();

    private int epoch;
    private long step;
    private double epochLoss;
    private int epochBatches;

    RunLoop(ExperimentConfig config, TaskStream stream, Learner learner, OrderedEvents events) {
        interval = config.testingInterval();
        this.stream = stream;
        this.learner = learner;
        this.events = events;
        measurement = new Measurement(stream, learner);
        losses = new LossSeries((int) Math.min(stream.totalBatches(), ROOM_AT_FIRST));
    }

    /** Loss and learning rate of every batch; grows as the loop goes on. */
    LossSeries losses() {
        return losses;
    }

    RunStatus run(BooleanSupplier stopRequested) {
        wall.start();
        RunStatus status = RunStatus.FINISHED;
        for (epoch = 0; epoch < stream.epochs().size() && status == RunStatus.FINISHED; epoch++) {
            status = runEpoch(stopRequested);
        }
        events.catchUp();
        wall.stop();
        events.tell(new RunFinished(status, wall.seconds()));
        return status;
    }

    private RunStatus runEpoch(BooleanSupplier stopRequested) {
        measurement.enter(stream.epochs().get(epoch));
        epochLoss = 0;
        epochBatches = 0;
        training.start();
        EpochBatches batches = stream.open(epoch);
        while (batches.hasNext()) {
            learn(batches.next());
            if (stopRequested.getAsBoolean()) {
                training.stop();
                return RunStatus.INTERRUPTED;
            }
        }
        learner.epochWriter().ifPresent(this::fillMemory);
        if (isEndOfTask() && learner.learner() instanceof TaskAware taskAware) {
            taskAware.endTask();
        }
        training.stop();
        finishEpoch();
        return RunStatus.FINISHED;
    }

    private void learn(Batch batch) {
        double loss = learner.learner().observe(batch);
        double rate = learner.learningRate().getAsDouble();
        losses.add(loss, rate);
        if (!Double.isFinite(loss)) {
            throw new DivergedException("the loss of batch " + (step + 1) + " is " + loss
                    + ": the run diverged; lower learning_rate, which was " + rate + " in the last step");
        }
        epochLoss += loss;
        epochBatches++;
        step++;
        if (events.isDue()) {
            training.stop();
            events.catchUp();
            training.start();
        }
        if (step % Experiment.BATCH_EVENT_INTERVAL == 0) {
            int task = stream.epochs().get(epoch).task();
            events.tell(new BatchTrained(step, task, epoch + 1, epochBatches, stream.batches(epoch), loss, rate));
        }
        if (interval.dueAfterStep(step) && !isEndOfTask()) {
            training.stop();
            evaluate();
            training.start();
        }
    }

    /** At the end of a task accuracy is measured anyway, after the memory has been filled. */
    private boolean isEndOfTask() {
        return measurement.isLastOfItsTask(epoch) && epochBatches == stream.batches(epoch);
    }

    /** Offers the memory samples of the epoch just learned, in another order. */
    private void fillMemory(MemoryWriter writer) {
        EpochBatches again = stream.openAgain(epoch);
        while (again.hasNext()) {
            writer.offer(again.next());
        }
    }

    private void finishEpoch() {
        if (isEndOfTask() || interval.atEpochEnd()) {
            evaluate();
        }
    }

    private void evaluate() {
        Moment now = measurement.moment(epoch, step, epochLoss / epochBatches, training.seconds());
        if (isEndOfTask()) {
            events.finishTask(now, stream.tasks());
        } else {
            events.evaluate(now, measurement.tasksSeen());
        }
    }
}
