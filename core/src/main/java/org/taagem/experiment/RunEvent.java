package org.taagem.experiment;

import java.util.List;

/**
 * What happens in a run, in this order:
 *
 * <pre>
 * RunStarted
 *   UntrainedTested           once
 *   for every epoch
 *     BatchTrained            every {@value Experiment#BATCH_EVENT_INTERVAL}th batch
 *     Evaluated               when accuracy is due
 *     TaskFinished            after a task's last epoch
 *     Checkpointed            when the state is to be kept
 * RunFinished
 * </pre>
 *
 * <p>Accuracy is measured beside training. What happens meanwhile is told after it, so the order is always this one; but
 * training may be some batches ahead of what is told.
 */
public sealed interface RunEvent {
    /**
     * Everything is set up; training begins, or goes on.
     *
     * @param stream what the learner will see
     * @param losses loss and learning rate of every batch; grows as the run goes on, ahead of the events; empty at first,
     *     unless the run goes on from a checkpoint
     */
    record RunStarted(StreamFacts stream, LossSeries losses) implements RunEvent {}

    /**
     * The learner was tested as it was before its first step.
     *
     * @param accuracies accuracy on every task of the stream, by id, 0..1
     */
    record UntrainedTested(List<Double> accuracies) implements RunEvent {}

    /**
     * A batch was learned; sent for some batches only, to keep the training step free of it.
     *
     * @param step batches learned so far
     * @param taskId id of the epoch's task
     * @param epoch epochs begun so far, from 1
     * @param batch batches of this epoch learned so far
     * @param batches batches of this epoch
     * @param loss mean loss of the batch before the step, in nats
     * @param learningRate learning rate of the step
     */
    record BatchTrained(long step, int taskId, int epoch, int batch, int batches, double loss, double learningRate)
            implements RunEvent {}

    /**
     * Accuracy was measured.
     *
     * @param evaluation what was found
     */
    record Evaluated(Evaluation evaluation) implements RunEvent {}

    /**
     * The last epoch of a task is over.
     *
     * @param result how things stand
     */
    record TaskFinished(TaskResult result) implements RunEvent {}

    /**
     * The state of the run was captured. Everything up to that moment has been told before.
     *
     * @param checkpoint the state, to be written to where it is safe
     */
    record Checkpointed(Checkpoint checkpoint) implements RunEvent {}

    /**
     * The run is over.
     *
     * @param status how it ended
     * @param wallTime time since it began, in seconds
     */
    record RunFinished(RunStatus status, double wallTime) implements RunEvent {}
}
