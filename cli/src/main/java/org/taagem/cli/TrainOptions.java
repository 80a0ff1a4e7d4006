package org.taagem.cli;

import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that make up a whole configuration: those of the stream, and those of learning it. */
class TrainOptions extends StreamOptions {
    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description =
                    "the learner: sgd, joint, ta-a-gem, a-gem, er, mega-1, mega-2, der++, bgd, ta-ogd, ewc-online or slate"
                            + " (default: ${bundle:default.strategy})")
    private Optional<String> strategy = Optional.empty();

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            description = "what computes: auto (the fastest), plain or simd; the numbers are the same (default:"
                    + " ${bundle:default.kernel})")
    private Optional<String> kernel = Optional.empty();

    @Mixin
    private TrackingOptions tracking = new TrackingOptions();

    @Option(
            names = {"-o", "--output_dir"},
            paramLabel = "DIR",
            description = "the run gets a folder of its own in here (default: ${bundle:default.output_dir})")
    private Optional<String> outputDir = Optional.empty();

    @Option(
            names = "--no_verbose",
            description = "say one plain line per task (default: verbose is ${bundle:default.verbose})")
    private boolean noVerbose;

    @Override
    void addOthers(Map<String, Object> keys) {
        strategy.ifPresent(value -> SetOption.putOnce(keys, "strategy", value));
        kernel.ifPresent(value -> SetOption.putOnce(keys, "kernel", value));
        tracking.addTo(keys);
        outputDir.ifPresent(value -> SetOption.putOnce(keys, "output_dir", value));
        if (noVerbose) {
            SetOption.putOnce(keys, "verbose", false);
        }
    }
}
