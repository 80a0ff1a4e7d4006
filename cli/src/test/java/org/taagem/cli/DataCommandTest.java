package org.taagem.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.datasets.DatasetFinder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What can be asked of data sets without the cache of whoever runs the tests. */
class DataCommandTest {
    private static final List<String> FILES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    private final Path folder;

    DataCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void list_always_hasALineForEveryDataSet() {
        CommandRun run = CommandRun.of("data", "list");

        assertEquals(0, run.exit(), run::err);
        List<String> lines = run.out().lines().toList();
        assertEquals("name            training    test   image  classes  where", lines.get(0));
        assertEquals(
                DatasetFinder.names(),
                lines.stream().skip(1).map(line -> line.split(" ", 2)[0]).toList());
        assertTrue(lines.get(1).startsWith("cifar10            50000   10000   32x32       10  "), lines.get(1));
    }

    @Test
    void info_ofCifar10_tellsItsFilesAndSources() {
        CommandRun run = CommandRun.of("data", "info", "cifar10");

        assertEquals(0, run.exit(), run::err);
        for (String part : List.of(
                "images    32x32 pixels, 1024 inputs\n",
                "training  50,000 images\n",
                "licence   none stated; the authors ask to be cited\n",
                "variable  DATASET_LOCATION_CIFAR10\n",
                "  data_batch_1.bin                          30,730,000 bytes\n",
                "    SHA-256 not published; what it is fetched in is verified\n",
                "  https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz\n",
                "    SHA-256 c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd cifar-10-binary.tar.gz\n")) {
            assertTrue(run.out().contains(part), () -> part + " is not in " + run.out());
        }
    }

    @Test
    void info_ofMnist_tellsItsChecksums() {
        String out = CommandRun.of("data", "info", "mnist").out();

        assertTrue(out.contains("  train-labels-idx1-ubyte                       60,008 bytes\n"), out);
        assertTrue(out.contains("    SHA-256 65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5\n"), out);
    }

    @Test
    void path_inDataDir_printsTheFolderAlone() throws IOException {
        Path mnist = writeMnist();

        assertEquals(
                new CommandRun(0, mnist + System.lineSeparator(), ""),
                CommandRun.of("data", "path", "mnist", "--data-dir", folder.toString()));
    }

    @Test
    void path_notInDataDir_fails() {
        CommandRun run = CommandRun.of("data", "path", "kmnist", "--data_dir=" + folder);

        assertEquals(1, run.exit());
        assertEquals("", run.out());
        assertTrue(
                run.err().startsWith("taagem: data set kmnist is not in " + folder + ", the folder given"), run.err());
    }

    @Test
    void verify_otherFiles_saysSoOfEachAndFails() throws IOException {
        Path mnist = writeMnist();

        CommandRun run = CommandRun.of("data", "verify", "mnist", "--data_dir", folder.toString());

        assertEquals(1, run.exit());
        List<String> lines = run.out().lines().toList();
        assertEquals("mnist: folder " + mnist + " (--data_dir)", lines.get(0));
        assertEquals(5, lines.size());
        assertTrue(
                lines.get(2)
                        .matches("different  [0-9a-f]{64}  train-labels-idx1-ubyte  expected "
                                + "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                lines.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch", "verify", "path", "info"})
    void command_unknownName_namesTheNearest(String command) {
        assertEquals(
                new CommandRun(
                        2,
                        "",
                        "taagem: data set is 'mnits'; expected one of " + String.join(", ", DatasetFinder.names())
                                + "; did you mean 'mnist'?" + System.lineSeparator()),
                CommandRun.of("data", command, "mnits"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data|no command given; try 'taagem data list' (taagem data -h shows the options)",
                "data fetch|Missing required parameter: 'NAME' (taagem data fetch -h shows the options)",
                "data lst|Unmatched argument at index 1: 'lst' (taagem data -h shows the options)"
            })
    void command_badUsage_isOneLineAndExitCode2(String commandAndMessage) {
        String[] both = commandAndMessage.split("\\|", -1);
        assertEquals(
                new CommandRun(2, "", "taagem: " + both[1] + System.lineSeparator()),
                CommandRun.of(both[0].split(" ", -1)));
    }

    private Path writeMnist() throws IOException {
        Path mnist = Files.createDirectories(folder.resolve("MNIST"));
        for (String name : FILES) {
            ByteBuffer content = ByteBuffer.allocate(9).putInt(0x0801).putInt(1).put((byte) 1);
            Files.write(mnist.resolve(name), content.array());
        }
        return mnist;
    }
}
