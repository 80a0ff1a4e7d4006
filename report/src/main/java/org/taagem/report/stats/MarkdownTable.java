package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.taagem.report.HarmlessText;

/** Tables in Markdown whose columns are aligned, so that they can be read as they are too. */
public final class MarkdownTable {
    private MarkdownTable() {}

    /**
     * Lays out a table.
     *
     * @param rows the cells of each row, the heading first; all of the same length
     * @return the lines: the heading, a line below it, and the rest
     */
    public static List<String> lines(List<List<String>> rows) {
        List<List<String>> plain = rows.stream()
                .map(row -> row.stream().map(MarkdownTable::plain).toList())
                .toList();
        List<Integer> widths = new ArrayList<>(Collections.nCopies(plain.get(0).size(), 0));
        for (List<String> row : plain) {
            for (int c = 0; c < row.size(); c++) {
                widths.set(c, Math.max(widths.get(c), row.get(c).length()));
            }
        }
        List<String> lines = new ArrayList<>();
        plain.forEach(row -> lines.add(line(row, widths)));
        List<String> dashes =
                widths.stream().map(width -> "-".repeat(width + 2)).toList();
        lines.add(1, "|" + String.join("|", dashes) + "|");
        return lines;
    }

    private static String plain(String cell) {
        return HarmlessText.of(cell).replace("|", "\\|");
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder("|");
        for (int c = 0; c < row.size(); c++) {
            line.append(String.format(Locale.ROOT, " %-" + widths.get(c) + "s |", row.get(c)));
        }
        return line.toString();
    }
}
