package org.taagem.report.html;

import java.util.List;

/**
 * An axis of things that have names.
 *
 * @param name what they are
 * @param labels the name of each
 */
public record Names(String name, List<String> labels) {
    /** Copies the list. */
    public Names {
        labels = List.copyOf(labels);
    }
}
