package org.taagem.experiment;

import java.util.ArrayList;
import java.util.List;

import org.taagem.data.Sample;
import org.taagem.memory.ClusteredMemory;
import org.taagem.memory.EpisodicMemory;

/**
 * What a memory holds at one moment, for reports.
 *
 * @param clustered whether the memory groups its samples in clusters; if not, those of a label are one group
 * @param samples everything it holds; of a label, group by group
 */
public record MemoryContents(boolean clustered, List<Kept> samples) {
    /** Copies the list. */
    public MemoryContents {
        samples = List.copyOf(samples);
    }

    /**
     * A sample in memory.
     *
     * @param sample the sample
     * @param origin id of the task that it came from, which only the runner knows
     * @param group number of its cluster among those of its label, from 0 in the order of their founding; 0 where there are
     *     no clusters
     * @param age how many samples of its cluster are younger; 0 where there are no clusters, since then nobody knows
     */
    public record Kept(Sample sample, int origin, int group, int age) {}

    static MemoryContents of(EpisodicMemory memory, Origins origins) {
        List<Kept> kept = new ArrayList<>();
        if (memory instanceof ClusteredMemory clusters) {
            clusters.clusters().values().forEach(pool -> addPool(pool, origins, kept));
            return new MemoryContents(true, kept);
        }
        memory.samples().forEach(sample -> kept.add(new Kept(sample, origins.of(sample), 0, 0)));
        return new MemoryContents(false, kept);
    }

    private static void addPool(List<List<Sample>> pool, Origins origins, List<Kept> kept) {
        for (int group = 0; group < pool.size(); group++) {
            List<Sample> cluster = pool.get(group);
            for (int i = 0; i < cluster.size(); i++) {
                Sample sample = cluster.get(i);
                kept.add(new Kept(sample, origins.of(sample), group, cluster.size() - 1 - i));
            }
        }
    }
}
