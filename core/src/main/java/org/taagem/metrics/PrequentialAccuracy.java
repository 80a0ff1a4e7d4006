package org.taagem.metrics;

import java.util.Arrays;

/**
 * Accuracy on a stream, each sample being a test before it is learned: over all of it, and over the last of it (Gama,
 * Sebastião and Rodrigues 2013, "On evaluating stream learning algorithms",
 * <a href="https://doi.org/10.1007/s10994-012-5320-9">doi:10.1007/s10994-012-5320-9</a>).
 *
 * <p>Accuracy over a window says how good a learner is now; over all, it never forgets how bad it was at first.
 */
public final class PrequentialAccuracy {
    /** {@code [window]}: whether each of the last predictions was right; the oldest is at {@code next} once it is full. */
    private final boolean[] recent;

    private int next;
    private int filled;
    private int rightInWindow;
    private long tested;
    private long right;

    /**
     * Begins to count.
     *
     * @param window how many predictions count as the last, at least 1
     */
    public PrequentialAccuracy(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("window is " + window + "; expected at least 1");
        }
        recent = new boolean[window];
    }

    /**
     * Goes on from another count.
     *
     * @param window how many predictions count as the last, at least 1
     * @param tested all predictions so far
     * @param right those that were right
     * @param last whether each of the last predictions was right, oldest first; those beyond the window are left out
     * @throws IllegalArgumentException if these numbers cannot all be true
     */
    public PrequentialAccuracy(int window, long tested, long right, boolean[] last) {
        this(window);
        boolean[] kept = Arrays.copyOfRange(last, Math.max(0, last.length - window), last.length);
        for (boolean isRight : kept) {
            add(isRight);
        }
        long rightOfLast = 0;
        for (boolean isRight : last) {
            rightOfLast += isRight ? 1 : 0;
        }
        if (last.length > tested || rightOfLast > right || last.length - rightOfLast > tested - right) {
            throw new IllegalArgumentException(right + " of " + tested + " predictions were right; this cannot be, for "
                    + rightOfLast + " of the last " + last.length + " were");
        }
        this.tested = tested;
        this.right = right;
    }

    /**
     * Counts a prediction.
     *
     * @param isRight whether it was right
     */
    public void add(boolean isRight) {
        if (filled == recent.length) {
            rightInWindow -= recent[next] ? 1 : 0;
        } else {
            filled++;
        }
        recent[next] = isRight;
        next = (next + 1) % recent.length;
        tested++;
        if (isRight) {
            rightInWindow++;
            right++;
        }
    }

    /**
     * Returns how many predictions count as the last once there are enough.
     *
     * @return at least 1
     */
    public int window() {
        return recent.length;
    }

    /**
     * Returns the number of predictions.
     *
     * @return 0 or more
     */
    public long tested() {
        return tested;
    }

    /**
     * Returns how many predictions were right.
     *
     * @return 0..tested
     */
    public long right() {
        return right;
    }

    /**
     * Returns the share of predictions that were right.
     *
     * @return 0..1; NaN if there are none
     */
    public double overall() {
        return (double) right / tested;
    }

    /**
     * Returns how many predictions count as the last.
     *
     * @return 0..window
     */
    public int windowSize() {
        return filled;
    }

    /**
     * Returns the share of the last predictions that were right.
     *
     * @return 0..1; NaN if there are none
     */
    public double inWindow() {
        return (double) rightInWindow / windowSize();
    }

    /**
     * Returns whether each of the last predictions was right.
     *
     * @return {@code [windowSize]}, oldest first
     */
    public boolean[] last() {
        boolean[] last = new boolean[windowSize()];
        int oldest = last.length < recent.length ? 0 : next;
        for (int i = 0; i < last.length; i++) {
            last[i] = recent[(oldest + i) % recent.length];
        }
        return last;
    }
}
