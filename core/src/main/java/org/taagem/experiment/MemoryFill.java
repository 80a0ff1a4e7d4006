package org.taagem.experiment;

/** When samples are offered to the memory. */
public enum MemoryFill {
    /** After the step on their batch. */
    BATCH,
    /** In a second pass after each epoch, as the Python original does. */
    EPOCH
}
