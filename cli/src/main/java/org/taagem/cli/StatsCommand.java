package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.experiment.ConfigException;
import org.taagem.report.stats.Confidence;
import org.taagem.report.stats.RunGroups;
import org.taagem.report.stats.RunSelection;
import org.taagem.report.stats.StatsReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells means and intervals of finished runs. */
@Command(
        name = "stats",
        description = "Tells mean, standard deviation and t interval of the newest finished runs of a folder, for each"
                + " task type, strategy and configuration.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Options may be written with - or _ between their words. docs/statistics.md has the formulas.",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 bad usage."
        })
final class StatsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-n", "--runs"},
            paramLabel = "N",
            description = "how many runs at most, the newest (default: 15)")
    private int most = 15;

    @Option(
            names = {"-i", "--input_dir"},
            paramLabel = "DIR",
            description =
                    "the folder that the runs are in, or in a folder of it (default: ${bundle:default.output_dir})")
    private Optional<String> inputDir = Optional.empty();

    @Option(
            names = {"-o", "--output_dir"},
            paramLabel = "DIR",
            description = "write the tables to this folder, in Markdown and CSV (default: none)")
    private Optional<String> outputDir = Optional.empty();

    @Option(
            names = "--confidence",
            paramLabel = "LEVEL",
            description = "how sure the intervals are to be, between 0 and 1 (default: 0.99)")
    private double confidence = Confidence.USUAL.level();

    @Option(names = "--no_verbose", description = "leave out the values of the single runs (default: false)")
    private boolean noVerbose;

    @Override
    public Integer call() throws IOException {
        if (most < 1) {
            throw new ConfigException("-n is " + most + "; expected at least 1");
        }
        Confidence level = confidence(confidence);
        Optional<Path> output = outputDir.map(text -> PathText.parse("--output_dir", text));
        RunSelection selection = RunFolders.select(inputDir(), most);
        PrintWriter out = spec.commandLine().getOut();
        StatsReport report = new StatsReport(RunGroups.of(selection.runs()), level);
        report.lines(!noVerbose).forEach(out::println);
        RunFolders.notes(selection).forEach(out::println);
        out.flush();
        if (output.isPresent()) {
            report.write(output.get()).forEach(file -> out.println("  written  " + file));
            out.flush();
        }
        return 0;
    }

    private Path inputDir() throws IOException {
        return PathText.parse(
                "--input_dir",
                inputDir.orElseGet(() -> String.valueOf(ConfigFiles.defaults().get("output_dir"))));
    }

    /**
     * Reads a level.
     *
     * @throws ConfigException if it is none
     */
    static Confidence confidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new ConfigException(
                    "--confidence is " + level + "; expected more than 0 and less than 1, such as 0.99 for 99 %");
        }
        return new Confidence(level);
    }
}
