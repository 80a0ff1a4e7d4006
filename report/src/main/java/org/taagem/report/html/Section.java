package org.taagem.report.html;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a {@link Page}.
 *
 * @param id where links to it lead: letters, digits and {@code -}
 * @param title its heading
 * @param contents what stands in it, in order
 */
public record Section(String id, String title, List<Content> contents) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the id has other characters
     */
    public Section {
        checkId(id);
        contents = List.copyOf(contents);
    }

    static void checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id is '" + id + "'; expected a-z, 0-9 and -, and a letter first");
        }
    }
}
