package org.taagem.stream;

import java.util.random.RandomGenerator;

import org.taagem.random.Shuffle;

/**
 * The way from one permutation of features to another, in steps that each let two features trade places, so that every
 * stop on the way is a permutation too. After m steps, at least m features stand where they stand at the end.
 */
final class PlaceChanges {
    /** What binary fractions may lack: 0.58 times 50 is a little less than 29. */
    private static final double ROUNDING = 1e-9;

    /** {@code [features]}: where each feature stands at the start and at the end. */
    private final int[] start;

    private final int[] end;
    /** {@code [features]}: which feature goes to its place in each step. */
    private final int[] order;

    /** {@code [features]}: where each feature stands after the steps taken, and which stands at each place. */
    private final int[] places;

    private final int[] features;
    private int taken;

    PlaceChanges(int[] start, int[] end, RandomGenerator random) {
        this.start = start;
        this.end = end;
        order = Shuffle.permutation(start.length, random);
        places = new int[start.length];
        features = new int[start.length];
        rewind();
    }

    private void rewind() {
        taken = 0;
        for (int feature = 0; feature < start.length; feature++) {
            places[feature] = start[feature];
            features[start[feature]] = feature;
        }
    }

    /**
     * Returns the permutation after a part of the way.
     *
     * @param way 0..1
     * @return {@code [features]}: the place of each feature; the next call overwrites it
     */
    int[] after(double way) {
        int steps = (int) (way * start.length + ROUNDING);
        if (steps < taken) {
            rewind();
        }
        while (taken < steps) {
            step(order[taken++]);
        }
        return places;
    }

    private void step(int feature) {
        int left = places[feature];
        int place = end[feature];
        int other = features[place];
        places[other] = left;
        features[left] = other;
        places[feature] = place;
        features[place] = feature;
    }
}
