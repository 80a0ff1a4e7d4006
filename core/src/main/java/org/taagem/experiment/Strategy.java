package org.taagem.experiment;

/** The learners that a configuration can name. */
public enum Strategy {
    /** A-GEM with a clustered memory (Lamers et al. 2023). */
    TA_A_GEM {
        @Override
        public String toString() {
            return "ta-a-gem";
        }
    },
    /** Plain fine-tuning, without a memory. */
    SGD
}
