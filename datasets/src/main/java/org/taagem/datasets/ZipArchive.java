package org.taagem.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A ZIP archive. Its directory leads to the files that are wanted, and nothing else in it is decompressed.
 *
 * @param path where it lies
 */
record ZipArchive(Path path) implements Archive {
    @Override
    public void unpack(WantedFiles wanted, KnownFileWriter writer) throws IOException {
        try (ZipFile zip = open()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Optional<KnownFile> file =
                        wanted.match(entry.getName()).filter(known -> !entry.isDirectory() && !entry.isUnixSymlink());
                if (file.isPresent()) {
                    try (InputStream content = content(zip, entry)) {
                        writer.write(content, file.get(), origin(entry.getName()));
                    }
                    wanted.taken(file.get());
                }
            }
        }
    }

    private ZipFile open() throws IOException {
        try {
            return ZipFile.builder().setPath(path).get();
        } catch (IOException e) {
            throw origin("").unreadable(e);
        }
    }

    private InputStream content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try {
            return zip.getInputStream(entry);
        } catch (IOException e) {
            throw origin(entry.getName()).unreadable(e);
        }
    }

    private KnownFileWriter.Origin origin(String entry) {
        return new KnownFileWriter.Origin(String.valueOf(path.getFileName()), entry);
    }
}
