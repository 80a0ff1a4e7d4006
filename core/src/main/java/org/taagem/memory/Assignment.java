package org.taagem.memory;

import org.taagem.data.Sample;

/** Which cluster of its pool a new sample joins. */
public enum Assignment {
    /** While there is room for another cluster, found one; after that, join the nearest (Lamers et al. 2023). */
    PAPER {
        @Override
        void place(Sample sample, ClusterPool pool) {
            if (pool.hasRoomForCluster()) {
                pool.found(sample);
            } else {
                pool.append(sample, pool.nearest(sample));
            }
        }
    },

    /**
     * The rule of the Python original since July 2025: a sample that lies far out from a cluster of one makes that one
     * move to its own nearest neighbour, and takes its place.
     */
    MERGE {
        @Override
        void place(Sample sample, ClusterPool pool) {
            int count = pool.clusterCount();
            if (count == 0 || (count == 1 && pool.hasRoomForCluster())) {
                pool.found(sample);
                return;
            }
            Cluster nearest = pool.nearest(sample);
            if (nearest.size() > 1 || count == 1) {
                pool.append(sample, nearest);
            } else {
                placeBesideSingleton(sample, nearest, pool);
            }
        }

        private void placeBesideSingleton(Sample sample, Cluster singleton, ClusterPool pool) {
            Sample old = singleton.member(0).sample;
            Cluster neighbour = pool.nearestExcept(old, singleton);
            double distanceOfOld = neighbour.squaredDistance(old.features());
            double distanceOfNew = singleton.squaredDistance(sample.features());
            if (distanceOfNew > distanceOfOld) {
                pool.remove(singleton, 0);
                pool.append(old, neighbour);
                pool.append(sample, singleton);
            } else if (pool.hasRoomForCluster()) {
                pool.found(sample);
            } else {
                pool.append(sample, singleton);
            }
        }
    },

    /** While there is room for another cluster, found one; after that, join any, each equally likely. */
    RANDOM {
        @Override
        void place(Sample sample, ClusterPool pool) {
            if (pool.hasRoomForCluster()) {
                pool.found(sample);
            } else {
                pool.append(sample, pool.any());
            }
        }
    };

    /** Puts the sample into the pool. */
    abstract void place(Sample sample, ClusterPool pool);
}
