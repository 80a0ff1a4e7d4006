package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Takes the files of a data set out of an archive.
 *
 * @param dataset whose files
 * @param target the folder they are written to, decompressed and under their published names
 * @param progress shows how far it is
 */
record Unpacking(KnownDataset dataset, Path target, Progress progress) {
    /** What may lie beside the files in an archive that can only be read from its beginning. */
    private static final long BYTES_BESIDE = 16_000_000;

    /** Unpacks a compressed tar archive; only so much is decompressed as the files and a little beside them can need. */
    void tar(Path archive, PackageFormat format, String folder) throws IOException {
        unpack(archive, new TarArchive(archive, format, bytes() + BYTES_BESIDE), folder);
    }

    /** Unpacks a ZIP archive. */
    void zip(Path archive, String folder) throws IOException {
        unpack(archive, new ZipArchive(archive), folder);
    }

    private long bytes() {
        return dataset.files().stream().mapToLong(KnownFile::bytes).sum();
    }

    private void unpack(Path path, Archive archive, String folder) throws IOException {
        WantedFiles wanted = new WantedFiles(dataset, folder);
        try (Progress.Step step = progress.start("Unpacking " + path.getFileName(), bytes())) {
            archive.unpack(wanted, new KnownFileWriter(target, step));
        }
        if (!wanted.done()) {
            throw new SourceUnavailableException(path.getFileName() + " lacks " + String.join(", ", wanted.missing()));
        }
    }
}
