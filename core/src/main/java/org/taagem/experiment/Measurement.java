package org.taagem.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.taagem.data.Sample;
import org.taagem.learn.Projecting;
import org.taagem.memory.EpisodicMemory;
import org.taagem.stream.Epoch;
import org.taagem.stream.Task;
import org.taagem.stream.TaskStream;

/** Keeps track of what a stream has shown, and takes note of how a learner and its memory stand. */
final class Measurement {
    private final List<Task> tasks;
    private final Learner learner;
    private final Origins origins;
    /** {@code [tasks]}: index of the last epoch of each task. */
    private final int[] lastEpochs;
    /** {@code [tasks]}: whether the stream has shown a sample of it. */
    private final boolean[] seen;

    private int currentTask;

    Measurement(TaskStream stream, Learner learner) {
        tasks = stream.tasks();
        this.learner = learner;
        origins = new Origins(tasks);
        lastEpochs = new int[tasks.size()];
        for (int e = 0; e < stream.epochs().size(); e++) {
            lastEpochs[stream.epochs().get(e).task()] = e;
        }
        seen = new boolean[tasks.size()];
    }

    /** Takes note that an epoch begins. */
    void enter(Epoch epoch) {
        currentTask = epoch.task();
        for (int k = 0; k < seen.length; k++) {
            seen[k] |= epoch.shows(k);
        }
    }

    boolean isLastOfItsTask(int epoch) {
        return lastEpochs[currentTask] == epoch;
    }

    /** Returns the tasks that the stream has shown a sample of, by id. */
    List<Task> tasksSeen() {
        return tasks.stream().filter(task -> seen[task.id()]).toList();
    }

    /** Takes note of everything about this moment that will be different after the next step. */
    Moment moment(int epoch, long step, double epochLoss, double trainingTime) {
        List<Sample> kept = learner.memory().map(EpisodicMemory::samples).orElse(List.of());
        return new Moment(
                epoch + 1,
                step,
                tasks.get(currentTask),
                tasksSeen().stream().map(Task::id).toList(),
                epochLoss,
                learner.learningRate().getAsDouble(),
                trainingTime,
                Moment.Contents.of(kept, origins),
                projectionRate());
    }

    /** Takes note of what is in memory; absent for a learner without one. */
    Optional<MemoryContents> memory() {
        return learner.memory().map(memory -> MemoryContents.of(memory, origins));
    }

    private OptionalDouble projectionRate() {
        return learner.learner() instanceof Projecting projecting && projecting.comparedSteps() > 0
                ? OptionalDouble.of(projecting.projectionRate())
                : OptionalDouble.empty();
    }
}
