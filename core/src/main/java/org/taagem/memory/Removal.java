package org.taagem.memory;

import java.util.random.RandomGenerator;

/** Which sample an overfull cluster gives up. */
public enum Removal {
    /** The one that came first, as in Lamers et al. (2023). */
    OLDEST {
        @Override
        int choose(Cluster cluster, RandomGenerator random) {
            return 0;
        }
    },

    /** The one furthest from the mean, which includes the newest; the newest itself is never removed. */
    FURTHEST {
        @Override
        int choose(Cluster cluster, RandomGenerator random) {
            int furthest = 0;
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < cluster.size() - 1; i++) {
                double distance =
                        cluster.squaredDistance(cluster.member(i).sample.features());
                if (distance > largest) {
                    largest = distance;
                    furthest = i;
                }
            }
            return furthest;
        }
    },

    /** Any, the newest included, each equally likely. */
    RANDOM {
        @Override
        int choose(Cluster cluster, RandomGenerator random) {
            return random.nextInt(cluster.size());
        }
    };

    /** Returns the index of the sample to remove; the cluster holds at least two, the newest last. */
    abstract int choose(Cluster cluster, RandomGenerator random);
}
