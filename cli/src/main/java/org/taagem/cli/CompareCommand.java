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

import org.taagem.mlflow.TrackingServer;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares the finished runs of folders, and of experiments on an MLflow server. */
@Command(
        name = "compare",
        description =
                "Compares the finished runs of several folders or MLflow experiments, or of one that holds several"
                        + " strategies or configurations: means side by side, and tests of every two for each task type.",
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
            arity = "0..*",
            paramLabel = "DIR",
            description = "folders that the runs are in, or in folders of them, such as those of 'taagem batch'")
    private List<String> folders = new ArrayList<>();

    @Option(
            names = "--mlflow",
            arity = "1..*",
            paramLabel = "EXPERIMENT",
            description =
                    "experiments whose runs are read back from an MLflow server; after all folders (default: none)")
    private List<String> experiments = new ArrayList<>();

    @Option(
            names = "--mlflow_tracking_uri",
            paramLabel = "URI",
            description = "the address of that server (default: MLFLOW_TRACKING_URI)")
    private Optional<String> server = Optional.empty();

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
    public Integer call() throws IOException, InterruptedException {
        checkPlaces();
        Confidence level = StatsCommand.confidence(confidence);
        Optional<Path> output = outputDir.map(text -> PathText.parse("--output_dir", text));
        Map<String, RunSelection> selections = select();
        Map<String, List<RunGroup>> groups = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        selections.forEach((place, selection) -> {
            groups.put(place, RunGroups.of(selection.runs()));
            notes.addAll(RunFolders.notes(selection));
        });
        List<Comparison> comparisons = Comparison.of(
                groups.size() == 1 ? Contender.of(groups.values().iterator().next()) : Contender.of(groups));
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

    private void checkPlaces() {
        if (folders.isEmpty() && experiments.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "nothing to compare; give folders (DIR), or --mlflow EXPERIMENT");
        }
        if (experiments.isEmpty() && server.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--mlflow_tracking_uri is given, and no experiment; give --mlflow EXPERIMENT");
        }
        MlflowExperiments.checkEachOnce(experiments);
    }

    /** Returns the runs of each folder and each experiment, by its name. */
    private Map<String, RunSelection> select() throws IOException, InterruptedException {
        Map<String, RunSelection> selections = new LinkedHashMap<>();
        Map<String, Path> places = ComparedFolders.byName(
                folders.stream().map(text -> PathText.parse("DIR", text)).toList());
        for (Map.Entry<String, Path> place : places.entrySet()) {
            selections.put(place.getKey(), RunFolders.select(place.getValue(), Integer.MAX_VALUE));
        }
        if (!experiments.isEmpty()) {
            TrackingServer address = new TrackingKeys(server.orElse(""), true, false)
                    .server(System.getenv())
                    .orElseThrow();
            MlflowExperiments there = new MlflowExperiments(address);
            for (String experiment : experiments) {
                String name = places.containsKey(experiment) ? experiment + " (MLflow)" : experiment;
                selections.put(name, there.select(experiment));
            }
        }
        return selections;
    }
}
