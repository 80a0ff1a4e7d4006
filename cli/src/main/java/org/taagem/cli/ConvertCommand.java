package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.taagem.report.RunRecordException;
import org.taagem.report.export.RunConversion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes run folders of results of the Python original. */
@Command(
        name = "convert",
        description = "Makes a run folder, with its run.json, of each result of the Python original.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Exit codes: 0 all went well, 1 something failed, 2 bad usage."})
final class ConvertCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "results, such as results-1-cla-mnist.pkl")
    private List<String> files = List.of();

    @Option(
            names = {"-o", "--output_dir"},
            paramLabel = "DIR",
            description = "where the folders go, each named after its file (default: test_results)")
    private String outputDir = "test_results";

    @Override
    public Integer call() throws IOException {
        Path folder = PathText.parse("--output_dir", outputDir);
        List<Path> paths =
                files.stream().map(file -> PathText.parse("FILE", file)).toList();
        PrintWriter out = spec.commandLine().getOut();
        int exit = 0;
        for (Path path : paths) {
            try {
                out.println("written  " + RunConversion.convert(path, folder));
            } catch (RunRecordException e) {
                spec.commandLine().getErr().println("taagem: " + TaagemCommand.oneLine(e));
                exit = TaagemCommand.FAILED;
            }
        }
        out.flush();
        return exit;
    }
}
