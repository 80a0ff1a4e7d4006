package org.taagem.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.IdxFiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Archives that want to write elsewhere, to write more than they say, or to be something else than files. */
class HostileArchiveTest {
    private static final byte[] EVIL = "evil".getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final Path target;
    private final Path archives;

    HostileArchiveTest(@TempDir Path folder, @TempDir Path archives) throws IOException {
        this.folder = folder;
        this.archives = archives;
        target = Files.createDirectories(folder.resolve("deep/target"));
    }

    @Test
    void unpack_namesThatLeaveTheFolder_writesOnlyWhatIsKnown() throws IOException {
        for (boolean zip : List.of(false, true)) {
            Map<String, byte[]> contents = new TreeMap<>(TinyDataset.CONTENTS);
            for (String name : List.of("../evil", "../../evil", "/tmp/evil", "a/../../evil", "..\\evil", "C:\\evil")) {
                contents.put(name, EVIL);
                contents.put(name + "/" + IdxFiles.TEST_LABELS, EVIL);
            }

            unpack(contents, zip);

            assertEquals(IdxFiles.NAMES.stream().sorted().toList(), filesBelow(folder));
            for (String name : IdxFiles.NAMES) {
                assertArrayEquals(TinyDataset.content(name), Files.readAllBytes(target.resolve(name)));
                Files.delete(target.resolve(name));
            }
        }
    }

    @Test
    void unpack_linkInsteadOfFile_isRefused() throws IOException {
        for (byte kind : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
                TarArchiveEntry link = new TarArchiveEntry("package/data/" + IdxFiles.TEST_LABELS, kind);
                link.setLinkName("/etc/passwd");
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
            }
            Path archive = write("links.tgz", TinyDataset.gzip(bytes.toByteArray()));

            assertThrows(SourceUnavailableException.class, () -> unpacking()
                    .tar(archive, PackageFormat.TAR_GZ, "package/data/"));

            assertEquals(List.of(), filesBelow(target));
        }
    }

    @Test
    void unpack_zipBomb_stopsAtTheKnownSize() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>(TinyDataset.CONTENTS);
        contents.put(IdxFiles.TEST_LABELS, new byte[50_000_000]);
        contents.put("unasked", new byte[50_000_000]);

        SourceUnavailableException e = assertThrows(SourceUnavailableException.class, () -> unpack(contents, true));

        assertEquals("tiny.zip has t10k-labels-idx1-ubyte of more than 9 bytes; expected 9", e.getMessage());
        assertEquals(0, Files.size(target.resolve(IdxFiles.TEST_LABELS)));
    }

    @Test
    void unpack_zipInsideGzip_isNotUnpackedTwice() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>(TinyDataset.CONTENTS);
        contents.put(IdxFiles.TEST_LABELS, TinyDataset.gzip(TinyDataset.gzip(new byte[9])));

        assertThrows(SourceUnavailableException.class, () -> unpack(contents, true));
    }

    @Test
    void unpack_fileTwice_takesTheFirst() throws IOException {
        Map<String, byte[]> contents = new TreeMap<>(TinyDataset.CONTENTS);
        contents.put(IdxFiles.TEST_LABELS + "/" + IdxFiles.TEST_LABELS, new byte[9]);

        unpack(contents, true);

        assertArrayEquals(
                TinyDataset.content(IdxFiles.TEST_LABELS), Files.readAllBytes(target.resolve(IdxFiles.TEST_LABELS)));
    }

    private void unpack(Map<String, byte[]> contents, boolean zip) throws IOException {
        if (zip) {
            Path archive = write("tiny.zip", TinyDataset.zip(contents));
            unpacking().zip(archive, "");
        } else {
            Path archive = write("tiny.tgz", TinyDataset.archive(contents));
            unpacking().tar(archive, PackageFormat.TAR_GZ, "package/data/");
        }
    }

    private Unpacking unpacking() {
        return new Unpacking(TinyDataset.with(), target, new Machine(folder));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(archives.resolve(name), content);
    }

    private static List<String> filesBelow(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
