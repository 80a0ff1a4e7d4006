package org.taagem.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.taagem.data.DataFile;
import org.taagem.data.DataFileException;
import org.taagem.data.Sha256;

/** Compares files with what is known of them, whether they are compressed or not. */
final class DatasetVerifier {
    /** Reading a file of which no size is known ends here: some files decompress to far more than anybody has. */
    private static final long MOST_BYTES = 1L << 30;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Map<String, Long> sizes;
    private final Map<String, String> sums;

    DatasetVerifier(KnownDataset dataset, Map<String, String> sums) {
        this.sizes = dataset.files().stream().collect(Collectors.toMap(KnownFile::name, KnownFile::bytes));
        this.sums = sums;
    }

    List<FileCheck> verify(FoundFiles found) throws IOException {
        List<FileCheck> checks = new ArrayList<>();
        for (String name : found.format().fileNames()) {
            checks.add(
                    check(name, DataFile.of(Objects.requireNonNull(found.paths().get(name)))));
        }
        return checks;
    }

    private FileCheck check(String name, DataFile file) throws IOException {
        Optional<String> sha256;
        long limit = sizes.getOrDefault(name, MOST_BYTES);
        try (InputStream in = file.open()) {
            sha256 = sha256(in, limit);
        } catch (DataFileException e) {
            return different(name, "", String.valueOf(e.getMessage()));
        }
        if (sha256.isEmpty()) {
            return different(name, "", "has more than " + limit + " bytes");
        }
        Optional<String> expected = Optional.ofNullable(sums.get(name));
        if (expected.isEmpty()) {
            return new FileCheck(
                    name, sha256.get(), FileCheck.State.UNKNOWN, Optional.of("no checksum of this file is known"));
        }
        return expected.equals(sha256)
                ? new FileCheck(name, sha256.get(), FileCheck.State.VERIFIED, Optional.empty())
                : different(name, sha256.get(), "expected " + expected.get());
    }

    private static FileCheck different(String name, String sha256, String problem) {
        return new FileCheck(name, sha256, FileCheck.State.DIFFERENT, Optional.of(problem));
    }

    /** Returns the checksum of what is left in a stream, or nothing if that is more than so many bytes. */
    private static Optional<String> sha256(InputStream in, long limit) throws IOException {
        Sha256 sum = new Sha256();
        InputStream watched = sum.watch(in);
        byte[] buffer = new byte[BUFFER_BYTES];
        long read = 0;
        for (int count = watched.read(buffer); count >= 0; count = watched.read(buffer)) {
            read += count;
            if (read > limit) {
                return Optional.empty();
            }
        }
        return Optional.of(sum.hex());
    }
}
