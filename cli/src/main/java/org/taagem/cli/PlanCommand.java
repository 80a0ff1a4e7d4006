package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.taagem.stream.TaskStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what stream a configuration makes, without learning anything. */
@Command(
        name = "plan",
        description =
                "Prints the stream that a configuration makes: its tasks, and the order and the mix of its epochs."
                        + " Takes the same options as train.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Exit codes: 0 all went well, 1 something failed, 2 bad usage."})
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TrainOptions options = new TrainOptions();

    @Option(names = "--json", description = "print JSON, with an entry for every epoch (default: a table)")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        StreamSetup setup = StreamSetup.load(options.effective(), Terminal.of(System.getProperties()));
        TaskStream stream = setup.stream();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PlanJson.of(setup, stream));
        } else {
            PlanText.of(setup, stream).forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
