package org.taagem.datasets;

import java.util.List;
import java.util.Locale;

/**
 * How a program ended.
 *
 * @param exitCode 0 if all went well
 * @param output what it printed, to both its streams, as far as it was kept
 */
public record CommandResult(int exitCode, String output) {
    private static final int SUMMARY_LENGTH = 300;

    /**
     * Returns the lines that speak of errors, or all if none does, shortened to fit into a message.
     *
     * @return one line
     */
    String summary() {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> errors = lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("err"))
                .toList();
        String all = String.join(" | ", errors.isEmpty() ? lines : errors);
        if (all.isEmpty()) {
            return "it printed nothing";
        }
        return all.length() > SUMMARY_LENGTH ? all.substring(0, SUMMARY_LENGTH) + "..." : all;
    }
}
