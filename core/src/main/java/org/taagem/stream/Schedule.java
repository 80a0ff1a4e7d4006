package org.taagem.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

import org.taagem.random.Shuffle;

/** The order in which a stream passes through its tasks: <em>when</em> each comes, where a scenario says what it is. */
public enum Schedule {
    /** All epochs of the first task, then all of the second, and so on. */
    SEQUENTIAL {
        @Override
        public List<Epoch> order(Lengths lengths, RandomGenerator random) {
            return inTurn(lengths, Epoch::pure);
        }
    },

    /** Half of the epochs of each task in turn, then the other half; an odd epoch goes to the first half. */
    HALF_AND_HALF {
        @Override
        public List<Epoch> order(Lengths lengths, RandomGenerator random) {
            List<Epoch> order = new ArrayList<>();
            for (int k = 0; k < lengths.tasks(); k++) {
                order.addAll(Collections.nCopies((lengths.epochs(k) + 1) / 2, Epoch.pure(k)));
            }
            for (int k = 0; k < lengths.tasks(); k++) {
                order.addAll(Collections.nCopies(lengths.epochs(k) / 2, Epoch.pure(k)));
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
                order.addAll(Collections.nCopies(lengths.epochs(k) - steps + 1, Epoch.pure(k)));
                for (int step = 1; step < steps; step++) {
                    order.add(Epoch.onTheWay(k, next, step, steps));
                }
            }
            return order;
        }
    },

    /**
     * One task after the other, each with a share of all others among its samples (Bang et al. 2021,
     * <a href="https://arxiv.org/abs/2103.17230">arXiv:2103.17230</a>).
     */
    BLURRY {
        @Override
        public List<Epoch> order(Lengths lengths, RandomGenerator random) {
            double share = lengths.tasks() == 1 ? 0 : lengths.blurryShare(); // one task has no others
            return inTurn(lengths, task -> Epoch.blurred(task, share));
        }
    };

    private static List<Epoch> inTurn(Lengths lengths, IntFunction<Epoch> epochOf) {
        List<Epoch> order = new ArrayList<>();
        for (int k = 0; k < lengths.tasks(); k++) {
            order.addAll(Collections.nCopies(lengths.epochs(k), epochOf.apply(k)));
        }
        return order;
    }

    /**
     * Puts the epochs of all tasks in order.
     *
     * @param lengths how many tasks and epochs there are
     * @param random the source of chance, for schedules that need it
     * @return every epoch of every task
     */
    public abstract List<Epoch> order(Lengths lengths, RandomGenerator random);

    /**
     * How long a stream is, and how its tasks run into each other.
     *
     * @param epochs epochs of each task, each at least 1
     * @param transitionEpochs for {@link #CONTINUOUS}: length of the way from one task to the next, 1 (at once) to the
     *     epochs of the shortest task
     * @param blurryShare for {@link #BLURRY}: share of a task's samples that are of others, 0..1
     */
    public record Lengths(List<Integer> epochs, int transitionEpochs, double blurryShare) {
        /** Checks the ranges. */
        public Lengths {
            epochs = List.copyOf(epochs);
            if (epochs.isEmpty() || Collections.min(epochs) < 1) {
                throw new IllegalArgumentException(
                        "the epochs of the tasks are " + epochs + "; expected at least 1 task and 1 epoch of each");
            }
            if (transitionEpochs < 1 || transitionEpochs > Collections.min(epochs)) {
                throw new IllegalArgumentException("num_transition_epochs is " + transitionEpochs + "; expected 1.."
                        + Collections.min(epochs) + " (num_epochs)");
            }
            if (!(blurryShare >= 0 && blurryShare <= 1)) {
                throw new IllegalArgumentException("blurry_share is " + blurryShare + "; expected 0..1");
            }
        }

        /**
         * Gives every task as many epochs as every other.
         *
         * @param tasks number of tasks, at least 1
         * @param epochs epochs per task, at least 1
         * @param transitionEpochs length of the way from one task to the next, 1 (at once) to epochs
         */
        public Lengths(int tasks, int epochs, int transitionEpochs) {
            this(Collections.nCopies(tasks, epochs), transitionEpochs, 0);
        }

        /**
         * Returns the number of tasks.
         *
         * @return at least 1
         */
        public int tasks() {
            return epochs.size();
        }

        /**
         * Returns the number of epochs of a task.
         *
         * @param task id of the task
         * @return at least 1
         */
        public int epochs(int task) {
            return epochs.get(task);
        }
    }
}
