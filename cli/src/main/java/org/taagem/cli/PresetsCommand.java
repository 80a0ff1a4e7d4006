package org.taagem.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.data.Spelling;
import org.taagem.experiment.ConfigException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells of the presets. */
@Command(
        name = "presets",
        description =
                "Lists the settings that --config takes by name, with their sources and the numbers to expect, or prints the"
                        + " file of one.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Exit codes: 0 all went well, 2 bad usage."})
final class PresetsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "prints the file of this preset, as a beginning for one of your own (default: lists all)")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Presets presets = Presets.read();
        name.ifPresentOrElse(one -> print(one, presets, out), () -> list(presets, out));
        out.flush();
        return 0;
    }

    private static void print(String name, Presets presets, PrintWriter out) {
        if (!presets.has(name)) {
            throw new ConfigException("NAME is '" + name + "'; expected one of " + presets.names()
                    + Spelling.meant(name, presets.byName().keySet())
                            .map(meant -> "; did you mean '" + meant + "'?")
                            .orElse(""));
        }
        out.print(Presets.text(name));
    }

    private static void list(Presets presets, PrintWriter out) {
        presets.byName().forEach((name, facts) -> {
            out.println(name);
            out.println("  what      " + facts.what());
            out.println("  source    " + facts.source());
            out.println("  expected  " + facts.expected());
            out.println("  compared  in " + facts.compared());
        });
    }
}
