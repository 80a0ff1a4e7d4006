package org.taagem.learn;

import org.taagem.nn.Network;

/** A learner that answers with another network than the one that takes its steps. */
public interface Answering {
    /**
     * Returns what answers.
     *
     * @return the network itself, which goes on with the learner
     */
    Network answering();
}
