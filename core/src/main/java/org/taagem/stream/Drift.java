package org.taagem.stream;

import java.util.function.UnaryOperator;

import org.taagem.data.FeatureVector;

/**
 * How the inputs of a task change while it goes on, from how those of the task before were to how its own will be:
 * incremental drift (Gama et al. 2014, <a href="https://doi.org/10.1145/2523813">doi:10.1145/2523813</a>; Webb et al.
 * 2016, <a href="https://doi.org/10.1007/s10618-015-0448-4">doi:10.1007/s10618-015-0448-4</a>).
 */
@FunctionalInterface
public interface Drift {
    /**
     * Returns how inputs look at one moment of the task.
     *
     * @param progress how much of the task is over, from above 0 to 1, which is the end of its last batch
     * @return what turns an input of the task's training data into what the stream shows; good until the next call
     */
    UnaryOperator<FeatureVector> at(double progress);
}
