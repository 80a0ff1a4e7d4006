package org.taagem.experiment;

import java.util.List;

/** The learners that there are: those of taagem and those on the class path. */
public final class LearnerTypes {
    static final Choices<LearnerType> CHOICES =
            new Choices<>(LearnerType.class, "strategy", "learner", OwnLearners.all());

    private LearnerTypes() {}

    /**
     * Finds all learners.
     *
     * @return those of taagem, then those on the class path by name
     * @throws ConfigException if one on the class path cannot be made, or has the name of another
     */
    public static List<LearnerType> all() {
        return CHOICES.all();
    }
}
