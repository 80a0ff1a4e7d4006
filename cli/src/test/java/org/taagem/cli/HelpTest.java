package org.taagem.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HelpTest {
    private static final String TAAGEM = """
            Usage: taagem [-hV] [COMMAND]
            Continual learning: models that keep learning from a drifting stream and do not
            forget.
              -h, --help      Show this help message and exit.
              -V, --version   Print version information and exit.
            Commands:
              train     Learns a stream of tasks, one after the other, and measures what is
                          remembered of each.
              data      Lists, fetches and verifies the data sets that taagem knows.
              defaults  Prints every configuration key with its default, as a file for
                          --config.

            Exit codes: 0 all went well, 1 something failed, 2 bad usage.
            """;

    private static final String TRAIN = """
            Usage: taagem train [-hV] [--lite] [--no_verbose] [-c=FILE] [--dataset=NAME]
                                [--data_dir=DIR] [--experiment_name=NAME] [--kernel=NAME]
                                [-o=DIR] [-s=N] [--strategy=NAME] [-t=TYPE]
                                [--test_data=FILE] [--set=KEY=VALUE]...
            Learns a stream of tasks, one after the other, and measures what is remembered
            of each.
              -c, --config=FILE      a YAML file of keys, the run.json of a run to make
                                       again, or a preset: python-parity (default: none;
                                       'taagem defaults' prints every key)
              -t, --task_type=TYPE   what the tasks are: permutation, rotation,
                                       class_split, drift, native or one of your own
                                       (default: permutation)
                  --strategy=NAME    the learner: ta-a-gem or sgd (default: ta-a-gem)
                  --dataset, --dataset_name=NAME
                                     mnist, fashion_mnist, kmnist, emnist_digits or
                                       cifar10, or your own: NAME or NAME:ARGUMENT of a
                                       loader on the class path (default: mnist)
                  --data_dir=DIR     where to look for the data set, in a sub-folder named
                                       after it, such as MNIST (default:
                                       DATASET_LOCATION_<NAME>, then the cache, then a
                                       download)
                  --test_data=FILE   test data of your own, where its loader heeds it
                                       (default: a share of the data is held out)
                  --kernel=NAME      what computes: auto (the fastest), plain or simd; the
                                       numbers are the same (default: auto)
                  --experiment_name=NAME
                                     what to file the run under (default: taagem)
              -o, --output_dir=DIR   the run gets a folder of its own in here (default:
                                       test_results)
                  --lite             a quick look: 2 tasks, batches of 50, a sixth of
                                       MNIST, which comes with taagem (default: false)
                  --no_verbose       say one plain line per task (default: verbose is true)
              -s, --seed=N           same seed, same numbers, bit for bit (default: 0)
                  --set=KEY=VALUE    sets any key; repeat it for other keys (default: none)
              -h, --help             Show this help message and exit.
              -V, --version          Print version information and exit.

            Options may be written with - or _ between their words. The command line goes
            before the file of --config, and the file before the defaults.

            Exit codes: 0 all went well, 1 something failed, 2 bad usage, 130 interrupted
            (143 by SIGTERM).
            """;

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void help_ofTaagem_listsTheCommands(String option) {
        assertEquals(new CommandRun(0, TAAGEM, ""), CommandRun.of(option));
    }

    @Test
    void help_ofTrain_saysWhatEveryOptionDoesAndItsDefault() {
        assertEquals(new CommandRun(0, TRAIN, ""), CommandRun.of("train", "-h"));
    }

    @Test
    void help_ofTrain_everyOptionHasADefault() {
        CommandLine train = Objects.requireNonNull(
                TaagemCommand.commandLine().getSubcommands().get("train"));
        List<OptionSpec> options = train.getCommandSpec().options();
        assertEquals(15, options.size());
        for (OptionSpec option : options) {
            String description = String.join(" ", option.description());
            assertTrue(
                    option.usageHelp() || option.versionHelp() || description.contains("(default: "),
                    () -> option.longestName() + " does not tell its default: " + description);
        }
    }

    @Test
    void help_ofDefaults_saysWhatItPrints() {
        assertEquals(new CommandRun(0, """
                        Usage: taagem defaults [-hV]
                        Prints every configuration key with its default, as a file for --config.
                          -h, --help      Show this help message and exit.
                          -V, --version   Print version information and exit.
                        """, ""), CommandRun.of("defaults", "-h"));
    }

    @Test
    void defaults_run_printsTheFile() {
        assertEquals(new CommandRun(0, ConfigFiles.defaultsText(), ""), CommandRun.of("defaults"));
    }

    @Test
    void version_run_namesTheBuildAndJava() {
        CommandRun run = CommandRun.of("--version");
        BuildInfo build = BuildInfo.read();
        assertEquals(
                List.of(
                        "taagem " + build.version() + " (" + build.commit() + ")",
                        "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")),
                run.out().lines().toList());
        assertEquals(0, run.exit());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|no command given; try 'taagem train --lite' (taagem -h shows the options)",
                "tarin|Unmatched argument at index 0: 'tarin' (taagem -h shows the options)",
                "--epochs|Unknown option: '--epochs' (taagem -h shows the options)",
                "train --epochs=3|Unknown option: '--epochs=3' (taagem train -h shows the options)",
                "train lite|Unmatched argument at index 1: 'lite' (taagem train -h shows the options)",
                "train --lite --lite|option '--lite' should be specified only once (taagem train -h shows the options)",
                "train --set|Missing required parameter for option '--set' (KEY=VALUE) (taagem train -h shows the options)",
                "train -s x|Invalid value for option '--seed': 'x' is not a long (taagem train -h shows the options)",
                "defaults all|Unmatched argument at index 1: 'all' (taagem defaults -h shows the options)"
            })
    void run_badUsage_isOneLineAndExitCode2(String argumentsAndMessage) {
        String[] both = argumentsAndMessage.split("\\|", -1);
        String[] arguments = Arrays.stream(both[0].split(" ", -1))
                .filter(argument -> !argument.isEmpty())
                .toArray(String[]::new);
        assertEquals(new CommandRun(2, "", "taagem: " + both[1] + System.lineSeparator()), CommandRun.of(arguments));
    }
}
