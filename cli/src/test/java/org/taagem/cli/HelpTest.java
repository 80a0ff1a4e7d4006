package org.taagem.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
              resume    Goes on with a training that was stopped or cut off, and ends as if
                          it had never been.
              batch     Trains on several task types with several seeds each, some runs at
                          once, and ends with a table of means. Takes the options of train,
                          which count for every run.
              bench     Runs every learner of a specification on every stream with several
                          seeds, some runs at once, and writes tables of means, intervals
                          and tests as Markdown, CSV and HTML.
              plan      Prints the stream that a configuration makes: its tasks, and the
                          order and the mix of its epochs. Takes the same options as train.
              learn     Learns labelled samples as they come, from standard input or a
                          file, and measures itself on each before learning it.
              predict   Says which class each sample most likely belongs to, as a saved
                          model sees it. Learns nothing.
              show      Shows a run: its figures, its settings, its curves and its accuracy
                          matrix.
              report    Makes a page of charts and tables of a run: one file that needs no
                          network. Every run makes its own when it ends (key report).
              stats     Tells mean, standard deviation and t interval of the newest
                          finished runs of a folder, for each task type, strategy and
                          configuration.
              compare   Compares the finished runs of several folders or MLflow
                          experiments, or of one that holds several strategies or
                          configurations: means side by side, and tests of every two for
                          each task type.
              convert   Makes a run folder, with its run.json, of each result of the Python
                          original.
              export    Writes all numbers of a run for other programs.
              ui        Shows runs on a web page of this machine: a list that filters and
                          sorts, each run's report, those that still go on as they do, and
                          several side by side.
              data      Lists, fetches, verifies and shows the data sets that taagem knows.
              mlflow    Brings runs to an MLflow server that were made without it, or while
                          it was away.
              defaults  Prints every configuration key with its default, as a file for
                          --config.
              presets   Lists the settings that --config takes by name, with their sources
                          and the numbers to expect, or prints the file of one.

            Exit codes: 0 all went well, 1 something failed, 2 bad usage.
            """;

    /** What data show has in common with train and plan. */
    private static final String STREAM = """
              -c, --config=FILE      a YAML file of keys, the run.json of a run to make
                                       again, or a preset of 'taagem presets' (default:
                                       none; 'taagem defaults' prints every key)
              -t, --task_type=TYPE   what the tasks are: permutation, rotation,
                                       class_split, drift, native or one of your own
                                       (default: permutation)
                  --dataset, --dataset_name=NAME
                                     mnist, fashion_mnist, kmnist, emnist_digits or
                                       cifar10, or your own: csv:FILE, images:DIR, idx:DIR,
                                       or NAME:ARGUMENT of a loader on the class path
                                       (default: mnist)
                  --data_dir=DIR     where to look for the data set, in a sub-folder named
                                       after it, such as MNIST (default:
                                       DATASET_LOCATION_<NAME>, then the cache, then a
                                       download)
                  --test_data=PATH   test data, beside csv:FILE or images:DIR (default: a
                                       share of that is held out)
                  --lite             a quick look: 2 tasks, batches of 50, a sixth of
                                       MNIST, which comes with taagem (default: false)
              -s, --seed=N           same seed, same numbers, bit for bit (default: 0)
                  --set=KEY=VALUE    sets any key; repeat it for other keys (default: none)
            """;

    /** The same where an option is wider. */
    private static final String WIDE_STREAM = """
              -c, --config=FILE       a YAML file of keys, the run.json of a run to make
                                        again, or a preset of 'taagem presets' (default:
                                        none; 'taagem defaults' prints every key)
              -t, --task_type=TYPE    what the tasks are: permutation, rotation,
                                        class_split, drift, native or one of your own
                                        (default: permutation)
                  --dataset, --dataset_name=NAME
                                      mnist, fashion_mnist, kmnist, emnist_digits or
                                        cifar10, or your own: csv:FILE, images:DIR, idx:
                                        DIR, or NAME:ARGUMENT of a loader on the class path
                                        (default: mnist)
                  --data_dir=DIR      where to look for the data set, in a sub-folder named
                                        after it, such as MNIST (default:
                                        DATASET_LOCATION_<NAME>, then the cache, then a
                                        download)
                  --test_data=PATH    test data, beside csv:FILE or images:DIR (default: a
                                        share of that is held out)
                  --lite              a quick look: 2 tasks, batches of 50, a sixth of
                                        MNIST, which comes with taagem (default: false)
              -s, --seed=N            same seed, same numbers, bit for bit (default: 0)
                  --set=KEY=VALUE     sets any key; repeat it for other keys (default: none)
            """;

    private static final String TRAIN = """
            Usage: taagem train [-hV] [--lite] [--mlflow_required] [--no_verbose] [-c=FILE]
                                [--dataset=NAME] [--data_dir=DIR] [--experiment_name=NAME]
                                [--kernel=NAME] [--mlflow=URI] [-o=DIR] [-s=N]
                                [--strategy=NAME] [-t=TYPE] [--test_data=PATH]
                                [--set=KEY=VALUE]...
            Learns a stream of tasks, one after the other, and measures what is remembered
            of each.
            """ + WIDE_STREAM + """
                  --strategy=NAME     the learner: sgd, joint, ta-a-gem, a-gem, er, mega-1,
                                        mega-2, der++, bgd, ta-ogd, ewc-online or slate
                                        (default: ta-a-gem)
                  --kernel=NAME       what computes: auto (the fastest), plain or simd; the
                                        numbers are the same (default: auto)
                  --experiment_name=NAME
                                      what to file the run under (default: taagem)
                  --mlflow, --mlflow_tracking_uri=URI
                                      the address of an MLflow server to tell of the run,
                                        such as http://127.0.0.1:5000 (default:
                                        MLFLOW_TRACKING_URI, else none)
                  --mlflow_required   run nothing unless the MLflow server is there
                                        (default: false)
              -o, --output_dir=DIR    the run gets a folder of its own in here (default:
                                        test_results)
                  --no_verbose        say one plain line per task (default: verbose is true)
              -h, --help              Show this help message and exit.
              -V, --version           Print version information and exit.

            Options may be written with - or _ between their words. The command line goes
            before the file of --config, and the file before the defaults.

            Exit codes: 0 all went well, 1 something failed, 2 bad usage, 130 interrupted
            (143 by SIGTERM).
            """;

    private static final String PLAN = """
            Usage: taagem plan [-hV] [--json] [--lite] [--mlflow_required] [--no_verbose]
                               [-c=FILE] [--dataset=NAME] [--data_dir=DIR]
                               [--experiment_name=NAME] [--kernel=NAME] [--mlflow=URI]
                               [-o=DIR] [-s=N] [--strategy=NAME] [-t=TYPE]
                               [--test_data=PATH] [--set=KEY=VALUE]...
            Prints the stream that a configuration makes: its tasks, and the order and the
            mix of its epochs. Takes the same options as train.
            """ + WIDE_STREAM + """
                  --strategy=NAME     the learner: sgd, joint, ta-a-gem, a-gem, er, mega-1,
                                        mega-2, der++, bgd, ta-ogd, ewc-online or slate
                                        (default: ta-a-gem)
                  --kernel=NAME       what computes: auto (the fastest), plain or simd; the
                                        numbers are the same (default: auto)
                  --experiment_name=NAME
                                      what to file the run under (default: taagem)
                  --mlflow, --mlflow_tracking_uri=URI
                                      the address of an MLflow server to tell of the run,
                                        such as http://127.0.0.1:5000 (default:
                                        MLFLOW_TRACKING_URI, else none)
                  --mlflow_required   run nothing unless the MLflow server is there
                                        (default: false)
              -o, --output_dir=DIR    the run gets a folder of its own in here (default:
                                        test_results)
                  --no_verbose        say one plain line per task (default: verbose is true)
                  --json              print JSON, with an entry for every epoch (default: a
                                        table)
              -h, --help              Show this help message and exit.
              -V, --version           Print version information and exit.

            Exit codes: 0 all went well, 1 something failed, 2 bad usage.
            """;

    private static final String SHOW = """
            Usage: taagem data show [-hV] [--lite] [-c=FILE] [--dataset=NAME]
                                    [--data_dir=DIR] [-o=FILE] [-s=N] [-t=TYPE]
                                    [--test_data=PATH] [--set=KEY=VALUE]...
            Draws sample images of every task, with their labels: a row for each task, a
            column for each label.
            """ + STREAM + """
              -o, --output=FILE      the picture, .png or .html (default: tasks.png)
              -h, --help             Show this help message and exit.
              -V, --version          Print version information and exit.

            Exit codes: 0 all went well, 1 something failed, 2 bad usage.
            """;

    private static final String LEARN = """
            Usage: taagem learn [-hV] [--follow] [--from_start] [-c=FILE]
                                [--classes=N|NAMES] [--format=FORMAT] --from=FILE
                                [--header=WHETHER] [--label_column=COLUMN] [--load=FILE]
                                [--on_bad_line=WHAT] [-s=N] [--save=FILE] [--save_every=N]
                                [--strategy=NAME] [--window=N] [--set=KEY=VALUE]...
            Learns labelled samples as they come, from standard input or a file, and
            measures itself on each before learning it.
                  --from=FILE          the samples, one per line; - is standard input
                  --format=FORMAT      csv or jsonl (default: by the file's name; csv for
                                         standard input)
                  --label_column=COLUMN
                                       the column of the label: its name, its position from
                                         1 on, first or last (default: last)
                  --header=WHETHER     whether the first line of CSV holds names: true,
                                         false or auto, if not all features in it are
                                         numbers (default: auto)
                  --follow             wait at the end of the file for more, until Ctrl-C
                                         (default: false)
                  --classes=N|NAMES    how many classes there may be, or their names
                                         separated by commas (default: those of the first
                                         --window samples)
                  --window=N           how many of the last samples the accuracy of the
                                         moment is taken over (default: 1000)
                  --on_bad_line=WHAT   stop, or skip and count it (default: stop)
                  --save=FILE          where to keep what was learned, at the end and when
                                         stopped by Ctrl-C or SIGTERM (default: none)
                  --save_every=N       save after every N samples too (default: none)
                  --load=FILE          go on with what was kept with --save, as if there
                                         had been no break (default: none)
                  --from_start         with --load: learn a file again of which a part was
                                         learned before (default: false)
              -c, --config=FILE        a YAML file of keys (default: none; 'taagem
                                         defaults' prints every key)
                  --strategy=NAME      the learner: sgd, ta-a-gem, er, mega-1, mega-2,
                                         der++, bgd or ta-ogd (default: ta-a-gem)
              -s, --seed=N             same seed, same numbers, bit for bit (default: 0)
                  --set=KEY=VALUE      sets a key of network, steps or memory; repeat it
                                         for other keys (default: none)
              -h, --help               Show this help message and exit.
              -V, --version            Print version information and exit.

            Options may be written with - or _ between their words. docs/online-learning.md
            has an example.

            Exit codes: 0 all went well, 1 something failed, 2 bad usage, 130 interrupted
            (143 by SIGTERM).
            """;

    private static final String PREDICT = """
            Usage: taagem predict [-hV] [--probabilities] [--format=FORMAT] --from=FILE
                                  [--header=WHETHER] [--label_column=COLUMN] [-o=FILE] MODEL
            Says which class each sample most likely belongs to, as a saved model sees it.
            Learns nothing.
                  MODEL              the file of 'taagem learn --save', a model of 'taagem
                                       train', or the folder of a run
                  --from=FILE        the samples, one per line; - is standard input
                  --format=FORMAT    csv or jsonl (default: by the file's name; csv for
                                       standard input)
                  --label_column=COLUMN
                                     the column of the label: its name, its position from 1
                                       on, first or last (default: last)
                  --header=WHETHER   whether the first line of CSV holds names: true, false
                                       or auto, if not all features in it are numbers
                                       (default: auto)
              -o, --output=FILE      where to write the answers (default: standard output)
                  --probabilities    tell how likely each class is too (default: false)
              -h, --help             Show this help message and exit.
              -V, --version          Print version information and exit.

            Answers are CSV: a line of names, then one line per sample. If the samples have
            labels, the accuracy is told too.

            Exit codes: 0 all went well, 1 something failed, 2 bad usage.
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
    void help_ofPlanAndDataShow_saysWhatEveryOptionDoes() {
        assertEquals(new CommandRun(0, PLAN, ""), CommandRun.of("plan", "-h"));
        assertEquals(new CommandRun(0, SHOW, ""), CommandRun.of("data", "show", "-h"));
    }

    @Test
    void help_ofLearnAndPredict_saysWhatEveryOptionDoes() {
        assertEquals(new CommandRun(0, LEARN, ""), CommandRun.of("learn", "-h"));
        assertEquals(new CommandRun(0, PREDICT, ""), CommandRun.of("predict", "-h"));
    }

    @ParameterizedTest
    @CsvSource({
        "train, 17",
        "batch, 18",
        "plan, 18",
        "learn, 18",
        "predict, 8",
        "report, 4",
        "stats, 7",
        "compare, 6",
        "show, 3",
        "convert, 3",
        "export, 4",
        "ui, 4"
    })
    void help_ofCommand_everyOptionHasADefault(String name, int count) {
        CommandLine command = Objects.requireNonNull(
                TaagemCommand.commandLine().getSubcommands().get(name));
        List<OptionSpec> options = command.getCommandSpec().options();
        assertEquals(count, options.size());
        for (OptionSpec option : options) {
            String description = String.join(" ", option.description());
            assertTrue(
                    option.usageHelp()
                            || option.versionHelp()
                            || option.required()
                            || description.contains("(default: "),
                    () -> option.longestName() + " does not tell its default: " + description);
        }
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
                "learn|Missing required option: '--from=FILE' (taagem learn -h shows the options)",
                "learn --from - --format xml|Invalid value for option '--format': 'xml' is not csv or jsonl (taagem learn -h"
                        + " shows the options)",
                "learn --from - --on-bad-line go|Invalid value for option '--on_bad_line': 'go' is not stop or skip (taagem"
                        + " learn -h shows the options)",
                "predict --from -|Missing required parameter: 'MODEL' (taagem predict -h shows the options)",
                "convert|Missing required parameter: 'FILE' (taagem convert -h shows the options)",
                "export|Missing required options and parameters: '--format=FORMAT', 'RUN' (taagem export -h shows the options)",
                "report|Missing required parameter: 'RUN' (taagem report -h shows the options)",
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
