package org.taagem.cli;

/**
 * A place for one run of a batch.
 *
 * @param taskType what the tasks are, as a configuration names it
 * @param seed the run's seed
 */
record BatchSlot(String taskType, long seed) {
    @Override
    public String toString() {
        return taskType + ", seed " + seed;
    }
}
