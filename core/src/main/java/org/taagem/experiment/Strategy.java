package org.taagem.experiment;

/** The learners that a configuration can name. */
public enum Strategy {
    /** A-GEM with a memory that needs no tasks (Lamers et al. 2023). */
    TA_A_GEM("ta-a-gem", Kind.REHEARSING),
    /** Plain fine-tuning, without a memory: the lower bound. */
    SGD("sgd", Kind.ALONE),
    /** Plain training on an even mix of all tasks, for as many steps: the upper bound. */
    JOINT("joint", Kind.ALONE),
    /** A-GEM that is told when a task ends (Chaudhry et al. 2019). */
    A_GEM("a-gem", Kind.REHEARSING_BY_TASKS),
    /** Experience replay (Chaudhry et al. 2019). */
    ER("er", Kind.REHEARSING),
    /** MEGA-I (Guo et al. 2020). */
    MEGA_1("mega-1", Kind.REHEARSING),
    /** MEGA-II (Guo et al. 2020). */
    MEGA_2("mega-2", Kind.REHEARSING),
    /** Dark experience replay with labels (Buzzega et al. 2020). */
    DER("der++", Kind.REHEARSING_AT_ONCE),
    /** Bayesian gradient descent, without a memory (Zeno et al. 2018). */
    BGD("bgd", Kind.ALONE),
    /** Orthogonal gradient descent with a memory that needs no tasks (Farajtabar et al. 2019; Lamers et al. 2023). */
    TA_OGD("ta-ogd", Kind.REHEARSING_AT_ONCE),
    /** Online elastic weight consolidation, told when a task ends (Schwarz et al. 2018). */
    EWC_ONLINE("ewc-online", Kind.ALONE_BY_TASKS);

    private final String written;
    private final Kind kind;

    Strategy(String written, Kind kind) {
        this.written = written;
        this.kind = kind;
    }

    private enum Kind {
        ALONE,
        ALONE_BY_TASKS,
        REHEARSING,
        REHEARSING_BY_TASKS,
        /** Keeps with each sample what it was like when it came, so it must be offered samples step by step. */
        REHEARSING_AT_ONCE
    }

    /**
     * Says whether the learner has a memory.
     *
     * @return whether settings of the memory mean anything to it
     */
    public boolean rehearses() {
        return kind == Kind.REHEARSING || kind == Kind.REHEARSING_BY_TASKS || kind == Kind.REHEARSING_AT_ONCE;
    }

    /**
     * Says whether the learner knows more of tasks than the samples tell: when one ends, or, for {@link #JOINT}, all of them
     * from the beginning.
     *
     * @return whether it has an advantage over learners that are told nothing
     */
    public boolean knowsTasks() {
        return kind == Kind.ALONE_BY_TASKS || kind == Kind.REHEARSING_BY_TASKS || this == JOINT;
    }

    /** Says whether the memory must be filled step by step. */
    boolean rehearsesAtOnce() {
        return kind == Kind.REHEARSING_AT_ONCE;
    }

    @Override
    public String toString() {
        return written;
    }
}
