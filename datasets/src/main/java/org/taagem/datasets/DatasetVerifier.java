package org.taagem.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.taagem.data.DataFile;
import org.taagem.data.DataFileException;
import org.taagem.data.Sha256;

/** Compares files with what is known of them, whether they are compressed or not. */
final class DatasetVerifier {
    private final KnownDataset dataset;
    private final Map<String, String> sums;

    DatasetVerifier(KnownDataset dataset, Map<String, String> sums) {
        this.dataset = dataset;
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
        String sha256;
        try (InputStream in = file.open()) {
            sha256 = Sha256.of(in);
        } catch (DataFileException e) {
            return new FileCheck(name, "", FileCheck.State.DIFFERENT, Optional.ofNullable(e.getMessage()));
        }
        Optional<String> expected = Optional.ofNullable(sums.get(name));
        if (expected.isEmpty()) {
            return new FileCheck(
                    name,
                    sha256,
                    FileCheck.State.UNKNOWN,
                    Optional.of("no checksum of this file of " + dataset.name() + " is known"));
        }
        return expected.get().equals(sha256)
                ? new FileCheck(name, sha256, FileCheck.State.VERIFIED, Optional.empty())
                : new FileCheck(name, sha256, FileCheck.State.DIFFERENT, Optional.of("expected " + expected.get()));
    }
}
