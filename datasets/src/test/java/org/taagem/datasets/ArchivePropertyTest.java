package org.taagem.datasets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.taagem.data.IdxFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ArchivePropertyTest {
    private static final int TAR_BYTES = 5120;

    @Property(tries = 200)
    void unpack_tarChangedAnywhere_worksOrSaysThatTheSourceIsBad(
            @ForAll @IntRange(max = TAR_BYTES - 1) int place, @ForAll byte value) throws IOException {
        byte[] tar = tar();
        tar[place] = value;

        unpack(TinyDataset.gzip(tar));
    }

    @Property(tries = 200)
    void unpack_archiveChangedAnywhere_worksOrSaysThatTheSourceIsBad(
            @ForAll @IntRange(max = 400) int place, @ForAll byte value) throws IOException {
        byte[] archive = TinyDataset.archive(TinyDataset.CONTENTS);
        archive[place % archive.length] = value;

        unpack(archive);
    }

    @Property(tries = 100)
    void unpack_tarCutAnywhere_worksOrSaysThatTheSourceIsBad(@ForAll @IntRange(max = TAR_BYTES) int length)
            throws IOException {
        unpack(TinyDataset.gzip(Arrays.copyOf(tar(), length)));
    }

    @Property(tries = 300)
    void unpack_debianPackageChangedAnywhere_worksOrSaysThatTheSourceIsBad(
            @ForAll @IntRange(max = 600) int place, @ForAll byte value) throws IOException {
        byte[] archive = TinyDataset.debian(TinyDataset.CONTENTS);
        archive[place % archive.length] = value;

        unpack(archive, PackageFormat.DEB, "usr/share/datasets/tiny/");
    }

    @Property(tries = 100)
    void unpack_debianPackageCutAnywhere_worksOrSaysThatTheSourceIsBad(@ForAll @IntRange(max = 600) int length)
            throws IOException {
        byte[] archive = TinyDataset.debian(TinyDataset.gzipped(TinyDataset.CONTENTS));

        unpack(Arrays.copyOf(archive, Math.min(length, archive.length)), PackageFormat.DEB, "usr/share/datasets/tiny/");
    }

    @Property(tries = 300)
    void unpack_zipChangedAnywhere_worksOrSaysThatTheSourceIsBad(
            @ForAll @IntRange(max = 1000) int place, @ForAll byte value) throws IOException {
        byte[] archive = TinyDataset.zip(TinyDataset.CONTENTS);
        archive[place % archive.length] = value;

        unpack(archive, PackageFormat.TAR_GZ, "");
    }

    @Property(tries = 100)
    void unpack_zipCutAnywhere_worksOrSaysThatTheSourceIsBad(@ForAll @IntRange(max = 1000) int length)
            throws IOException {
        byte[] archive = TinyDataset.zip(TinyDataset.CONTENTS);

        unpack(Arrays.copyOf(archive, Math.min(length, archive.length)), PackageFormat.TAR_GZ, "");
    }

    private static void unpack(byte[] archive) throws IOException {
        unpack(archive, PackageFormat.TAR_GZ, "package/data/");
    }

    private static void unpack(byte[] archive, PackageFormat format, String dataFolder) throws IOException {
        Path work = Files.createTempDirectory("taagem-archive-");
        try (StagingFolder folder = new StagingFolder(work)) {
            Path file = Files.write(folder.path().resolve("tiny.tgz"), archive);
            Path target = Files.createDirectory(folder.path().resolve("target"));
            Unpacking unpacking = new Unpacking(TinyDataset.with(), target, new Machine(folder.path()));
            if (dataFolder.isEmpty()) {
                unpacking.zip(file, "");
            } else {
                unpacking.tar(file, format, dataFolder);
            }
            for (String name : IdxFiles.NAMES) {
                assertEquals(TinyDataset.content(name).length, Files.size(target.resolve(name)));
            }
        } catch (SourceUnavailableException expected) {
            assertEquals("tiny.tgz ", String.valueOf(expected.getMessage()).substring(0, 9));
        }
    }

    private static byte[] tar() throws IOException {
        byte[] archive = TinyDataset.archive(TinyDataset.CONTENTS);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            return Arrays.copyOf(in.readAllBytes(), TAR_BYTES);
        }
    }
}
