package org.taagem.datasets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * An archive that is a compressed tar archive in the end.
 *
 * @param path where it lies
 * @param format how it is compressed
 * @param limit how many bytes it may unpack to, in all
 */
record TarArchive(Path path, PackageFormat format, long limit) implements Archive {
    @Override
    public void unpack(WantedFiles wanted, KnownFileWriter writer) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path));
                TarArchiveInputStream tar = open(in)) {
            Optional<TarArchiveEntry> entry = next(tar);
            while (entry.isPresent() && !wanted.done()) {
                Optional<KnownFile> file = wanted.match(entry.get().getName())
                        .filter(known -> tar.getCurrentEntry().isFile());
                if (file.isPresent()) {
                    take(entry.get(), tar, file.get(), writer);
                    wanted.taken(file.get());
                }
                entry = next(tar);
            }
        }
    }

    private TarArchiveInputStream open(InputStream in) throws IOException {
        try {
            return new TarArchiveInputStream(BoundedInputStream.builder()
                    .setInputStream(format.tar(in))
                    .setMaxCount(limit)
                    .setOnMaxCount((max, count) -> {
                        throw new IOException("it unpacks to more than " + limit + " bytes");
                    })
                    .get());
        } catch (IOException e) {
            throw origin("").unreadable(e);
        }
    }

    private void take(TarArchiveEntry entry, InputStream content, KnownFile file, KnownFileWriter writer)
            throws IOException {
        KnownFileWriter.Origin origin = origin(entry.getName());
        if (!entry.getName().endsWith(".gz") && entry.getSize() != file.bytes()) {
            throw new SourceUnavailableException(
                    origin.has() + " of " + entry.getSize() + " bytes; expected " + file.bytes());
        }
        writer.write(content, file, origin);
    }

    private Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws IOException {
        try {
            return Optional.ofNullable(tar.getNextEntry());
        } catch (IOException e) {
            throw origin("").unreadable(e);
        }
    }

    private KnownFileWriter.Origin origin(String entry) {
        return new KnownFileWriter.Origin(String.valueOf(path.getFileName()), entry);
    }
}
