package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.experiment.ConfigException;
import org.taagem.report.RunRecordFile;
import org.taagem.report.StoredRun;
import org.taagem.report.html.PageFile;
import org.taagem.report.html.ReportedRun;
import org.taagem.report.html.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the report of a run. */
@Command(
        name = "report",
        description =
                "Makes a page of charts and tables of a run: one file that needs no network. Every run makes its own"
                        + " when it ends (key report).",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Options may be written with - or _ between their words.",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 bad usage."
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "RUN",
            description = "the run's folder, the record in it, or a .pkl of the Python original")
    private String run = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "the page (default: report.html in the run's folder, or beside the .pkl)")
    private Optional<String> output = Optional.empty();

    @Override
    public Integer call() throws IOException {
        StoredRun stored = stored(PathText.parse("RUN", run));
        Path file = output.isPresent() ? PathText.parse("--output", output.get()) : beside(stored.path());
        PageFile.write(file, RunReport.page(ReportedRun.of(stored)));
        spec.commandLine().getOut().println("written  " + file);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static Path beside(Path run) {
        return Files.isDirectory(run)
                ? run.resolve(RunReport.NAME)
                : run.resolveSibling(run.getFileName() + ".html"); // a result of the Python original
    }

    private static StoredRun stored(Path run) throws IOException {
        if (!Files.exists(run) || Files.isDirectory(run) && !Files.exists(run.resolve(RunRecordFile.NAME))) {
            throw new ConfigException("RUN is '" + run + "', where there is no " + RunRecordFile.NAME
                    + "; expected the folder of a run, such as test_results/ta_agem_..., which it told when it began");
        }
        return StoredRun.read(run);
    }
}
