package org.taagem.experiment;

import java.util.Map;

/** Something that a configuration asks for by its name: one of taagem's own, or one that a user adds. */
public interface ConfigChoice {
    /**
     * Returns the name that a configuration asks for.
     *
     * @return small letters, digits and {@code _} or {@code -}
     */
    String name();

    /**
     * Says what it is.
     *
     * @return half a line, such as {@code each task has its features in an order of its own}
     */
    String description();

    /**
     * Returns its own keys with their defaults, all of which a configuration may hold at its top. Where a default is a
     * {@code Double}, any number is one; where it is a constant of an enum, the key takes the names of all its constants.
     *
     * @return texts, numbers, flags, constants or lists of them, by key in {@code snake_case}; empty if it has none
     */
    default Map<String, Object> keys() {
        return Map.of();
    }
}
