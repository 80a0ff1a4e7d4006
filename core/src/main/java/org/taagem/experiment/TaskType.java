package org.taagem.experiment;

import org.taagem.stream.PermutedPixels;
import org.taagem.stream.RotatedImages;
import org.taagem.stream.Scenario;
import org.taagem.stream.SplitClasses;

/** The scenarios that a configuration can name. */
public enum TaskType {
    /** Each task has its features in an order of its own. */
    PERMUTATION {
        @Override
        public Scenario scenario() {
            return new PermutedPixels();
        }
    },
    /** Each task is turned 20 degrees further than the one before. */
    ROTATION {
        @Override
        public Scenario scenario() {
            return new RotatedImages(20);
        }
    },
    /** Each task has two classes of its own. */
    CLASS_SPLIT {
        @Override
        public Scenario scenario() {
            return new SplitClasses();
        }
    };

    /**
     * Makes what makes the tasks.
     *
     * @return the scenario
     */
    public abstract Scenario scenario();
}
