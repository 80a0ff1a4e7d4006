package org.taagem.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

import org.taagem.random.Shuffle;

/** The order in which a stream passes through its tasks: <em>when</em> each comes, where a scenario says what it is. */
public enum Schedule {
    /** All epochs of the first task, then all of the second, and so on. */
    SEQUENTIAL {
        @Override
        public List<Epoch> order(Lengths lengths, RandomGenerator random) {
            List<Epoch> order = new ArrayList<>();
            for (int k = 0; k < lengths.tasks(); k++) {
                order.addAll(Collections.nCopies(lengths.epochs(), Epoch.pure(k)));
            }
            return order;
        }
    },

    /** Half of the epochs of each task in turn, then the other half; an odd epoch goes to the first half. */
    HALF_AND_HALF {
        @Override
        public List<Epoch> order(Lengths lengths, RandomGenerator random) {
            int secondHalf = lengths.epochs() / 2;
            List<Epoch> order = new ArrayList<>();
            for (int length : new int[] {lengths.epochs() - secondHalf, secondHalf}) {
                for (int k = 0; k < lengths.tasks(); k++) {
                    order.addAll(Collections.nCopies(length, Epoch.pure(k)));
                }
            }
            return order;
        }
    },

    /** The epochs of all tasks, shuffled. */
    RANDOM {
        @Override
        public List<Epoch> order(Lengths lengths, RandomGenerator random) {
            List<Epoch> sorted = SEQUENTIAL.order(lengths, random);
            List<Epoch> order = new ArrayList<>();
            for (int index : Shuffle.permutation(sorted.size(), random)) {
                order.add(sorted.get(index));
            }
            return order;
        }
    },

    /** Each task fades into the next over the last of its epochs, and the last task into the first. */
    CONTINUOUS {
        @Override
        public List<Epoch> order(Lengths lengths, RandomGenerator random) {
            int steps = lengths.transitionEpochs();
            List<Epoch> order = new ArrayList<>();
            for (int k = 0; k < lengths.tasks(); k++) {
                int next = (k + 1) % lengths.tasks();
                order.addAll(Collections.nCopies(lengths.epochs() - steps + 1, Epoch.pure(k)));
                for (int step = 1; step < steps; step++) {
                    order.add(new Epoch(k, next, step, steps));
                }
            }
            return order;
        }
    };

    /**
     * Puts the epochs of all tasks in order.
     *
     * @param lengths how many tasks and epochs there are
     * @param random the source of chance, for schedules that need it
     * @return {@code [tasks * epochs]}
     */
    public abstract List<Epoch> order(Lengths lengths, RandomGenerator random);

    /**
     * How long a stream is.
     *
     * @param tasks number of tasks, at least 1
     * @param epochs epochs per task, at least 1
     * @param transitionEpochs length of the way from one task to the next, 1 (at once) to epochs
     */
    public record Lengths(int tasks, int epochs, int transitionEpochs) {
        /** Checks the ranges. */
        public Lengths {
            if (tasks < 1 || epochs < 1) {
                throw new IllegalArgumentException(
                        "there are " + tasks + " tasks of " + epochs + " epochs; expected at least 1 of each");
            }
            if (transitionEpochs < 1 || transitionEpochs > epochs) {
                throw new IllegalArgumentException(
                        "num_transition_epochs is " + transitionEpochs + "; expected 1.." + epochs + " (num_epochs)");
            }
        }
    }
}
