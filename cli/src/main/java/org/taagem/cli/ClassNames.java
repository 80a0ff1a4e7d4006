package org.taagem.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.taagem.datasets.rows.BadRowException;
import org.taagem.experiment.ConfigException;

/** The names of classes and their labels, which count up in the order in which names become known. */
final class ClassNames {
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final int room;

    /**
     * Knows some names.
     *
     * @param names the names, by label
     * @param room how many there may be, at least as many as there are
     */
    ClassNames(List<String> names, int room) {
        names.forEach(name -> labels.put(name, labels.size()));
        this.room = room;
    }

    /**
     * Reads the option {@code --classes}.
     *
     * @throws ConfigException if it is neither a number nor names, or fewer than two
     */
    static ClassNames parse(String option) {
        String mend = "; expected how many classes there may be, such as --classes 10, or their names,"
                + " such as --classes cat,dog";
        if (option.matches("\\d{1,9}")) {
            if (Integer.parseInt(option) < 2) {
                throw new ConfigException("--classes is " + option + mend);
            }
            return new ClassNames(List.of(), Integer.parseInt(option));
        }
        List<String> names = new ArrayList<>();
        for (String part : option.split(",", -1)) {
            String name = part.strip();
            if (name.isEmpty() || names.contains(name)) {
                throw new ConfigException("--classes is '" + option + "', which has "
                        + (name.isEmpty() ? "an empty name" : "'" + name + "' twice") + mend);
            }
            names.add(name);
        }
        if (names.size() < 2) {
            throw new ConfigException("--classes is '" + option + "'" + mend);
        }
        return new ClassNames(names, names.size());
    }

    /**
     * Returns the label of a name; a new name gets the next one.
     *
     * @throws BadRowException if there is no room for it
     */
    int label(String name) throws BadRowException {
        Integer known = labels.get(name);
        if (known != null) {
            return known;
        }
        if (labels.size() == room) {
            throw new BadRowException("label '" + name + "' is a new class, but there is room for only " + room + ": "
                    + shortened() + "; outputs cannot be added to a network that has learned, so begin with --classes N"
                    + " for N classes, or name them all");
        }
        labels.put(name, labels.size());
        return labels.size() - 1;
    }

    List<String> names() {
        return List.copyOf(labels.keySet());
    }

    int room() {
        return room;
    }

    /** Returns the names in words, not too many of them. */
    String shortened() {
        int most = 10;
        String first = String.join(", ", names().subList(0, Math.min(most, labels.size())));
        return labels.size() > most ? first + " and " + (labels.size() - most) + " more" : first;
    }
}
