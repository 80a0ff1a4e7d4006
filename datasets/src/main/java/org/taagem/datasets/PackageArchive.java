package org.taagem.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * A tar archive, compressed with gzip, that is not trusted: only files that are known are taken out of it, under their
 * known names and of their known sizes, and only so much is decompressed as they and a little beside them can need.
 */
final class PackageArchive {
    private static final long BYTES_BESIDE = 16_000_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path archive;
    private final String folder;

    PackageArchive(Path archive, String folder) {
        this.archive = archive;
        this.folder = folder;
    }

    /** Writes the known files to a folder. */
    void unpack(List<KnownFile> files, Path target, Progress progress) throws IOException {
        long bytes = files.stream().mapToLong(KnownFile::bytes).sum();
        Map<String, KnownFile> wanted = new HashMap<>();
        files.forEach(file -> wanted.put(folder + "/" + file.name(), file));
        try (InputStream in = Files.newInputStream(archive);
                TarArchiveInputStream tar = open(in, bytes + BYTES_BESIDE);
                Progress.Step step = progress.start("Unpacking " + archive.getFileName(), bytes)) {
            unpack(tar, wanted, (file, content) -> write(content, target.resolve(file.name()), step));
        }
        if (!wanted.isEmpty()) {
            throw new SourceUnavailableException(archive.getFileName() + " lacks "
                    + String.join(", ", wanted.keySet().stream().sorted().toList()));
        }
    }

    private TarArchiveInputStream open(InputStream in, long limit) throws IOException {
        try {
            return new TarArchiveInputStream(BoundedInputStream.builder()
                    .setInputStream(new GZIPInputStream(in, BUFFER_BYTES))
                    .setMaxCount(limit)
                    .setOnMaxCount((max, count) -> {
                        throw new IOException("it unpacks to more than " + limit + " bytes");
                    })
                    .get());
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** Writes what is wanted, and takes it off the table of what is. */
    private void unpack(TarArchiveInputStream tar, Map<String, KnownFile> wanted, Writer writer) throws IOException {
        Optional<TarArchiveEntry> entry = next(tar);
        while (entry.isPresent() && !wanted.isEmpty()) {
            String name = entry.get().getName();
            Optional<KnownFile> file = Optional.ofNullable(wanted.get(name))
                    .filter(known -> tar.getCurrentEntry().isFile());
            if (file.isPresent()) {
                checkSize(entry.get(), file.get());
                writer.write(file.get(), tar);
                wanted.remove(name);
            }
            entry = next(tar);
        }
    }

    private Optional<TarArchiveEntry> next(TarArchiveInputStream tar) throws IOException {
        try {
            return Optional.ofNullable(tar.getNextEntry());
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private void checkSize(TarArchiveEntry entry, KnownFile file) throws SourceUnavailableException {
        if (entry.getSize() != file.bytes()) {
            throw new SourceUnavailableException(archive.getFileName() + " has " + entry.getName() + " of "
                    + entry.getSize() + " bytes; expected " + file.bytes());
        }
    }

    private void write(InputStream content, Path target, Progress.Step step) throws IOException {
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = read(content, buffer); count >= 0; count = read(content, buffer)) {
                out.write(buffer, 0, count);
                step.advance(count);
            }
        }
    }

    /** Reads, and tells an archive that cannot be read from a disk that cannot be written. */
    private int read(InputStream content, byte[] buffer) throws SourceUnavailableException {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private SourceUnavailableException damaged(IOException cause) {
        return new SourceUnavailableException(
                archive.getFileName() + " cannot be unpacked: " + cause.getMessage(), cause);
    }

    /** What is done with each file that was wanted. */
    private interface Writer {
        void write(KnownFile file, InputStream content) throws IOException;
    }
}
