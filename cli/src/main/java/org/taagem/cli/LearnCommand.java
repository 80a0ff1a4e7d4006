package org.taagem.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Learns a stream of samples from outside, as they come. */
@Command(
        name = "learn",
        description = "Learns labelled samples as they come, from standard input or a file, and measures itself on each"
                + " before learning it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Options may be written with - or _ between their words. docs/online-learning.md has an example.",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 bad usage, 130 interrupted (143 by SIGTERM)."
        })
final class LearnCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LearnOptions options = new LearnOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        LearnSession.Screen screen = new LearnSession.Screen(
                spec.commandLine().getOut(), spec.commandLine().getErr(), Terminal.of(System.getProperties()));
        try (StopSignal stopSignal = StopSignal.install()) {
            return learn(screen, stopSignal);
        }
    }

    /** When a stop was requested, the program ends with the stop signal's closing, so what failed must be told before. */
    private int learn(LearnSession.Screen screen, StopSignal stopSignal) throws IOException, InterruptedException {
        try {
            return new LearnSession(options, screen, stopSignal).run() ? 0 : INTERRUPTED;
        } catch (IOException e) {
            if (!stopSignal.isRequested()) {
                throw e;
            }
            screen.err().println("taagem: " + e.getMessage());
            screen.err().flush();
            return INTERRUPTED;
        }
    }
}
