package org.taagem.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Helps with names that somebody may have misspelt. */
public final class Spelling {
    private Spelling() {}

    /**
     * Returns known names, the most similar first. Whether letters are capital or small does not matter.
     *
     * @param word what was written
     * @param names the names there are
     * @return all of the names
     */
    public static List<String> nearest(String word, Collection<String> names) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return names.stream()
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * Returns the known name that was most likely meant.
     *
     * @param word what was written
     * @param names the names there are
     * @return the most similar name of those of which fewer than six in ten letters of the longer one differ, if any
     */
    public static Optional<String> meant(String word, Collection<String> names) {
        return nearest(word, names).stream()
                .filter(name -> 10 * distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))
                        < 6 * Math.max(word.length(), name.length()))
                .findFirst();
    }

    /** Returns how many letters must be put in, left out or changed to make one word of the other (Levenshtein, 1966). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], diagonal));
            }
        }
        return row[to.length()];
    }
}
