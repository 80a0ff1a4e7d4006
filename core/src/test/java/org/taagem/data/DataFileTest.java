package org.taagem.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DataFileTest {
    private static final byte[] CONTENT = new byte[100_000];

    private final Path folder;

    DataFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void open_gzip_givesTheContentByteByByteToo() throws IOException {
        byte[] content = {1, 2, -1};
        Path file = Files.write(folder.resolve("small.gz"), IdxBytes.gzip(content));

        assertArrayEquals(content, readAll(DataFile.of(file)));
        try (InputStream in = new GzipContent(Files.newInputStream(file), "small.gz")) {
            assertEquals(1, in.read());
            assertEquals(2, in.read());
            assertEquals(255, in.read());
            assertEquals(-1, in.read());
        }
    }

    @Test
    void open_emptyFile_givesNothing() throws IOException {
        assertArrayEquals(new byte[0], readAll(DataFile.of(Files.createFile(folder.resolve("empty")))));
    }

    @Test
    void open_gzipTruncated_namesTheFile() {
        byte[] gzip = IdxBytes.gzip(CONTENT);

        for (int length : new int[] {3, 12, gzip.length / 2, gzip.length - 1}) {
            assertDamaged(Arrays.copyOf(gzip, length));
        }
    }

    @Test
    void open_gzipWithWrongChecksum_namesTheFile() {
        byte[] gzip = IdxBytes.gzip(CONTENT);
        gzip[gzip.length - 8] ^= 1;

        assertDamaged(gzip);
    }

    @Test
    void open_gzipWithDamagedBlock_namesTheFile() {
        byte[] gzip = IdxBytes.gzip(CONTENT);
        Arrays.fill(gzip, 10, 20, (byte) 0xff);

        assertDamaged(gzip);
    }

    @Test
    void open_missingFile_saysSo() {
        Path missing = folder.resolve("missing");

        assertMessage(missing + ": does not exist. Check the name and the folder.", DataFile.of(missing));
    }

    @Test
    void open_missingResource_saysSo() {
        assertMessage(
                "resource /nowhere: does not exist. Check the name and the folder.",
                DataFile.ofResource(DataFileTest.class, "/nowhere", "00"));
    }

    @Test
    void open_folder_saysSo() {
        assertMessage(folder + ": is a folder; expected a file. Name the file inside it.", DataFile.of(folder));
    }

    @Test
    void open_notPermitted_saysSo() {
        DataFile file = new DataFile("secret", () -> {
            throw new AccessDeniedException("secret");
        });

        assertMessage("secret: may not be read: permission denied. Change its permissions.", file);
    }

    @Test
    void name_ofPath_isThePath() {
        assertEquals(folder.toString(), DataFile.of(folder).name());
        assertEquals(folder.toString(), DataFile.of(folder).toString());
    }

    private static void assertDamaged(byte[] gzip) {
        DataFile file = new DataFile("train.gz", () -> new ByteArrayInputStream(gzip));
        String message = String.valueOf(
                assertThrows(DataFileException.class, () -> readAll(file)).getMessage());
        assertTrue(message.startsWith("train.gz: gzip data is damaged ("), message);
        assertTrue(message.endsWith("). Copy or download the file again."), message);
    }

    private static void assertMessage(String message, DataFile file) {
        assertEquals(
                message,
                assertThrows(DataFileException.class, () -> readAll(file)).getMessage());
    }

    private static byte[] readAll(DataFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        }
    }
}
