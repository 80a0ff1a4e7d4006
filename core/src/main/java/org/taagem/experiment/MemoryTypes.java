package org.taagem.experiment;

import java.util.List;

/** The memories that there are: those of taagem and those on the class path. */
public final class MemoryTypes {
    static final Choices<MemoryType> CHOICES = new Choices<>(MemoryType.class, "memory", "memory", OwnMemories.all());

    private MemoryTypes() {}

    /**
     * Finds all memories.
     *
     * @return those of taagem, then those on the class path by name
     * @throws ConfigException if one on the class path cannot be made, or has the name of another
     */
    public static List<MemoryType> all() {
        return CHOICES.all();
    }
}
