package org.taagem.metrics;

/**
 * The figures that are drawn from the record of every run, in the order in which they are shown. docs/metrics.md has
 * formula, range and paper of each.
 */
public enum Metric {
    /** {@link ContinualMetrics#averageAccuracy}. */
    ACC("acc", "ACC", Better.LARGER, "mean accuracy over all tasks at the end"),
    /** {@link ContinualMetrics#forgetting}. */
    FORGETTING("forgetting", "forgetting", Better.SMALLER, "best accuracy before the end minus the last"),
    /** {@link ContinualMetrics#backwardTransfer}. */
    BWT("bwt", "BWT", Better.LARGER, "last accuracy minus that when learned"),
    /** {@link ContinualMetrics#forwardTransfer}. */
    FWT("fwt", "FWT", Better.LARGER, "accuracy just before a task, minus the untrained"),
    /** {@link ContinualMetrics#learningAccuracy}. */
    LEARNING_ACCURACY("learning_accuracy", "learning accuracy", Better.LARGER, "mean accuracy when just learned"),
    /** {@link AnytimeMetrics#averageAnytimeAccuracy}. */
    AVERAGE_ANYTIME_ACCURACY(
            "average_anytime_accuracy", "anytime accuracy", Better.LARGER, "mean over time, of tasks seen so far"),
    /** {@link AnytimeMetrics#averageMinimumAccuracy}. */
    MIN_ACC("min_acc", "min-ACC", Better.LARGER, "mean of the lowest accuracies once learned"),
    /** {@link AnytimeMetrics#stabilityGap}. */
    STABILITY_GAP("stability_gap", "stability gap", Better.SMALLER, "worst dip after a task switch, as far as tested"),
    /** {@link StorageMetrics#storageEfficiency}. */
    MEMORY_EFFICIENCY("memory_efficiency", "memory efficiency", Better.LARGER, "share of the data that is not kept"),
    /** Share of the steps compared with the memory whose gradient was projected, over the whole run. */
    PROJECTION_RATE("projection_rate", "projection rate", Better.NEITHER, "share of compared gradients projected"),
    /** {@link LegacyMetrics#averageAccuracy}. */
    AVERAGE_ACCURACY(
            "average_accuracy", "average accuracy", Better.LARGER, "over all evaluations, tasks pooled (legacy)"),
    /** {@link LegacyMetrics#firstTaskAccuracy}. */
    FIRST_TASK_ACCURACY("first_task_accuracy", "first-task accuracy", Better.LARGER, "over all evaluations (legacy)"),
    /** {@link LegacyMetrics#firstTaskForgetting}. */
    FIRST_TASK_FORGETTING(
            "first_task_forgetting",
            "first-task forgetting",
            Better.SMALLER,
            "over evaluations of later tasks (legacy)");

    private final String key;
    private final String title;
    private final Better better;
    private final String meaning;

    Metric(String key, String title, Better better, String meaning) {
        this.key = key;
        this.title = title;
        this.better = better;
        this.meaning = meaning;
    }

    /** Which values are the better ones. */
    public enum Better {
        /** Larger ones. */
        LARGER,
        /** Smaller ones. */
        SMALLER,
        /** It describes and does not judge. */
        NEITHER
    }

    /**
     * Returns the name in a record.
     *
     * @return in {@code snake_case}
     */
    public String key() {
        return key;
    }

    /**
     * Returns the name for people.
     *
     * @return at most 21 characters
     */
    public String title() {
        return title;
    }

    /**
     * Returns which values are the better ones.
     *
     * @return the direction
     */
    public Better better() {
        return better;
    }

    /**
     * Returns what the figure is.
     *
     * @return half a line
     */
    public String meaning() {
        return meaning;
    }
}
