package org.taagem.datasets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.taagem.data.IdxFiles;
import org.taagem.data.ImageShape;
import org.taagem.data.Sha256;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** A data set of three images of 1x2 pixels, which the tests find and fetch in MNIST's stead. */
final class TinyDataset {
    static final Map<String, byte[]> CONTENTS = new TreeMap<>(Map.of(
            IdxFiles.TRAIN_IMAGES, idx(0x0803, new int[] {2, 1, 2}, (byte) 1, (byte) 2, (byte) 3, (byte) 4),
            IdxFiles.TRAIN_LABELS, idx(0x0801, new int[] {2}, (byte) 0, (byte) 1),
            IdxFiles.TEST_IMAGES, idx(0x0803, new int[] {1, 1, 2}, (byte) 5, (byte) 6),
            IdxFiles.TEST_LABELS, idx(0x0801, new int[] {1}, (byte) 1)));

    static final DatasetFacts FACTS =
            new DatasetFacts("dots", new ImageShape(1, 2), 2, 2, 1, "none", "nobody", "https://example.org/");

    private TinyDataset() {}

    static KnownDataset with(DataSource... sources) {
        List<KnownFile> files = IdxFiles.NAMES.stream()
                .map(name -> new KnownFile(name, content(name).length, sha256(content(name))))
                .toList();
        return with(files, sources);
    }

    /** Returns the data set as if no checksum of its files had been published. */
    static KnownDataset unpublished(DataSource... sources) {
        return with(
                IdxFiles.NAMES.stream()
                        .map(name -> new KnownFile(name, content(name).length))
                        .toList(),
                sources);
    }

    private static KnownDataset with(List<KnownFile> files, DataSource... sources) {
        return new KnownDataset(
                "tiny", FACTS, List.of(IdxFormat.MNIST), files, List.of("TINY", "tiny"), List.of(sources));
    }

    static KnownDataset onNpm() {
        return with(new NpmPackage("tiny-data", "1.0.0", "package/data"));
    }

    static KnownDataset onDebian() {
        return with(new DebianPackage("dataset-tiny", "/usr/share/datasets/tiny"));
    }

    static byte[] content(String name) {
        byte[] content = CONTENTS.get(name);
        if (content == null) {
            throw new IllegalArgumentException("no file " + name);
        }
        return content;
    }

    static String sha256(byte[] content) {
        try {
            return Sha256.of(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all files under their published names. */
    static Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : CONTENTS.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    /** Returns the files compressed with gzip, and named so. */
    static Map<String, byte[]> gzipped(Map<String, byte[]> contents) throws IOException {
        Map<String, byte[]> compressed = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            compressed.put(file.getKey() + ".gz", gzip(file.getValue()));
        }
        return compressed;
    }

    /** Returns a package as npm makes it: a gzip tar archive with the files, and others, below package/. */
    static byte[] archive(Map<String, byte[]> contents) throws IOException {
        return gzip(tar(contents, "package/data/"));
    }

    /** Returns a ZIP archive of the files. */
    static byte[] zip(Map<String, byte[]> contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Returns a Debian package: an ar archive of a tar archive, compressed with xz. */
    static byte[] debian(Map<String, byte[]> contents) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream xz = new XZOutputStream(compressed, new LZMA2Options(0))) {
            xz.write(tar(contents, "./usr/share/datasets/tiny/"));
        }
        return ar(Map.of("data.tar.xz", compressed.toByteArray()));
    }

    /** Returns an ar archive that begins as a Debian package does. */
    static byte[] ar(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArArchiveOutputStream ar = new ArArchiveOutputStream(bytes)) {
            put(ar, new ArArchiveEntry("debian-binary", 4), "2.0\n".getBytes(StandardCharsets.US_ASCII));
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                put(ar, new ArArchiveEntry(member.getKey(), member.getValue().length), member.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ArArchiveOutputStream ar, ArArchiveEntry entry, byte[] content) throws IOException {
        ar.putArchiveEntry(entry);
        ar.write(content);
        ar.closeArchiveEntry();
    }

    static byte[] tar(Map<String, byte[]> contents, String folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            put(tar, folder.split("/", 2)[0] + "/package.json", new byte[] {'{', '}'});
            for (Map.Entry<String, byte[]> file : contents.entrySet()) {
                put(tar, folder + file.getKey(), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] idx(int magic, int[] sizes, byte... elements) {
        ByteBuffer bytes =
                ByteBuffer.allocate(4 + 4 * sizes.length + elements.length).putInt(magic);
        for (int size : sizes) {
            bytes.putInt(size);
        }
        return bytes.put(elements).array();
    }
}
