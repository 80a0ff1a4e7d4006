package org.taagem.datasets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * A package that is not trusted: only files that are known are taken out of it, plain or compressed with gzip, under
 * their known names and of their known sizes, and only so much is decompressed as they and a little beside them can
 * need.
 */
final class PackageArchive {
    private static final long BYTES_BESIDE = 16_000_000;

    private final Path archive;
    private final PackageFormat format;
    private final String folder;

    PackageArchive(Path archive, PackageFormat format, String folder) {
        this.archive = archive;
        this.format = format;
        this.folder = folder;
    }

    /** Writes the known files to a folder, decompressed. */
    void unpack(List<KnownFile> files, Path target, Progress progress) throws IOException {
        long bytes = files.stream().mapToLong(KnownFile::bytes).sum();
        Map<String, KnownFile> wanted = new HashMap<>();
        files.forEach(file -> wanted.put(folder + "/" + file.name(), file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = open(in, bytes + BYTES_BESIDE);
                Progress.Step step = progress.start("Unpacking " + archive.getFileName(), bytes)) {
            unpack(tar, wanted, new KnownFileWriter(target, step));
        }
        if (!wanted.isEmpty()) {
            throw new SourceUnavailableException(archive.getFileName() + " lacks "
                    + String.join(", ", wanted.keySet().stream().sorted().toList()));
        }
    }

    private TarArchiveInputStream open(InputStream in, long limit) throws IOException {
        try {
            return new TarArchiveInputStream(BoundedInputStream.builder()
                    .setInputStream(format.tar(in))
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
    private void unpack(TarArchiveInputStream tar, Map<String, KnownFile> wanted, KnownFileWriter writer)
            throws IOException {
        Optional<TarArchiveEntry> entry = next(tar);
        while (entry.isPresent() && !wanted.isEmpty()) {
            String name = plainName(entry.get());
            Optional<KnownFile> file = Optional.ofNullable(wanted.get(name))
                    .filter(known -> tar.getCurrentEntry().isFile());
            if (file.isPresent()) {
                take(entry.get(), tar, file.get(), writer);
                wanted.remove(name);
            }
            entry = next(tar);
        }
    }

    private static String plainName(TarArchiveEntry entry) {
        return entry.getName().replaceFirst("^\\./", "").replaceFirst("\\.gz$", "");
    }

    private void take(TarArchiveEntry entry, InputStream content, KnownFile file, KnownFileWriter writer)
            throws IOException {
        KnownFileWriter.Origin origin =
                new KnownFileWriter.Origin(String.valueOf(archive.getFileName()), entry.getName());
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
            throw damaged(e);
        }
    }

    private SourceUnavailableException damaged(IOException cause) {
        return new SourceUnavailableException(
                archive.getFileName() + " cannot be unpacked: " + cause.getMessage(), cause);
    }
}
