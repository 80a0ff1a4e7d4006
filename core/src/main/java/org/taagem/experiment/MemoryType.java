package org.taagem.experiment;

import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.taagem.memory.ClusterLimits;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.PoolLimits;

/**
 * A kind of memory that a configuration can name; where users plug in memories of their own (docs/custom-learners.md).
 *
 * <p>It is found by {@link java.util.ServiceLoader}: its class is public, has a public constructor without parameters, and
 * is named in {@code META-INF/services/org.taagem.experiment.MemoryType} of its jar. A configuration asks for it by
 * {@code memory: name}.
 */
public interface MemoryType extends ConfigChoice {
    /**
     * What a memory is made of.
     *
     * @param limits how many samples it may hold: at most {@link ClusterLimits#capacity}, as all memories
     * @param random the source of all its chance
     */
    record Parts(ClusterLimits limits, RandomGenerator random) {
        /**
         * Returns the limits for a memory without clusters ({@link org.taagem.memory.PooledMemory}).
         *
         * @return as many samples, of as many labels as there are pools
         */
        public PoolLimits pools() {
            return new PoolLimits(limits.pools(), limits.capacity());
        }
    }

    /**
     * Reads the memory's own keys and returns what makes the memory. A configuration is checked by this, long before a
     * memory is made.
     *
     * @param settings the keys of {@link #keys} with their values
     * @return makes an empty memory, which must be {@link org.taagem.state.Stateful}, of its parts
     * @throws ConfigException if a value is not allowed
     */
    Function<Parts, EpisodicMemory> maker(ConfigReader settings);
}
