package org.taagem.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

import org.taagem.data.Batch;
import org.taagem.experiment.RunEvent.BatchTrained;
import org.taagem.experiment.RunEvent.RunFinished;
import org.taagem.learn.TaskAware;
import org.taagem.memory.MemoryWriter;
import org.taagem.state.CapturedState;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;
import org.taagem.stream.EpochBatches;
import org.taagem.stream.Task;
import org.taagem.stream.TaskStream;

/** Takes a learner through a stream once. */
final class RunLoop implements Stateful {
    private static final int ROOM_AT_FIRST = 1 << 20;
    private static final Duration NEVER_KEPT = Duration.ofNanos(Long.MAX_VALUE);

    private final Intervals intervals;
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
    private OptionalLong keptAt = OptionalLong.empty();

    /**
     * When something is done beside learning.
     *
     * @param testing when accuracy is measured
     * @param checkpoints when the state is kept
     */
    record Intervals(TestingInterval testing, CheckpointInterval checkpoints) {}

    RunLoop(Intervals intervals, TaskStream stream, Learner learner, OrderedEvents events) {
        this.intervals = intervals;
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

    /** All tasks of the stream, by id. */
    List<Task> tasks() {
        return stream.tasks();
    }

    /** What is in memory now; absent for a learner without one. */
    Optional<MemoryContents> memory() {
        return measurement.memory();
    }

    RunStatus run(BooleanSupplier stopRequested) {
        wall.start();
        RunStatus status = RunStatus.FINISHED;
        while (epoch < stream.epochs().size() && status == RunStatus.FINISHED) {
            status = runEpoch(stopRequested);
        }
        events.catchUp();
        wall.stop();
        events.tell(new RunFinished(status, wall.seconds()));
        return status;
    }

    private RunStatus runEpoch(BooleanSupplier stopRequested) {
        measurement.enter(stream.epochs().get(epoch));
        training.start();
        EpochBatches batches = stream.open(epoch);
        batches.skip(epochBatches);
        while (batches.hasNext()) {
            learn(batches.next());
            if (stopRequested.getAsBoolean()) {
                training.stop();
                keepIf(intervals.checkpoints().wanted());
                return RunStatus.INTERRUPTED;
            }
            keepIf(intervals.checkpoints().dueAfterStep(step));
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
        if (intervals.testing().dueAfterStep(step) && !isEndOfTask()) {
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
        if (isEndOfTask() || intervals.testing().atEpochEnd()) {
            evaluate();
        }
        epoch++;
        epochLoss = 0;
        epochBatches = 0;
        keepIf(epoch < stream.epochs().size() && intervals.checkpoints().dueAfterEpoch(sinceKept()));
    }

    private void keepIf(boolean wanted) {
        if (wanted) {
            events.keep(step, capture());
            keptAt = OptionalLong.of(System.nanoTime());
        }
    }

    private Duration sinceKept() {
        return keptAt.isPresent() ? Duration.ofNanos(System.nanoTime() - keptAt.getAsLong()) : NEVER_KEPT;
    }

    private void evaluate() {
        Moment now = measurement.moment(epoch, step, epochLoss / epochBatches, training.seconds());
        if (isEndOfTask()) {
            events.finishTask(now, stream.tasks());
        } else {
            events.evaluate(now, measurement.tasksSeen());
        }
    }

    /** Takes down everything that the rest of the run depends on. */
    CapturedState capture() {
        return CapturedState.of(this::save);
    }

    @Override
    public void save(StateWriter out) throws IOException {
        out.writeInt("epoch", epoch);
        out.writeInt("epoch_batches", epochBatches);
        out.writeDouble("epoch_loss", epochLoss);
        out.writeLong("step", step);
        out.writePart("wall_time", wall);
        out.writePart("training_time", training);
        out.writePart("losses", losses);
        out.writePart("learner", learner.learner());
        if (learner.epochWriter().isPresent()) {
            out.writePart("epoch_writer", learner.epochWriter().get());
        }
    }

    @Override
    public void restore(StateReader in) throws IOException {
        epoch = in.readInt("epoch", 0, stream.epochs().size() - 1);
        epochBatches = in.readInt("epoch_batches", 0, stream.batches(epoch));
        epochLoss = in.readDouble("epoch_loss");
        step = in.readCount("step");
        in.readPart("wall_time", wall);
        in.readPart("training_time", training);
        in.readPart("losses", losses);
        if (losses.size() != step) {
            throw in.wrong("losses", losses.size() + " losses", "one for each of " + step + " steps");
        }
        in.readPart("learner", learner.learner());
        if (learner.epochWriter().isPresent()) {
            in.readPart("epoch_writer", learner.epochWriter().get());
        }
        stream.epochs().subList(0, epoch).forEach(measurement::enter);
    }
}
