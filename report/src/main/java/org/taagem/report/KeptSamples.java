package org.taagem.report;

import java.util.List;
import java.util.Optional;

import org.taagem.experiment.Experiment;
import org.taagem.experiment.MemoryContents;
import org.taagem.experiment.Run;

/**
 * What a report shows of a run and its record does not hold.
 *
 * @param memory what was in memory when the run ended; absent for a learner without one
 * @param tasks sample images of every task, as the learner saw them; absent if the data is not made of images
 */
public record KeptSamples(Optional<MemoryContents> memory, Optional<TaskSamples> tasks) {
    /** Images of so many labels at most: a report is to stay small. */
    static final int LABELS = 10;

    /**
     * Looks at a run that has ended.
     *
     * @param experiment its experiment
     * @param run the run
     * @return what is to be kept of it
     */
    public static KeptSamples of(Experiment experiment, Run run) {
        Optional<TaskSamples> tasks =
                TaskSamples.of(experiment.stream().dataset(), experiment.tasks(), experiment.classNames());
        return new KeptSamples(run.memory(), tasks.map(samples -> samples.first(LABELS)));
    }

    /** Says whether there is nothing at all. */
    boolean isEmpty() {
        return memory.isEmpty() && tasks.isEmpty();
    }

    /** Returns the samples in memory, of which there may be none. */
    List<MemoryContents.Kept> inMemory() {
        return memory.map(MemoryContents::samples).orElse(List.of());
    }
}
