package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.report.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a run in the terminal. */
@Command(
        name = "show",
        description = "Shows a run: its figures, its settings, its curves and its accuracy matrix.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "At a terminal, show asks for the run if none is given.",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 bad usage."
        })
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "a run's folder, its run.json, or a .pkl of the Python original")
    private Optional<String> file = Optional.empty();

    @Option(names = "--json", description = "print the whole record with its summary as JSON (default: for people)")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        RunQuestion question = new RunQuestion(System.in, System.getProperties());
        Path path = PathText.parse("FILE", file.orElseGet(() -> question.answer(spec.commandLine())));
        StoredRun run = StoredRun.read(path);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(run.toJson());
        } else {
            ShowScreen screen = ShowScreen.of(Terminal.of(System.getProperties()), System.getenv());
            ShowText.of(run, screen).forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
