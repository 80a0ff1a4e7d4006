package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.taagem.report.HarmlessText;
import org.taagem.report.StoredRuns;
import org.taagem.report.stats.RunSelection;
import org.taagem.report.stats.RunSelection.LeftOut;

/** Finds the runs that are to be counted, and tells of those that are not. */
final class RunFolders {
    private static final int TOLD = 10;

    private RunFolders() {}

    /**
     * Takes the newest finished runs in and below a folder.
     *
     * @param most how many at most
     * @throws IOException if the folder cannot be read, or there is no finished run; the message says what there is
     */
    static RunSelection select(Path folder, int most) throws IOException {
        Place place = new Place("'" + folder + "'", "folders with a run.json, as 'taagem train' leaves them");
        return select(place, StoredRuns.below(folder), most);
    }

    /**
     * Where runs were looked for.
     *
     * @param name what to call it in a message
     * @param expected what is there usually
     */
    record Place(String name, String expected) {}

    /**
     * Takes the newest finished runs of those that were found.
     *
     * @param most how many at most
     * @throws IOException if there is no finished run; the message says what there is
     */
    static RunSelection select(Place place, StoredRuns found, int most) throws IOException {
        RunSelection selection = RunSelection.newest(found, most);
        if (selection.runs().isEmpty()) {
            List<String> there = there(selection);
            throw new IOException(
                    there.isEmpty()
                            ? "no run is in " + place.name + "; expected " + place.expected
                            : "no finished run is in " + place.name + ": " + String.join(", ", there));
        }
        return selection;
    }

    private static List<String> there(RunSelection selection) {
        Map<String, Long> counts = selection.leftOut().stream()
                .collect(Collectors.groupingBy(LeftOut::reason, TreeMap::new, Collectors.counting()));
        List<String> there = new ArrayList<>();
        counts.forEach((reason, count) -> there.add(count + " " + reason));
        List<StoredRuns.Unreadable> unreadable = selection.unreadable();
        if (!unreadable.isEmpty()) {
            there.add(
                    (unreadable.size() == 1 ? "1 cannot be read: " : unreadable.size() + " cannot be read, the first: ")
                            + unreadable.get(0).reason());
        }
        return there;
    }

    /** Returns a line for each run that was not counted, and one for those that are older. */
    static List<String> notes(RunSelection selection) {
        List<String> notCounted = new ArrayList<>();
        selection.leftOut().forEach(run -> notCounted.add(run.path() + ": " + run.reason()));
        selection.unreadable().forEach(run -> notCounted.add(run.reason()));
        List<String> lines = new ArrayList<>();
        notCounted.stream().limit(TOLD).forEach(text -> lines.add("not counted: " + HarmlessText.of(text)));
        if (notCounted.size() > TOLD) {
            lines.add("not counted: " + (notCounted.size() - TOLD) + " more");
        }
        if (selection.older() > 0) {
            lines.add("not looked at: " + selection.older() + " older than these (-n)");
        }
        return lines;
    }
}
