package org.taagem.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A folder that a package of the operating system installs. Its files are decompressed into the cache, so that they are
 * verified once and read faster afterwards.
 *
 * @param folder where the files lie
 * @param owner the package, in words for the user
 */
record InstalledFolder(Path folder, String owner) implements DataSource {
    @Override
    public String name() {
        return "folder " + folder + " of the " + owner;
    }

    @Override
    public void fetch(KnownDataset dataset, Path target, Environment environment) throws IOException {
        DatasetFolder found = new DatasetFolder(folder, dataset);
        FoundFiles files = found.files().orElseThrow(() -> new SourceUnavailableException(found.whyIncomplete()));
        long bytes = dataset.files().stream().mapToLong(KnownFile::bytes).sum();
        try (Progress.Step step = environment.progress().start("Copying " + folder, bytes)) {
            KnownFileWriter writer = new KnownFileWriter(target, step);
            for (KnownFile file : dataset.files()) {
                Path path = Objects.requireNonNull(files.paths().get(file.name()));
                try (InputStream in = Files.newInputStream(path)) {
                    writer.write(
                            in,
                            file,
                            new KnownFileWriter.Origin(folder.toString(), String.valueOf(path.getFileName())));
                }
            }
        }
    }
}
