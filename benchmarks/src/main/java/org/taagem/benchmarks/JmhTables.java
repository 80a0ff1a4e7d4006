package org.taagem.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Turns JMH's JSON into Markdown tables, one per benchmark class ({@code benchmarks/report.sh}). */
public final class JmhTables {
    private JmhTables() {}

    /**
     * Prints the tables.
     *
     * @param arguments the file that JMH wrote with {@code -rf json}
     * @throws IOException if it cannot be read
     */
    public static void main(String... arguments) throws IOException {
        System.out.print(
                tables(new ObjectMapper().readTree(Path.of(arguments[0]).toFile())));
    }

    /** Returns the tables of all results: medians over the iterations of all forks, and their range. */
    static String tables(JsonNode results) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (JsonNode result : results) {
            String[] name = result.path("benchmark").asText().split("\\.", -1);
            rows.computeIfAbsent(name[name.length - 2], unused -> new ArrayList<>())
                    .add(row(name[name.length - 1], result));
        }
        StringBuilder text = new StringBuilder();
        rows.forEach((benchmark, lines) -> text.append("\n**")
                .append(benchmark)
                .append("**\n\n| what | µs, median | smallest..largest |\n|---|---|---|\n")
                .append(String.join("", lines)));
        return text.toString();
    }

    private static String row(String method, JsonNode result) {
        List<Double> times = new ArrayList<>();
        result.path("primaryMetric").path("rawData").forEach(fork -> fork.forEach(time -> times.add(time.asDouble())));
        Collections.sort(times);
        return "| " + method + parameters(result.path("params")) + " | " + number(median(times)) + " | "
                + number(times.get(0)) + ".." + number(times.get(times.size() - 1)) + " |\n";
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String parameters(JsonNode parameters) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            String value = parameter.getValue().asText();
            boolean speaksForItself = parameter.getKey().equals("change");
            text.append(", ").append(speaksForItself ? value : parameter.getKey() + " = " + value);
        }
        return text.toString();
    }

    /** Three digits, or all before the point. */
    static String number(double value) {
        int places = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + places + "f", value);
    }
}
