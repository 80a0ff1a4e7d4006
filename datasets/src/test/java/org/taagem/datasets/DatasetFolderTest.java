package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.IdxFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DatasetFolderTest {
    private final Path folder;

    DatasetFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** NAME stands for {@code train-images-idx3-ubyte}, DOTTED for {@code train-images.idx3-ubyte}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NAME",
                "NAME.gz",
                "NAME/NAME",
                "NAME/NAME.gz",
                "DOTTED",
                "DOTTED.gz",
                "DOTTED/DOTTED",
                "raw/NAME",
                "raw/NAME.gz"
            })
    void files_anyLayout_areFound(String layout) throws IOException {
        for (String name : IdxFiles.NAMES) {
            write(layout, name);
        }

        DatasetFolder found = new DatasetFolder(folder, TinyDataset.with());

        assertTrue(found.files().isPresent(), found::whyIncomplete);
        assertEquals(
                2, found.files().orElseThrow().read(TinyDataset.with()).train().size());
    }

    private void write(String layout, String name) throws IOException {
        Path file = folder.resolve(layout.replace("NAME", name)
                .replace("DOTTED", name.replace("images-", "images.").replace("labels-", "labels.")));
        Files.createDirectories(file.resolveSibling(""));
        byte[] content = TinyDataset.content(name);
        Files.write(file, layout.endsWith(".gz") ? TinyDataset.gzip(content) : content);
    }
}
