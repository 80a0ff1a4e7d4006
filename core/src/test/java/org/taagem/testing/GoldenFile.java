package org.taagem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Output that must not change by chance, kept beside the tests. Write it anew with {@code -Dtaagem.updateGolden=true}
 * where a change is meant, and look at the difference before committing it.
 */
public final class GoldenFile {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private GoldenFile() {}

    public static void assertMatches(String name, List<String> lines) {
        Path file = FOLDER.resolve(name);
        try {
            if (Boolean.getBoolean("taagem.updateGolden")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, String.join("\n", lines) + "\n");
            }
            assertTrue(Files.exists(file), () -> file + " is missing; make it with -Dtaagem.updateGolden=true");
            assertEquals(Files.readAllLines(file), lines, () -> "differs from " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file, e);
        }
    }
}
