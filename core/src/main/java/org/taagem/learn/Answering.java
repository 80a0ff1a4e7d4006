package org.taagem.learn;

import org.taagem.nn.Ensemble;

/** A learner that answers with other networks than the one that takes its steps. */
public interface Answering {
    /**
     * Returns what answers.
     *
     * @return the networks themselves, which go on with the learner
     */
    Ensemble answering();
}
