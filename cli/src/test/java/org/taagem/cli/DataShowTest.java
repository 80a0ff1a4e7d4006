package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DataShowTest {
    private final Path folder;

    DataShowTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void show_png_isAPictureOfAllTasks() throws IOException {
        Path file = folder.resolve("tasks.png");

        assertEquals(
                new CommandRun(0, "written  " + file + System.lineSeparator(), ""),
                CommandRun.of("data", "show", "--lite", "-t", "rotation", "-o", file.toString()));

        assertTrue(ImageIO.read(file.toFile()).getWidth() > 1000);
        byte[] first = Files.readAllBytes(file);
        CommandRun.of("data", "show", "--lite", "-t", "rotation", "-o", file.toString());
        assertArrayEquals(first, Files.readAllBytes(file), "drawn again");
    }

    @Test
    void show_html_namesTheTasks() throws IOException {
        Path file = folder.resolve("tasks.HTML");

        CommandRun run = CommandRun.of("data", "show", "--lite", "-t", "drift", "-o", file.toString());

        assertEquals("", run.err());
        assertTrue(Files.readString(file).contains("on the way"));
        assertTrue(Files.readString(file).contains("rotated by 20 degrees"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | tasks.gif | --output is 'FOLDER/tasks.gif'; expected a name that ends in .png or .html",
                "1 | none/tasks.png | cannot write FOLDER/none/tasks.png: its folder does not exist; check --output",
                "1 | a.png | cannot write FOLDER/a.png: it is a folder; check --output"
            })
    void show_whereNothingCanBeWritten_isRefused(int exit, String name, String message) throws IOException {
        Files.createDirectory(folder.resolve("a.png"));

        CommandRun run = CommandRun.of(
                "data", "show", "--lite", "-o", folder.resolve(name).toString());

        String expected = "taagem: " + message.replace("FOLDER", folder.toString()) + System.lineSeparator();
        assertEquals(new CommandRun(exit, "", expected), run);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("a.png")), left.toList());
        }
    }

    @Test
    void data_withoutACommand_isBadUsage() {
        assertEquals(2, CommandRun.of("data").exit());
    }
}
