package org.taagem.metrics;

import java.util.List;

/** Numbers that say how much of what was learned a learner keeps. */
public final class StorageMetrics {
    private StorageMetrics() {}

    /**
     * Samples storage size efficiency: {@code 1 - min(1, mean over i = 1..T of |M[i]| / |D|)}, with M[i] the samples in memory
     * after task i and D all training samples of the stream (Díaz-Rodríguez et al. 2018,
     * <a href="https://arxiv.org/abs/1810.13166">arXiv:1810.13166</a>). All samples of a stream have the same size, so
     * they are counted; what some learners keep beside a sample, such as logits, is not.
     *
     * @param kept samples in memory after each task learned so far, 0 or more
     * @param samples training samples of each task of the stream, at least 1 in all
     * @return 0..1, more is better: 1 for a learner that keeps nothing, 0 for one that keeps everything; not defined before
     *     every task has been learned
     */
    public static Figure storageEfficiency(List<Integer> kept, List<Integer> samples) {
        if (kept.size() < samples.size()) {
            return new Figure.Undefined(ContinualMetrics.unfinished(kept.size(), samples.size()));
        }
        double mean = kept.stream().mapToInt(Integer::intValue).average().orElseThrow();
        long all = samples.stream().mapToLong(Integer::longValue).sum();
        return new Figure.Defined(1 - Math.min(1, mean / all));
    }
}
