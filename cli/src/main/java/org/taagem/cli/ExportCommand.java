package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.taagem.experiment.ConfigException;
import org.taagem.report.StoredRun;
import org.taagem.report.export.ExportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a run in another format. */
@Command(
        name = "export",
        description = "Writes all numbers of a run for other programs.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Exit codes: 0 all went well, 1 something failed, 2 bad usage."})
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "a run's folder, its run.json, or a .pkl of the Python original")
    private String run = "";

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "pkl (the Python original's layout), csv or parquet (a row for every number)")
    private String format = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "what to write (default: the run's name with the format's ending, in this folder)")
    private Optional<String> output = Optional.empty();

    @Override
    public Integer call() throws IOException {
        ExportFormat chosen = format();
        StoredRun stored = StoredRun.read(PathText.parse("RUN", run));
        String name = stored.name().replaceFirst("\\.pkl$", "") + "." + nameOf(chosen);
        Path file = PathText.parse("--output", output.orElse(name));
        chosen.export(stored, file);
        spec.commandLine().getOut().println("written  " + file);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private ExportFormat format() {
        return Arrays.stream(ExportFormat.values())
                .filter(known -> nameOf(known).equals(format))
                .findFirst()
                .orElseThrow(() -> new ConfigException("--format is '" + format + "'; expected one of "
                        + Arrays.stream(ExportFormat.values())
                                .map(ExportCommand::nameOf)
                                .collect(Collectors.joining(", "))));
    }

    private static String nameOf(ExportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
