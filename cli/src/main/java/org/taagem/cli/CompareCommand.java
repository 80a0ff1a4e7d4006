package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.report.stats.Comparison;
import org.taagem.report.stats.ComparisonReport;
import org.taagem.report.stats.Confidence;
import org.taagem.report.stats.Contender;
import org.taagem.report.stats.RunGroup;
import org.taagem.report.stats.RunGroups;
import org.taagem.report.stats.RunSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the finished runs of folders. */
@Command(
        name = "compare",
        description = "Compares the finished runs of several folders, or of one that holds several strategies or"
                + " configurations: means side by side, and tests of every two for each task type.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Options may be written with - or _ between their words. docs/statistics.md says which test is made when.",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 bad usage."
        })
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "folders that the runs are in, or in folders of them, such as those of 'taagem batch'")
    private List<String> folders = new ArrayList<>();

    @Option(
            names = {"-o", "--output_dir"},
            paramLabel = "DIR",
            description = "write the tables to this folder, in Markdown and CSV, and a page of curves, compare.html"
                    + " (default: none)")
    private Optional<String> outputDir = Optional.empty();

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            description = "how sure intervals and tests are to be, between 0 and 1 (default: 0.99)")
    private double confidence = Confidence.USUAL.level();

    @Override
    public Integer call() throws IOException {
        Confidence level = StatsCommand.confidence(confidence);
        Optional<Path> output = outputDir.map(text -> PathText.parse("--output_dir", text));
        Map<String, Path> places = ComparedFolders.byName(
                folders.stream().map(text -> PathText.parse("DIR", text)).toList());
        Map<String, List<RunGroup>> groups = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (Map.Entry<String, Path> place : places.entrySet()) {
            RunSelection selection = RunFolders.select(place.getValue(), Integer.MAX_VALUE);
            groups.put(place.getKey(), RunGroups.of(selection.runs()));
            notes.addAll(RunFolders.notes(selection));
        }
        List<Comparison> comparisons = Comparison.of(
                places.size() == 1 ? Contender.of(groups.values().iterator().next()) : Contender.of(groups));
        ComparisonReport report = new ComparisonReport(comparisons, level);
        PrintWriter out = spec.commandLine().getOut();
        String plusMinus = Terminal.of(System.getProperties()).unicode() ? "±" : "+-";
        report.lines(plusMinus).forEach(out::println);
        notes.forEach(out::println);
        out.flush();
        if (output.isPresent()) {
            report.write(output.get()).forEach(file -> out.println("  written  " + file));
            out.flush();
        }
        return 0;
    }
}
