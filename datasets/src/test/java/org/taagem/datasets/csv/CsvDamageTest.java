package org.taagem.datasets.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.data.DataFileException;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.TableSettings.Header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said of tables that cannot be used. In the texts, {@code ;} stands for the end of a line. */
class CsvDamageTest {
    private final CsvFiles files;

    CsvDamageTest(@TempDir Path folder) {
        files = new CsvFiles(folder);
    }

    private void assertFails(String message) {
        DataFileException error = assertThrows(DataFileException.class, () -> files.load("a.csv"));
        assertEquals(files.path("a.csv") + message, error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x,c;1,a;,b | : line 3, column 1 (x) is empty; expected a value. Fill it in, or take its row out.",
                "x,c;1,a;2,  | : line 3, column 2 (c) is empty; expected a value. Fill it in, or take its row out.",
                "x,c;1,a;two,b | : line 3, column 1 (x) is 'two'; expected a number. Mend it, or name its column in"
                        + " 'categorical' if these are no numbers.",
                "1,a;0x10,b | : line 2, column 1 is '0x10'; expected a number. Mend it, or name its column in"
                        + " 'categorical' if these are no numbers.",
                "x,c;1,a;NaN,b | : line 3, column 1 (x) is 'NaN'; expected a finite number. Mend it, or name its column in"
                        + " 'categorical' if these are no numbers.",
                "x,c;-inf,a;2,b | : line 2, column 1 (x) is '-inf'; expected a finite number. Mend it, or name its column"
                        + " in 'categorical' if these are no numbers.",
                "x,c;1e999,a;2,b | : line 2, column 1 (x) is '1e999'; expected a finite number. Mend it, or name its column"
                        + " in 'categorical' if these are no numbers.",
                "x,y,c;1,u,a;2,7,b | : line 3, column 2 (y) is '7', a number, where the first row has a text. Mend either,"
                        + " or name the column in 'categorical'.",
                "x,c;1,a;2 | : line 3 has 1 cells; expected 2, as in the first row. Add or remove commas, or put cells that"
                        + " have one into quotation marks.",
                "x,c;1,a;2,b,3 | : line 3 has 3 cells; expected 2, as in the first row. Add or remove commas, or put cells"
                        + " that have one into quotation marks.",
                "x,x,c;1,2,a | : line 1 has two columns named 'x'. Rename one, or set 'header' to false if this is no"
                        + " header.",
                "x c;1 a | : line 1 has one column, 'x c'; expected features and a label. Separate the columns by commas.",
                "x,c;1,a;2,a | : has one label alone, 'a', in the column 'c'; expected at least 2 classes. Set"
                        + " 'label_column' to the column of the classes.",
                "`` | : holds no rows. Name a file with data in it.",
                "x,c;1e308,a;-1e308,b | : column 'x' has numbers from -1.0E308 to 1.0E308, which cannot be scaled. Mend"
                        + " them, or set 'scaling' to none.",
                "x,c;1,a;\"2,b;3,a | : is no valid CSV file: unclosed quoted field at end of input (record starting at line"
                        + " 3). Mend the file there."
            })
    void load_damaged_saysWhere(String text, String message) throws IOException {
        files.write("a.csv", text.replace(";", "\n").replace("\n expected", "; expected"))
                .testFile("a.csv");
        assertFails(message);
    }

    @Test
    void load_quoteNeverClosedInALargeFile_stopsSoon() throws IOException {
        String rows = IntStream.range(0, 500_000).mapToObj(i -> i + ",a\n").collect(Collectors.joining());
        files.write("a.csv", "x,c\n1,\"a\n" + rows).testFile("a.csv");
        DataFileException error = assertThrows(DataFileException.class, () -> files.load("a.csv"));
        assertTrue(String.valueOf(error.getMessage()).contains("(record starting at line 2)"), error::getMessage);
        assertEquals(1, String.valueOf(error.getMessage()).lines().count());
    }

    @Test
    void load_noText_namesTheLine() throws IOException {
        Files.write(files.path("a.csv"), "x,c\n1,a\n2,é\n3,b\n".getBytes(StandardCharsets.ISO_8859_1));
        files.testFile("a.csv");
        assertFails(": line 3 is not a text in UTF-8. Save it as CSV in UTF-8.");
    }

    /** Behind more than any buffer holds; the good letters take two bytes, some of which lie in two buffers. */
    @Test
    void load_noTextFarBehind_namesTheLine() throws IOException {
        String good = "x,c\n" + "1,äöü\n".repeat(20_001);
        byte[] bytes = (good + "1,é").getBytes(StandardCharsets.UTF_8);
        Files.write(files.path("a.csv"), Arrays.copyOf(bytes, bytes.length - 1)); // half of the last letter
        files.testFile("a.csv");
        assertFails(": line 20003 is not a text in UTF-8. Save it as CSV in UTF-8.");
    }

    /** A column of measured values, or one that numbers the rows. */
    @Test
    void load_almostAsManyLabelsAsRows_suspectsTheColumn() throws IOException {
        String rows =
                IntStream.range(0, 41).mapToObj(i -> i + "," + i / 2 + "\n").collect(Collectors.joining());
        files.write("a.csv", "x,y\n" + rows).testFile("a.csv");
        assertFails(": has 21 labels in 41 rows, in the column 'y'; expected classes of at least 2 rows on average. Set"
                + " 'label_column' to the column of the classes.");
        files.write("a.csv", "x,y\n" + rows + "41,20\n");
        assertEquals(21, files.load("a.csv").train().classes());
    }

    @Test
    void load_tooManyLabels_suspectsTheColumn() throws IOException {
        files.write(
                "a.csv",
                IntStream.range(0, 10_002).mapToObj(i -> "1," + i + "\n").collect(Collectors.joining()));
        assertFails(
                ": line 10001, column 2 is the 10001th label; expected at most 10000 classes. Set 'label_column' to the"
                        + " column of the classes.");
    }

    @Test
    void load_tooManyCategories_areRefused() throws IOException {
        files.write(
                        "a.csv",
                        IntStream.range(0, 10_002)
                                .mapToObj(i -> "n" + i + "," + i % 2 + "\n")
                                .collect(Collectors.joining()))
                .testFile("a.csv");
        assertFails(
                ": line 10001, column 1 is the 10001th category of its column; expected at most 10000. Take the column"
                        + " out, for each category becomes a feature.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y,c;1,a | : begins with 'y,c'; expected the header 'x,c' of TRAIN. Give both files the same columns.",
                "1,a;2,b | : begins with '1,a'; expected the header 'x,c' of TRAIN. Give both files the same columns.",
                "x,c;1,z | : line 2, column 2 (c) is 'z', a label that the training data does not have. Mend it, or take its"
                        + " row out.",
                "x,c | : holds no rows of data. Put some data there.",
                "x,c;1e300,a | : line 2, column 1 (x) is '1e300', which scaling turns into Infinity. Mend it, or set"
                        + " 'scaling' to another value."
            })
    void load_wrongTestFile_isRefused(String text, String message) throws IOException {
        files.write("a.csv", "x,c\n1,a\n2,b\n")
                .write("test.csv", text.replace(";", "\n"))
                .testFile("test.csv");
        DataFileException error = assertThrows(DataFileException.class, () -> files.load("a.csv"));
        assertEquals(
                files.path("test.csv")
                        + message.replace("TRAIN", files.path("a.csv").toString()),
                error.getMessage());
    }

    @Test
    void load_testFileLacksATask_isRefused() throws IOException {
        files.write("a.csv", "x,t,c\n1,u,a\n2,v,b\n")
                .write("test.csv", "x,t,c\n1,v,a\n")
                .task("t")
                .testFile("test.csv");
        assertEquals(
                files.path("test.csv") + ": has no rows of task 'u', which the training data has. Add some.",
                assertThrows(DataFileException.class, () -> files.load("a.csv")).getMessage());
        files.write("test.csv", "x,t,c\n1,w,a\n");
        assertEquals(
                files.path("test.csv")
                        + ": line 2, column 2 (t) is 'w', a task that the training data does not have. Mend it, or take its"
                        + " row out.",
                assertThrows(DataFileException.class, () -> files.load("a.csv")).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind | label_column is 'kind', which FILE does not have; its columns are x, knd, c; did you mean 'knd'?",
                "4 | label_column is '4', which FILE does not have; its columns are x, knd, c",
                "0 | label_column is '0', which FILE does not have; its columns are x, knd, c",
            })
    void load_labelColumnUnknown_isRefused(String label, String message) throws IOException {
        files.write("a.csv", "x,knd,c\n1,2,a\n2,3,b\n").label(label);
        assertRefused(message);
    }

    @Test
    void load_taskIsTheLabel_isRefused() throws IOException {
        files.write("a.csv", "x,c\n1,a\n2,b\n").task("c");
        assertRefused(
                "label_column and task_column are both 'c'; expected two columns, for the label is what is learned");
        files.label("x");
        assertRefused("FILE has no column but those of label_column and task_column; expected at least one feature");
    }

    @Test
    void load_nothingToHoldOut_isRefused() throws IOException {
        files.write("a.csv", "x,t,c\n1,u,a\n2,v,b\n").task("t");
        assertRefused(
                "test_data is not given, and task 'u' of task_column has one row; expected at least 2, one to learn"
                        + " and one to hold out");
        files.write("a.csv", "1,3,a\n").header(Header.FALSE).task("2");
        assertRefused(
                "test_data is not given, and task '3' of task_column has one row; expected at least 2, one to learn"
                        + " and one to hold out");
    }

    private void assertRefused(String message) {
        DatasetRequestException error = assertThrows(DatasetRequestException.class, () -> files.load("a.csv"));
        assertEquals(message.replace("FILE", files.path("a.csv").toString()), error.getMessage());
    }

    @Test
    void load_otherFiles_saySoOfThem() throws IOException {
        DataFileException folder = assertThrows(DataFileException.class, () -> files.load(""));
        assertEquals(files.path("") + ": is a folder; expected a file. Name the file inside it.", folder.getMessage());
        DataFileException nothing = assertThrows(DataFileException.class, () -> files.load("no.csv"));
        assertEquals(files.path("no.csv") + ": does not exist. Check the name and the folder.", nothing.getMessage());
    }

    @Test
    void load_manyColumns_areRefused() throws IOException {
        files.write("a.csv", ",".repeat(200_000));
        assertFails(
                ": is no valid CSV file: record starting at line 1 has surpassed the maximum limit of 131072 fields."
                        + " Mend the file there.");
    }

    @Test
    void load_gzipBomb_stopsBeforeItIsUnpacked() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(files.path("a.csv")))) {
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) '0');
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        DataFileException error = assertThrows(DataFileException.class, () -> files.load("a.csv"));
        assertTrue(String.valueOf(error.getMessage()).contains("is no valid CSV file: "), error::getMessage);
    }
}
