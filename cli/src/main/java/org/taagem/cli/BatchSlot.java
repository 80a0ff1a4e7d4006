package org.taagem.cli;

/**
 * A place for one run of several.
 *
 * @param row what the run has in common with those of other seeds: the task type of a batch, as a configuration names it,
 *     or the name of a {@link BenchCell}
 * @param seed the run's seed
 */
record BatchSlot(String row, long seed) {
    @Override
    public String toString() {
        return row + ", seed " + seed;
    }
}
