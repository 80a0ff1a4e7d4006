package org.taagem.experiment;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.taagem.experiment.RunEvent.Evaluated;
import org.taagem.experiment.RunEvent.TaskFinished;
import org.taagem.experiment.RunEvent.UntrainedTested;
import org.taagem.state.CapturedState;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;
import org.taagem.stream.Task;

/**
 * Tells a listener what happens in a run, in the order in which it happened and on the thread that trains, although
 * accuracies are found beside training and so are known later than the moment they belong to.
 *
 * <p>What happens while an evaluation is under way is held back until the evaluation has been told. So a listener cannot
 * tell an evaluation beside training from one in line, but for the clock. At most one is under way.
 */
final class OrderedEvents implements AutoCloseable, Stateful {
    private final RunListener listener;
    private final Evaluator evaluator;
    private final Deque<Supplier<RunEvent>> held = new ArrayDeque<>();
    private Optional<Pending> pending = Optional.empty();
    /** Once an evaluation or the listener has failed, nothing more is told: in line, nothing more would have happened. */
    private boolean intact = true;

    /** Time in training up to the end of the task before, in seconds. */
    private double trainingBefore;
    /** Time in evaluation since the end of the task before, in seconds. */
    private double evaluatingTime;

    /** An evaluation under way. */
    private record Pending(Evaluator.Test test, Consumer<Accuracies> tell) {}

    OrderedEvents(RunListener listener, Evaluator evaluator) {
        this.listener = listener;
        this.evaluator = evaluator;
    }

    /** Tells an event once everything that happened before it has been told. */
    void tell(RunEvent event) {
        tellThen(() -> event);
    }

    /**
     * Tells of a checkpoint once everything that happened before it has been told.
     *
     * @param step batches learned so far
     * @param loop where the loop stands, and all that learns
     */
    void keep(long step, CapturedState loop) {
        tellThen(() -> new RunEvent.Checkpointed(new Checkpoint(step, CapturedState.of(this::save), loop)));
    }

    /** What an event says may depend on what is told before it. */
    private void tellThen(Supplier<RunEvent> event) {
        held.add(event);
        if (pending.isEmpty()) {
            tellHeld();
        }
    }

    /** Begins the test of a learner that has learned nothing yet, on all tasks of the stream. */
    void testUntrained(List<Task> allTasks) {
        begin(allTasks, accuracies -> listener.on(new UntrainedTested(accuracies.all())));
    }

    /**
     * Begins an evaluation of the learner as it is now; first waits for the one before, if that is still under way.
     *
     * @param moment what else is known
     * @param tasks the tasks to test it on
     */
    void evaluate(Moment moment, List<Task> tasks) {
        begin(tasks, accuracies -> listener.on(new Evaluated(moment.evaluation(accuracies))));
    }

    /** Begins the evaluation at the end of a task: on all tasks of the stream, seen or not. */
    void finishTask(Moment moment, List<Task> allTasks) {
        begin(allTasks, accuracies -> {
            listener.on(new Evaluated(moment.evaluation(accuracies)));
            listener.on(new TaskFinished(taskResult(moment, accuracies)));
        });
    }

    private void begin(List<Task> tasks, Consumer<Accuracies> tell) {
        catchUp();
        pending = Optional.of(new Pending(evaluator.begin(tasks), tell));
        if (isDue()) {
            catchUp();
        }
    }

    /** Says whether an evaluation is done but has not been told. */
    boolean isDue() {
        return pending.isPresent() && pending.get().test().isDone();
    }

    /** Tells everything that has not been told; waits for the evaluation that is under way. */
    void catchUp() {
        Optional<Pending> evaluated = pending;
        pending = Optional.empty();
        evaluated.ifPresent(this::tellEvaluation);
        tellHeld();
    }

    private void tellHeld() {
        intact = false;
        while (!held.isEmpty()) {
            listener.on(held.remove().get());
        }
        intact = true;
    }

    private void tellEvaluation(Pending evaluated) {
        intact = false;
        Accuracies accuracies = evaluated.test().await();
        evaluatingTime += accuracies.seconds();
        evaluated.tell().accept(accuracies);
        intact = true;
    }

    private TaskResult taskResult(Moment moment, Accuracies accuracies) {
        double training = moment.trainingTime() - trainingBefore;
        double evaluating = evaluatingTime;
        trainingBefore = moment.trainingTime();
        evaluatingTime = 0;
        return new TaskResult(
                moment.task().id(),
                moment.task().name(),
                moment.step(),
                accuracies.all(),
                OptionalDouble.of(training),
                OptionalDouble.of(evaluating));
    }

    /** {@inheritDoc} As it is when everything has been told. */
    @Override
    public void save(StateWriter out) throws IOException {
        out.writeDouble("training_before", trainingBefore);
        out.writeDouble("evaluating_time", evaluatingTime);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        trainingBefore = in.readDouble("training_before");
        evaluatingTime = in.readDouble("evaluating_time");
    }

    /** Tells what happened before the learner failed, if it did, and leaves no evaluation behind. */
    @Override
    public void close() {
        if (intact) {
            catchUp();
        }
    }
}
