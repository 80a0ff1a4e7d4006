package org.taagem.cli;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BatchHelpTest {
    private static final String BATCH = """
            Usage: taagem batch [-hV] [--lite] [--mlflow_required] [--no_verbose] [-c=FILE]
                                [--data_dir=DIR] [--experiment_name=NAME] [-j=N]
                                [--kernel=NAME] [--mlflow=URI] [-o=DIR] [--runs=N] [-s=N]
                                [--strategy=NAME] [-t=TYPE] [--test_data=PATH]
                                [--set=KEY=VALUE]... DATASET NAME
            Trains on several task types with several seeds each, some runs at once, and
            ends with a table of means. Takes the options of train, which count for every
            run.
                  DATASET             what is learned: a data set, as train takes it with
                                        --dataset
                  NAME                the batch's name: its runs go to a folder of this
                                        name in --output_dir; again with the same name,
                                        what is missing there is run
              -c, --config=FILE       a YAML file of keys, the run.json of a run, or a
                                        preset of 'taagem presets'; its data set, task type
                                        and seed do not count (default: none; 'taagem
                                        defaults' prints every key)
              -t, --task_type=TYPE    what the tasks are: one type or several, with commas
                                        between (default: permutation,rotation,class_split)
                  --data_dir=DIR      where to look for the data set, in a sub-folder named
                                        after it, such as MNIST (default:
                                        DATASET_LOCATION_<NAME>, then the cache, then a
                                        download)
                  --test_data=PATH    test data, beside csv:FILE or images:DIR (default: a
                                        share of that is held out)
                  --lite              a quick look: 2 tasks, batches of 50, a sixth of
                                        MNIST, which comes with taagem (default: false)
              -s, --seed=N            seed of the first run of each type; the others take
                                        the next ones (default: 1)
                  --set=KEY=VALUE     sets any key; repeat it for other keys (default: none)
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
              -o, --output_dir=DIR    the batch gets its folder in here (default:
                                        test_results)
                  --no_verbose        say one plain line per run (default: verbose is true)
                  --runs=N            runs of each task type, each with a seed of its own,
                                        1 to 1000 (default: 5)
              -j, --jobs=N            runs at once, 1 to 1000 (default: as many as there
                                        are processors)
              -h, --help              Show this help message and exit.
              -V, --version           Print version information and exit.

            Options may be written with - or _ between their words. docs/batch.md has an
            example.

            Exit codes: 0 all went well, 1 a run or something else failed, 2 bad usage, 130
            interrupted (143 by SIGTERM).
            """;

    @Test
    void help_ofBatch_saysWhatIsOtherThanInTrain() {
        assertEquals(new CommandRun(0, BATCH, ""), CommandRun.of("batch", "-h"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch|Missing required parameters: 'DATASET', 'NAME' (taagem batch -h shows the options)",
                "batch mnist|Missing required parameter: 'NAME' (taagem batch -h shows the options)",
                "batch mnist night --dataset=mnist|Unknown option: '--dataset=mnist' (taagem batch -h shows the options)",
                "batch mnist night -j x|Invalid value for option '--jobs': 'x' is not an int (taagem batch -h shows the"
                        + " options)"
            })
    void run_badUsage_isOneLineAndExitCode2(String argumentsAndMessage) {
        List<String> both = List.of(argumentsAndMessage.split("\\|", -1));
        assertEquals(
                new CommandRun(2, "", "taagem: " + both.get(1) + System.lineSeparator()),
                CommandRun.of(both.get(0).split(" ", -1)));
    }
}
