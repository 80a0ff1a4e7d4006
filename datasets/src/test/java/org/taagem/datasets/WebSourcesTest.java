package org.taagem.datasets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.DataFileException;
import org.taagem.data.IdxFiles;
import org.taagem.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Fetching from web sites into the cache: all or nothing. */
class WebSourcesTest {
    private static final List<String> CACHED = IdxFiles.NAMES.stream().sorted().toList();
    private static final String NO_SUM = "0".repeat(64);

    private final Path home;
    private final Machine machine;
    private final FileServer server = new FileServer();

    WebSourcesTest(@TempDir Path home) throws IOException {
        this.home = home;
        machine = new Machine(home);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void webFiles_goodServer_putsFilesIntoTheCache() throws Exception {
        TrainTest found = find(TinyDataset.with(files(Map.of())));

        assertEquals(server.uri("/tiny/") + ", now in " + machine.cache(), found.source());
        assertEquals(2, found.train().size());
        assertEquals(CACHED, machine.filesInCache());
    }

    @Test
    void webFiles_serverUnzips_takesThePlainFile() throws Exception {
        WebFiles source = files(Map.of());
        TinyDataset.CONTENTS.forEach((name, content) -> server.serve("/tiny/" + name + ".gz", content));

        assertEquals(2, find(TinyDataset.with(source)).train().size());
    }

    @Test
    void webFiles_oneFileMissing_leavesNothing() throws IOException {
        DataSource source = new WebFiles(server.uri("/empty/"), Map.of());

        assertFails(
                TinyDataset.with(source),
                server.uri("/empty/")
                        + ": train-images-idx3-ubyte.gz from 127.0.0.1: it answered with HTTP status 404");
    }

    @Test
    void webFiles_pageInsteadOfFile_leavesNothing() throws IOException {
        DataSource source = files(Map.of());
        server.serve("/tiny/t10k-labels-idx1-ubyte.gz", "<html>log in".getBytes(StandardCharsets.UTF_8));

        assertFails(TinyDataset.with(source), "has t10k-labels-idx1-ubyte.gz of more than 9 bytes; expected 9");
    }

    @Test
    void webFiles_damagedOrBomb_leavesNothing() throws IOException {
        DataSource source = files(Map.of());
        byte[] damaged = TinyDataset.gzip(new byte[1000]);
        damaged[12] ^= 0x55;
        server.serve("/tiny/t10k-labels-idx1-ubyte.gz", damaged);
        assertFails(TinyDataset.with(source), server.uri("/tiny/").toString());

        server.serve("/tiny/t10k-labels-idx1-ubyte.gz", TinyDataset.gzip(new byte[50_000_000]));
        assertFails(TinyDataset.with(source), "t10k-labels-idx1-ubyte.gz of more than 9 bytes; expected 9");
    }

    @Test
    void webFiles_noPublishedSums_notesThemInTheCacheAndVerifiesByThem() throws Exception {
        KnownDataset dataset = TinyDataset.unpublished(files(pins()));

        find(dataset);

        List<String> withSums = new ArrayList<>(CACHED);
        withSums.add(0, "SHA256SUMS");
        assertEquals(withSums, machine.filesInCache());
        assertEquals("cache folder ~/.cache/taagem/datasets/tiny", find(dataset).source());

        Path labels = machine.cache().resolve(IdxFiles.TEST_LABELS);
        byte[] changed = Files.readAllBytes(labels);
        changed[8] ^= 1;
        Files.write(labels, changed);
        String message = String.valueOf(
                assertThrows(DataFileException.class, () -> find(dataset)).getMessage());
        assertTrue(message.contains("has SHA-256 " + TinyDataset.sha256(changed) + "; expected "), message);
    }

    @Test
    void webFiles_sumsLost_fetchesAnew() throws Exception {
        KnownDataset dataset = TinyDataset.unpublished(files(pins()));
        find(dataset);
        Files.delete(machine.cache().resolve("SHA256SUMS"));
        Files.write(machine.cache().resolve(IdxFiles.TEST_LABELS), new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 0});

        assertEquals(1, find(dataset).test().samples().get(0).label());
    }

    @Test
    void webFiles_otherContentThanPinned_leavesNothing() throws IOException {
        Map<String, Pin> pins = new TreeMap<>(pins());
        pins.computeIfPresent(IdxFiles.TEST_LABELS, (name, pin) -> new Pin(pin.bytes(), NO_SUM));

        assertFails(TinyDataset.unpublished(files(pins)), "t10k-labels-idx1-ubyte.gz from 127.0.0.1 has SHA-256 ");
    }

    @Test
    void knownDataset_neitherSumsNorPins_isRejected() {
        assertThrows(IllegalArgumentException.class, () -> TinyDataset.unpublished(files(Map.of())));
    }

    @Test
    void webArchive_tarAndZip_areUnpacked() throws Exception {
        for (String suffix : List.of(".tar.gz", ".zip")) {
            byte[] archive = suffix.equals(".zip")
                    ? TinyDataset.zip(gzipFolder())
                    : TinyDataset.gzip(TinyDataset.tar(TinyDataset.CONTENTS, "raw/"));
            server.serve("/tiny" + suffix, archive);
            Pin pin = new Pin(archive.length, TinyDataset.sha256(archive));
            Machine other = new Machine(home.resolve(suffix));

            TrainTest found = new DatasetFinder(
                            TinyDataset.unpublished(new WebArchive(server.uri("/tiny" + suffix), pin)),
                            other.environment())
                    .find(Optional.empty());

            assertEquals(2, found.train().size());
        }
    }

    @Test
    void kaggle_goodServer_findsTheFilesInAnyLayout() throws Exception {
        Map<String, byte[]> contents = new TreeMap<>();
        TinyDataset.CONTENTS.forEach((name, content) -> contents.put(name.replace("-idx", ".idx"), content));
        contents.put("fashion.csv", new byte[100]);
        contents.put("../../evil", new byte[10]);

        TrainTest found = find(TinyDataset.with(kaggle(TinyDataset.zip(contents))));

        assertEquals("Kaggle data set tiny/dots, now in " + machine.cache(), found.source());
        assertEquals(List.of("/api/v1/datasets/download/tiny/dots"), server.asked);
        assertEquals(CACHED, machine.filesInCache());
    }

    @Test
    void kaggle_keyInVariables_isShown() throws Exception {
        machine.set("KAGGLE_USERNAME", "me").set("KAGGLE_KEY", "secret");

        find(TinyDataset.with(kaggle(TinyDataset.zip(TinyDataset.CONTENTS))));

        assertEquals(List.of("/api/v1/datasets/download/tiny/dots Authorization: " + basic("me:secret")), server.asked);
    }

    @Test
    void kaggle_keyInFile_isShown() throws Exception {
        writeKey("{\"username\": \"me\", \"key\": \"secret\"}");

        find(TinyDataset.with(kaggle(TinyDataset.zip(TinyDataset.CONTENTS))));

        assertEquals(List.of("/api/v1/datasets/download/tiny/dots Authorization: " + basic("me:secret")), server.asked);
    }

    @Test
    void kaggle_badKey_saysWhatIsExpected() throws IOException {
        KnownDataset dataset = TinyDataset.with(kaggle(TinyDataset.zip(TinyDataset.CONTENTS)));
        Path file = writeKey("username=me");
        assertFails(dataset, file + " is not JSON; expected {\"username\": \"...\", \"key\": \"...\"}");
        writeKey("{\"username\": \"me\"}");
        assertFails(dataset, file + " lacks username or key; expected ");
        machine.set("KAGGLE_KEY", "secret");
        assertFails(dataset, "only one of KAGGLE_USERNAME and KAGGLE_KEY is set");
    }

    @Test
    void kaggle_archiveDamagedOrWithout_leavesNothing() throws IOException {
        assertFails(
                TinyDataset.with(kaggle(new byte[100])), "Kaggle data set tiny/dots: dots.zip cannot be unpacked: ");
        assertFails(
                TinyDataset.with(kaggle(TinyDataset.zip(Map.of("other", new byte[1])))),
                "dots.zip lacks t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, train-images-idx3-ubyte");
    }

    @Test
    void find_firstServerDown_takesTheNext() throws Exception {
        DataSource down = new WebFiles(server.uri("/nothing/"), Map.of());

        find(TinyDataset.with(down, files(Map.of())));

        assertTrue(
                machine.shown.contains(server.uri("/nothing/") + ": train-images-idx3-ubyte.gz from 127.0.0.1: it "
                        + "answered with HTTP status 404; trying " + server.uri("/tiny/")),
                machine.shown::toString);
    }

    private Path writeKey(String content) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".kaggle"));
        return Files.writeString(folder.resolve("kaggle.json"), content);
    }

    private static String basic(String both) {
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private KaggleDataset kaggle(byte[] archive) {
        server.serve("/api/v1/datasets/download/tiny/dots", archive);
        return new KaggleDataset(server.uri("/api/v1/"), "tiny", "dots");
    }

    private WebFiles files(Map<String, Pin> pins) throws IOException {
        TinyDataset.gzipped(TinyDataset.CONTENTS).forEach((name, content) -> server.serve("/tiny/" + name, content));
        return new WebFiles(server.uri("/tiny/"), pins);
    }

    private static Map<String, Pin> pins() throws IOException {
        return TinyDataset.gzipped(TinyDataset.CONTENTS).entrySet().stream()
                .collect(Collectors.toMap(
                        file -> file.getKey().replace(".gz", ""),
                        file -> new Pin(file.getValue().length, TinyDataset.sha256(file.getValue()))));
    }

    private static Map<String, byte[]> gzipFolder() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        TinyDataset.gzipped(TinyDataset.CONTENTS).forEach((name, content) -> contents.put("gzip/" + name, content));
        return contents;
    }

    private TrainTest find(KnownDataset dataset) throws IOException, InterruptedException {
        return new DatasetFinder(dataset, machine.environment()).find(Optional.empty());
    }

    private void assertFails(KnownDataset dataset, String reason) throws IOException {
        String message = String.valueOf(assertThrows(DatasetNotFoundException.class, () -> find(dataset))
                .getMessage());
        assertEquals(reason, message.contains(reason) ? reason : message);
        assertEquals(List.of(), machine.filesInCache());
    }
}
