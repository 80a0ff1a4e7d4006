package org.taagem.datasets;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file of checksums that the cache keeps beside files of which no checksum has been published, in the format of
 * {@code sha256sum}. It is written once, when they have come out of an archive that was verified.
 */
final class Checksums {
    private static final String NAME = "SHA256SUMS";
    private static final long MOST_BYTES = 1 << 16;

    private final Path file;

    Checksums(Path folder) {
        file = folder.resolve(NAME);
    }

    /** Returns the checksum of each file name; none if there is no such file, or it is no such list. */
    Map<String, String> read() throws IOException {
        Map<String, String> sums = new TreeMap<>();
        if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" {2}", 2);
                if (parts.length == 2) {
                    sums.put(parts[1], parts[0]);
                }
            }
        }
        return sums;
    }

    /** Writes all, in one move. */
    void write(Map<String, String> sums, Path staging) throws IOException {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(sums).forEach((name, sum) -> lines.add(sum + "  " + name));
        Path written = Files.write(staging.resolve(NAME), lines);
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
