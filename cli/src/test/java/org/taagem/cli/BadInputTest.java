package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunStatus;
import org.taagem.report.RunRecordFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever is wrong with a configuration is told in one line, before anything is written. */
class BadInputTest {
    private final Path folder;

    BadInputTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "num_epochs | --set is 'num_epochs'; expected KEY=VALUE, such as --set num_epochs=5",
                "=3 | --set is '=3'; expected KEY=VALUE, such as --set num_epochs=5",
                "num_epoch=3 | unknown key 'num_epoch'; did you mean 'num_epochs'?",
                "num_epochs=0 | num_epochs is '0'; expected a whole number of at least 1 <num_epochs>",
                "num_epochs=x | num_epochs is 'x'; expected a whole number of at least 1 <num_epochs>",
                "num_epochs= | num_epochs is ''; expected a whole number of at least 1 <num_epochs>",
                "num_epochs.x=1 | num_epochs is '{x=1}'; expected a whole number of at least 1 <num_epochs>",
                "memory-size-p=0 | memory_size_p is '0'; expected a whole number of at least 1 <memory_size_p>",
                "sampling_rate=51 | sampling_rate is '51'; expected a number from 0.001 to 50.0 <sampling_rate>",
                "sampling_rate=0 | sampling_rate is '0'; expected a number from 0.001 to 50.0 <sampling_rate>",
                "verbose=maybe | verbose is 'maybe'; expected true or false <verbose>",
                "schedule=x | schedule is 'x'; expected one of sequential, half_and_half, random, continuous, blurry <schedule>",
                "experiment_name=5 | experiment_name is '5'; expected a text <experiment_name>",
                "seed=1.5 | seed is '1.5'; expected a whole number <seed>",
                "task_types=1 | task_types is '1'; expected a section of keys <task_types>",
                "task_types.classsplit.num_pools=1 | unknown key 'task_types.classsplit'; did you mean 'task_types.class_split'?",
                "task_types.rotation.pools=1 | unknown key 'task_types.rotation.pools';"
                        + " did you mean 'task_types.rotation.num_pools'?",
                "lite_settings.epochs=1 | unknown key 'lite_settings.epochs';"
                        + " did you mean 'lite_settings.num_epochs'?",
                "device=gpu | device is 'gpu'; expected cpu, which is all there is",
                "kernel=fast | kernel is 'fast'; expected one of auto, plain, simd <kernel>",
                "kernel=simd | kernel is simd, which is not to be had: Java runs without its module"
                        + " jdk.incubator.vector; start it with --add-modules jdk.incubator.vector",
                "num_pools=9 | num_pools is 9, but the stream has 10 labels and each needs a pool;"
                        + " set num_pools to at least 10",
                "num_tasks=6 task_type=class_split | num_tasks is 6, but the 10 classes of mnist make only 5 groups of 2"
                        + " (classes_per_task); make one of the two smaller",
                "num_tasks=3 task_type=class_split classes_per_task=auto | num_tasks is 3, but the 10 classes of mnist do"
                        + " not make 3 equal groups; set num_tasks to one of 1, 2, 5, 10, or classes_per_task, which may"
                        + " leave classes out",
                "task_type=class_split classes_per_task=0 | classes_per_task is '0'; expected a whole number of at least 1,"
                        + " or auto <classes_per_task>",
                "task_type=drift schedule=random seed=1 | the tasks drift one into the next, but epoch 3 mixes them or goes"
                        + " back; set schedule to sequential",
                "task_type=drift drift_of=color | drift_of is 'color'; expected one of rotation, permutation <drift_of>",
                "task_type=drift drift_share=2 | drift_share is '2'; expected a number from 0.0 to 1.0 <drift_share>",
                "task_type=rotation rotation_degrees=400 | rotation_degrees is '400'; expected a number from -360.0 to 360.0"
                        + " <rotation_degrees>",
                "task_type=native | num_tasks is 2, but mnist has no tasks of its own and is one task as a whole; name a"
                        + " task_column of a table, or several data sets in dataset_name, such as mnist,fashion_mnist",
                "strategy=ta-agem | strategy is 'ta-agem'; expected one of ta-a-gem, sgd, joint, a-gem, er, mega-1, mega-2,"
                        + " der++, bgd, ta-ogd, ewc-online, slate; did you mean 'ta-a-gem'? <strategy>",
                "strategy=bgd bgd_draws=0 | bgd_draws is '0'; expected a whole number of at least 1 <bgd_draws>",
                "memory=cluster | memory is 'cluster'; expected one of clustered, reservoir, class-reservoir, ring, random,"
                        + " greedy-k-center; did you mean 'clustered'? <memory>",
                "memory=random draw=uniform | draw is uniform; expected even with the memory random, which draws from its"
                        + " pools in turn",
                "reference_batch=0 | reference_batch is '0'; expected batch, all or a whole number from 1 to 2147483647"
                        + " <reference_batch>",
                "schedule=blurry blurry_share=30 | blurry_share is '30'; expected a number from 0.0 to 1.0 <blurry_share>",
                "num_epochs=[3,2,1] | num_epochs is [3, 2, 1], which is 3 numbers; expected 2, one for each task (num_tasks)",
                "num_epochs=[3,0] | num_epochs is '[3, 0]'; expected a number for each task, each a whole number from 1 to"
                        + " 100000 <num_epochs>",
                "num_transition_epochs=21 | num_transition_epochs is 21; expected at most num_epochs, which is 20",
                "dataset_name=fashion | dataset_name is 'fashion'; expected one of cifar10, csv,"
                        + " emnist_digits, fashion_mnist, idx, images, kmnist, mnist, points;"
                        + " did you mean 'fashion_mnist'?",
                "dataset_name=pionts:5 | dataset_name is 'pionts:5'; expected one of cifar10, csv,"
                        + " emnist_digits, fashion_mnist, idx, images, kmnist, mnist, points;"
                        + " did you mean 'points:5'?",
                "test_data=x | test_data is 'x', which data set mnist does not use; leave out one of the two",
                "num_epochs=99999999999 | num_epochs is '99999999999'; expected a whole number of at most 2147483647"
                        + " <num_epochs>",
                "hidden_dim=100001 | hidden_dim is '100001'; expected a whole number of at most 100000 <hidden_dim>",
                "nonsense=1 | unknown key 'nonsense'; the file of defaults has all that there are",
                "seed=1 seed=2 | seed is given twice on the command line; give it once",
                "lite=false | lite is given twice on the command line; give it once",
                "data_dir=/data | data_dir is '/data', which --lite does not use, for its data comes with taagem;"
                        + " leave out one of the two",
                "data_dir=\"\\0\" | data_dir is '?'; expected a path (Nul character not allowed)"
            })
    void train_wrongSetting_isRefused(String settings, String message) {
        List<String> options = new ArrayList<>(List.of("--lite"));
        for (String setting : settings.split(" ", -1)) {
            options.addAll(List.of("--set", setting));
        }
        String mend = " \\(set it in the configuration file or with --set $1=VALUE\\)";
        assertRefused(2, message.replaceFirst(" <(\\w+)>$", mend), options);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--task-type rotatoin | task_type is 'rotatoin'; expected one of permutation, rotation, class_split, drift, native;"
                        + " did you mean 'rotation'? <task_type>",
                "--data_dir /no/such/folder | data set mnist is not in /no/such/folder, the folder given with --data_dir:"
                        + " /no/such/folder/MNIST does not exist; /no/such/folder/mnist does not exist."
                        + " Put train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte,"
                        + " t10k-labels-idx1-ubyte (plain or .gz) into /no/such/folder/MNIST,"
                        + " or leave --data_dir out to have the data fetched.",
                "--dataset csv | dataset_name is 'csv'; expected csv:FILE, such as csv:train.csv",
                "--dataset csv:/no/such.csv | /no/such.csv: does not exist. Check the name and the folder.",
                "--dataset images:/no/such | /no/such: does not exist. Check the name and the folder.",
                "--dataset idx | dataset_name is 'idx'; expected idx:DIR, such as idx:my-images",
                "--dataset csw:a.csv | dataset_name is 'csw:a.csv'; expected one of cifar10, csv,"
                        + " emnist_digits, fashion_mnist, idx, images, kmnist, mnist, points;"
                        + " did you mean 'csv:a.csv'?",
                "--dataset points:5 --set scaling=z_score | scaling is 'z_score', which data set points:5 does not use;"
                        + " leave out one of the two",
                "--dataset mnist --set image_mode=rgb --set header=false | header is 'false', which data set mnist does not"
                        + " use; leave out one of the two",
                "--dataset csv:a.csv --set image_size=8x8 | image_size is '8x8', which data set csv:a.csv does not use;"
                        + " leave out one of the two",
                "--dataset csv:a.csv --test_data b.csv --set test_share=0.5 | test_share is '0.5', but nothing is held out"
                        + " where test_data is given; leave out one of the two",
                "--dataset images:a --set num_classes=3 | num_classes is '3', which data set images:a does not use;"
                        + " leave out one of the two",
                "--dataset idx:a --test_data b | test_data is 'b', which data set idx:a does not use;"
                        + " leave out one of the two",
                "--dataset pom.xml | dataset_name is 'pom.xml'; expected one of cifar10, csv, emnist_digits, fashion_mnist,"
                        + " idx, images, kmnist, mnist, points; did you mean 'csv:pom.xml'?",
                "--dataset src/main | dataset_name is 'src/main'; expected one of cifar10, csv, emnist_digits,"
                        + " fashion_mnist, idx, images, kmnist, mnist, points; did you mean 'images:src/main'?",
                "--dataset points:x | dataset_name is 'points:x'; expected points:COUNT, such as points:100",
                "--dataset points:5 --data_dir x | data_dir is 'x', which data set points:5 does not use;"
                        + " leave out one of the two",
                "--config nothing.yaml | --config is 'nothing.yaml', which is neither a file nor a preset;"
                        + " the presets are best, paper, python-parity, strata-1, strata-2, agem-iclr19, split-mnist-domain"
            })
    void train_wrongOption_isRefused(String options, String message) {
        String mend = " \\(set it in the configuration file or with --set $1=VALUE\\)";
        assertRefused(
                message.startsWith("data set") || message.startsWith("/") ? 1 : 2,
                message.replaceFirst(" <(\\w+)>$", mend),
                List.of(options.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'sead: 1' | unknown key 'sead'; did you mean 'seed'?",
                "'seed: 1\nseed: 2' | FILE is not valid YAML at line 2, column 5: Duplicate field 'seed'",
                "'- seed' | FILE holds a list; expected keys with values, such as 'num_epochs: 5'"
            })
    void train_wrongFile_isRefused(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), text);
        assertRefused(2, message.replace("FILE", file.toString()), List.of("--lite", "--config", file.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../x | NAME is '../x'; expected the name of a folder that the batch gets in --output_dir, without a path",
                ".. | NAME is '..'; expected the name of a folder that the batch gets in --output_dir, without a path",
                "x --runs 0 | --runs is 0; expected 1 to 1000",
                "x --jobs 1001 | --jobs is 1001; expected 1 to 1000",
                "x --set num_epoch=3 | unknown key 'num_epoch'; did you mean 'num_epochs'?",
                "x -t rotation,rotatoin | task_type is 'rotatoin'; expected one of permutation, rotation, class_split, drift,"
                        + " native; did you mean 'rotation'? <task_type>",
                "x -t rotation, | task_type is ''; expected one of permutation, rotation, class_split, drift, native"
                        + " <task_type>",
                "x --set rotation_degrees=400 | rotation_degrees is '400'; expected a number from -360.0 to 360.0"
                        + " <rotation_degrees>",
                "x --set seed=a | seed is 'a'; expected a whole number <seed>",
                "x --seed 9223372036854775807 | seed is 9223372036854775807, which leaves no room for 5 seeds; make it"
                        + " smaller",
                "x --set dataset_name=mnist | dataset_name is given twice on the command line; give it once",
                "x --data_dir /data | data_dir is '/data', which --lite does not use, for its data comes with taagem;"
                        + " leave out one of the two"
            })
    void batch_wrongOption_isRefused(String options, String message) {
        Path output = folder.resolve("output");
        List<String> arguments =
                new ArrayList<>(List.of("batch", "--lite", "--output_dir", output.toString(), "mnist"));
        arguments.addAll(List.of(options.split(" ", -1)));
        String mend = " \\(set it in the configuration file or with --set $1=VALUE\\)";
        String expected = "taagem: " + message.replaceFirst(" <(\\w+)>$", mend) + System.lineSeparator();
        assertEquals(new CommandRun(2, "", expected), CommandRun.of(arguments.toArray(String[]::new)));
        assertFalse(Files.exists(output), () -> Arrays.toString(output.toFile().list()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "show FILE | 1 | 'FILE' wants to use posix.system of Python; expected plain data and numpy arrays, and nothing"
                        + " else is ever run",
                "convert FILE -o FOLDER | 1 | 'FILE' wants to use posix.system of Python; expected plain data and numpy"
                        + " arrays, and nothing else is ever run",
                "export FILE --format csv -o FOLDER/x | 1 | 'FILE' wants to use posix.system of Python; expected plain data"
                        + " and numpy arrays, and nothing else is ever run",
                "export FILE --format xml | 2 | --format is 'xml'; expected one of pkl, csv, parquet",
                "show FOLDER | 1 | cannot read 'FOLDER/run.json': no such file or folder"
            })
    void run_wrongFile_isRefused(String command, int exit, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.pkl"), "cposix\nsystem\n(Vtouch x\ntR.");
        String[] arguments = Arrays.stream(command.split(" ", -1))
                .map(word -> word.replace("FILE", file.toString()).replace("FOLDER", folder.toString()))
                .toArray(String[]::new);
        String expected = message.replace("FILE", file.toString()).replace("FOLDER", folder.toString());

        assertEquals(
                new CommandRun(exit, "", "taagem: " + expected + System.lineSeparator()), CommandRun.of(arguments));

        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void train_lossBecomesInfinite_failsAndKeepsItsLosses() throws IOException {
        CommandRun run = CommandRun.of(
                "train", "--lite", "-o", folder.toString(), "--set", "learning_rate=1e30", "--set", "num_epochs=1");
        assertEquals(1, run.exit());
        assertEquals(1, run.err().lines().count(), run::err);
        assertEquals(
                "taagem: the loss of batch N is NaN: the run diverged; lower learning_rate, which was 1.0E30 in the last"
                        + " step\n",
                run.err().replaceFirst("batch \\d+", "batch N"));
        try (Stream<Path> runs = Files.list(folder)) {
            Path made = runs.findAny().orElseThrow();
            assertEquals(RunStatus.DIVERGED, RunRecordFile.read(made).status());
            LossSeries losses = RunRecordFile.readLosses(made);
            assertTrue(Double.isNaN(losses.loss(losses.size() - 1)), "the last loss says why");
            CommandRun resumed = CommandRun.of("resume", made.toString());
            assertEquals(2, resumed.exit());
            assertTrue(
                    resumed.err().startsWith("taagem: the run in '" + made + "' diverged, and would again; "),
                    resumed::err);
        }
    }

    @Test
    void report_noRunThere_isRefused() {
        for (String run : List.of(folder.toString(), "nowhere", "")) {
            assertEquals(
                    new CommandRun(
                            2,
                            "",
                            "taagem: RUN is '" + run
                                    + "', where there is no run.json; expected the folder of a run, such as"
                                    + " test_results/ta_agem_..., which it told when it began\n"),
                    CommandRun.of("report", run));
        }
    }

    @Test
    void report_unknownFormat_isRefused() {
        assertEquals(
                new CommandRun(2, "", "taagem: --format is 'pdf'; expected html, png or svg, or several with commas\n"),
                CommandRun.of("report", folder.toString(), "--format", "png,pdf"));
    }

    @Test
    void report_damagedRecord_failsInALine() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "{\"schema\": \"taagem-run/2\"");
        CommandRun run = CommandRun.of("report", folder.toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().startsWith("taagem: '" + file + "' is not JSON: line 1"), run.err());
        assertEquals(1, run.err().lines().count(), run::err);
    }

    @Test
    void train_configIsAFolder_isRefused() {
        assertRefused(
                2,
                "--config is '" + folder + "', which is neither a file nor a preset; the presets are "
                        + Presets.read().names(),
                List.of("--lite", "-c", folder.toString()));
    }

    @Test
    void train_outputFolderIsAFile_fails() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        CommandRun run = CommandRun.of("train", "--lite", "-o", file.toString());
        assertEquals(1, run.exit());
        assertEquals("", run.out());
        assertEquals(
                "taagem: cannot make run folder '" + file + "/FOLDER': '" + file
                        + "': a file of this name is in the way"
                        + " (set output_dir in the configuration file, or --output_dir, to a folder that can be"
                        + " written)\n",
                run.err().replaceFirst("/\\w+_s0", "/FOLDER"));
        assertEquals(0, Files.size(file));
    }

    @Test
    void train_memoryLargerThanJavas_isToldInALine() throws IOException {
        CommandRun run = CommandRun.of(
                "train",
                "--lite",
                "-o",
                folder.toString(),
                "--set",
                "hidden_dim=100000",
                "--set",
                "hidden_layers=1000");
        assertEquals(1, run.exit());
        assertEquals(1, run.err().lines().count(), run::err);
        // the virtual machine says more of it if the memory runs out in the middle of compiled code
        assertTrue(run.err().matches("(?s)taagem: out of memory \\(Java heap space[^;]*; Java may take .*"), run::err);
        try (Stream<Path> runs = Files.list(folder)) {
            assertEquals(
                    RunStatus.FAILED,
                    RunRecordFile.read(runs.findAny().orElseThrow()).status());
        }
    }

    private void assertRefused(int exit, String message, List<String> options) {
        Path output = folder.resolve("output");
        List<String> arguments = new ArrayList<>(List.of("train", "--output_dir", output.toString()));
        arguments.addAll(options);
        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertEquals(new CommandRun(exit, "", "taagem: " + message + System.lineSeparator()), run);
        assertFalse(Files.exists(output), () -> Arrays.toString(output.toFile().list()));
    }
}
