package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the learn command. */
final class LearnOptions {
    @Mixin
    InputOptions input = new InputOptions();

    @Option(names = "--follow", description = "wait at the end of the file for more, until Ctrl-C (default: false)")
    boolean follow;

    @Option(
            names = "--classes",
            paramLabel = "N|NAMES",
            description =
                    "how many classes there may be, or their names separated by commas (default: those of the first"
                            + " --window samples)")
    Optional<String> classes = Optional.empty();

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "how many of the last samples the accuracy of the moment is taken over (default: 1000)")
    Optional<Integer> window = Optional.empty();

    @Option(
            names = "--on_bad_line",
            paramLabel = "WHAT",
            description = "stop, or skip and count it (default: stop)",
            converter = BadLine.Converter.class)
    BadLine onBadLine = BadLine.STOP;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description =
                    "where to keep what was learned, at the end and when stopped by Ctrl-C or SIGTERM (default: none)")
    Optional<Path> save = Optional.empty();

    @Option(names = "--save_every", paramLabel = "N", description = "save after every N samples too (default: none)")
    Optional<Integer> saveEvery = Optional.empty();

    @Option(
            names = "--load",
            paramLabel = "FILE",
            description = "go on with what was kept with --save, as if there had been no break (default: none)")
    Optional<Path> load = Optional.empty();

    @Option(
            names = "--from_start",
            description = "with --load: learn a file again of which a part was learned before (default: false)")
    boolean fromStart;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "a YAML file of keys (default: none; 'taagem defaults' prints every key)")
    private Optional<String> config = Optional.empty();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "the learner: sgd, ta-a-gem, er, mega-1, mega-2, der++, bgd or ta-ogd (default:"
                    + " ${bundle:default.strategy})")
    private Optional<String> strategy = Optional.empty();

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N",
            description = "same seed, same numbers, bit for bit (default: ${bundle:default.seed})")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "sets a key of network, steps or memory; repeat it for other keys (default: none)")
    private List<String> settings = List.of();

    /** Returns the keys and values that the user gives: those of the file, then of these options. */
    LearnKeys keys() throws IOException {
        Map<String, Object> keys = SetOption.keys(settings);
        strategy.ifPresent(value -> SetOption.putOnce(keys, "strategy", value));
        seed.ifPresent(value -> SetOption.putOnce(keys, "seed", value));
        input.labelColumn.ifPresent(value -> SetOption.putOnce(keys, "label_column", value));
        input.header.ifPresent(value -> SetOption.putOnce(keys, "header", value));
        Map<String, Object> file = config.isPresent() ? ConfigFiles.read(config.get()) : Map.of();
        return LearnKeys.of(file, keys);
    }
}
