package org.taagem.datasets.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.CategoricalColumn;
import org.taagem.data.DatasetLoaders;
import org.taagem.data.Encoding;
import org.taagem.data.NativeTask;
import org.taagem.data.NumericColumn;
import org.taagem.data.Sample;
import org.taagem.data.Scaling;
import org.taagem.data.TableSettings.Header;
import org.taagem.data.TrainTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CsvLoaderTest {
    private static final String PEOPLE = """
            age,city,kind
            20,Rome,yes
            30,"Köln, Rhein",no
            40,Rome,yes
            """;

    private final CsvFiles files;

    CsvLoaderTest(@TempDir Path folder) {
        files = new CsvFiles(folder);
    }

    /** As programs write tables whose columns have no names. */
    @Test
    void load_columnNamedByANumber_isFoundByItsName() throws IOException {
        files.write("a.csv", "0,1,2\nyes,3,7\nno,4,8\n").testFile("a.csv").header(Header.TRUE);
        assertEquals(
                "0", files.label("0").load("a.csv").encoding().orElseThrow().labelColumn());
        assertEquals(
                "1", files.label("1").load("a.csv").encoding().orElseThrow().labelColumn(), "not the first");
    }

    @Test
    void load_byHand_scalesAndEncodes() throws IOException {
        TrainTest data = files.write("train.csv", PEOPLE)
                .write("test.csv", "age,city,kind\n50, Rome ,no\n10,Oslo,yes\n")
                .testFile("test.csv")
                .load("train.csv");
        assertEquals(List.of("0.0 0.0 1.0 -> 1", "0.5 1.0 0.0 -> 0", "1.0 0.0 1.0 -> 1"), CsvFiles.lines(data.train()));
        assertEquals(
                List.of("1.5 0.0 1.0 -> 0", "-0.5 0.0 0.0 -> 1"),
                CsvFiles.lines(data.test()),
                "beyond the training data, and a city that it does not have");
        assertEquals(
                new Encoding(
                        List.of(
                                new NumericColumn("age", 20, 20),
                                new CategoricalColumn("city", List.of("Köln, Rhein", "Rome"))),
                        "kind",
                        List.of("no", "yes")),
                data.encoding().orElseThrow());
        assertEquals(2, data.train().classes());
        assertEquals(List.of(), data.nativeTasks());
        assertEquals(
                Set.of(
                        files.path("train.csv").toString(),
                        files.path("test.csv").toString()),
                data.sha256().keySet());
        assertEquals("files " + files.path("train.csv") + " and " + files.path("test.csv"), data.source());
    }

    @Test
    void load_zScore_hasMeanZeroAndSpreadOne() throws IOException {
        TrainTest data = files.write("a.csv", "x,y,c\n2,7,a\n4,7,b\n6,7,a\n8,7,b\n")
                .scaling(Scaling.Z_SCORE)
                .testFile("a.csv")
                .load("a.csv");
        float far = (float) (3 / Math.sqrt(5));
        float near = (float) (1 / Math.sqrt(5));
        assertEquals(
                List.of(-far + " 0.0 -> 0", -near + " 0.0 -> 1", near + " 0.0 -> 0", far + " 0.0 -> 1"),
                CsvFiles.lines(data.train()));
    }

    @Test
    void load_noScaling_keepsNumbers() throws IOException {
        TrainTest data = files.write("a.csv", "x,c\n-2.5e1,a\n+.5,b\n")
                .scaling(Scaling.NONE)
                .testFile("a.csv")
                .load("a.csv");
        assertEquals(List.of("-25.0 -> 0", "0.5 -> 1"), CsvFiles.lines(data.train()));
    }

    @Test
    void load_labelsAreWholeNumbers_areOrderedAsNumbers() throws IOException {
        TrainTest data = files.write("a.csv", "10,1\n9,2\n-1,3\n")
                .label("first")
                .testFile("a.csv")
                .load("a.csv");
        assertEquals(List.of("-1", "9", "10"), data.encoding().orElseThrow().classes());
        assertEquals(List.of("0.0 -> 2", "0.5 -> 1", "1.0 -> 0"), CsvFiles.lines(data.train()));
    }

    @Test
    void load_withoutHeader_namesColumnsByPosition() throws IOException {
        files.write("a.csv", "1,red,0\n2,blue,1\n").testFile("a.csv");
        Encoding found = files.load("a.csv").encoding().orElseThrow();
        assertEquals(List.of("column 1", "column 2"), names(found));
        assertEquals("column 3", found.labelColumn());
        assertEquals(found, files.header(Header.FALSE).load("a.csv").encoding().orElseThrow());
        Encoding withHeader = files.header(Header.TRUE)
                .write("a.csv", "1,red,0\n2,blue,1\n3,blue,0\n")
                .load("a.csv")
                .encoding()
                .orElseThrow();
        assertEquals(List.of("1", "red"), names(withHeader));
    }

    private static List<String> names(Encoding encoding) {
        return encoding.columns().stream().map(column -> column.name()).toList();
    }

    @Test
    void load_columnsByNameOrPosition_areFound() throws IOException {
        files.write("a.csv", "last,c,2\nu,1,5\nv,2,6\nu,2,7\n").testFile("a.csv");
        assertEquals(
                "last",
                files.label("last").load("a.csv").encoding().orElseThrow().labelColumn(),
                "the name first");
        assertEquals(
                "2", files.label("2").load("a.csv").encoding().orElseThrow().labelColumn(), "the name first");
        assertEquals(
                "c", files.label("c").load("a.csv").encoding().orElseThrow().labelColumn());
        assertEquals(
                "last", files.label("1").load("a.csv").encoding().orElseThrow().labelColumn());
    }

    @Test
    void load_namedCategorical_takesNumbersAsCategories() throws IOException {
        TrainTest data = files.write("a.csv", "code,x,c\n10,1,a\n9,2,b\n10,3,a\n")
                .categorical("code")
                .testFile("a.csv")
                .load("a.csv");
        assertEquals(
                new CategoricalColumn("code", List.of("9", "10")),
                data.encoding().orElseThrow().columns().get(0));
        assertEquals(List.of("0.0 1.0 0.0 -> 0", "1.0 0.0 0.5 -> 1", "0.0 1.0 1.0 -> 0"), CsvFiles.lines(data.train()));
    }

    @Test
    void load_gzipQuotesBlankLinesAndByteOrderMark_areTheSame() throws IOException {
        files.write("plain.csv", PEOPLE).testFile("plain.csv");
        List<String> expected = CsvFiles.lines(files.load("plain.csv").train());
        files.writeGzip("a.csv.gz", PEOPLE).testFile("a.csv.gz");
        assertEquals(expected, CsvFiles.lines(files.load("a.csv.gz").train()));
        String windows =
                "\uFEFF\"age\",\"city\",kind\r\n\r\n\"20\",Rome,yes\r\n30,\"Köln, Rhein\",\"no\"\r\n 40 ,Rome,yes";
        files.write("windows.csv", windows).testFile("windows.csv");
        assertEquals(expected, CsvFiles.lines(files.load("windows.csv").train()));
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i + "," + (i % 2) + "\n")
                .collect(Collectors.joining("", "x,c\n", ""));
    }

    @Test
    void load_holdOut_isTheShareAndDependsOnTheSeedAlone() throws IOException {
        files.write("a.csv", rows(50)).share(0.3);
        TrainTest data = files.load("a.csv");
        assertEquals(35, data.train().size());
        assertEquals(15, data.test().size());
        assertEquals(data, files.load("a.csv"));
        assertNotEquals(
                ids(data.test().samples()),
                ids(files.seed(1).load("a.csv").test().samples()));
        assertEquals(
                IntStream.range(0, 50).boxed().toList(),
                Stream.concat(data.train().samples().stream(), data.test().samples().stream())
                        .map(Sample::id)
                        .sorted()
                        .toList(),
                "every row once");
        assertEquals("file " + files.path("a.csv") + ", of which 0.3 is held out as test data", data.source());
    }

    private static List<Integer> ids(List<Sample> samples) {
        return samples.stream().map(Sample::id).toList();
    }

    @Test
    void load_holdOut_isNotFittedTo() throws IOException {
        TrainTest data = files.write("a.csv", rows(50)).load("a.csv");
        List<Integer> train = ids(data.train().samples());
        assertEquals(
                new NumericColumn("x", train.get(0), train.get(train.size() - 1) - train.get(0)),
                data.encoding().orElseThrow().columns().get(0));
    }

    @Test
    void load_taskColumn_groupsRowsIntoTasks() throws IOException {
        String rows = "day,x,c\ntue,1,a\nmon,2,b\ntue,3,b\nmon,4,a\n";
        TrainTest data =
                files.write("a.csv", rows).task("day").testFile("a.csv").load("a.csv");
        assertEquals(List.of(new NativeTask("tue", 0, 2, 0, 2), new NativeTask("mon", 2, 4, 2, 4)), data.nativeTasks());
        assertEquals(List.of(0, 2, 1, 3), ids(data.train().samples()));
        assertEquals(1, data.train().features(), "the task is no feature");
    }

    @Test
    void load_taskColumnOfNumbers_isOrderedAndHeldOutPerTask() throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> (i % 4 == 0 ? 10 : 9) + "," + i + "," + (i % 2) + "\n")
                .collect(Collectors.joining());
        TrainTest data = files.write("a.csv", rows).task("1").share(0.1).load("a.csv");
        assertEquals(List.of(new NativeTask("9", 0, 27, 0, 3), new NativeTask("10", 27, 36, 3, 4)), data.nativeTasks());
    }

    @Test
    void load_denseRows_shareOneArrayOfPlaces() throws IOException {
        TrainTest data = files.write("a.csv", "1,2,a\n3,4,b\n5,6,a\n0,6,a\n")
                .scaling(Scaling.NONE)
                .testFile("a.csv")
                .load("a.csv");
        List<Sample> samples = data.train().samples();
        assertSame(
                samples.get(0).features().indices(), samples.get(2).features().indices());
        assertEquals(1, samples.get(3).features().nonZeroCount());
    }

    @Test
    void encoding_encodesRowsAsTheyWereLearned() throws Exception {
        TrainTest data = files.write("a.csv", PEOPLE).testFile("a.csv").load("a.csv");
        assertEquals(
                data.train().samples().get(1).features(),
                Encoding.fromMap(data.encoding().orElseThrow().toMap())
                        .encode(Map.of("city", "Köln, Rhein", "age", "30", "more", "x")));
    }

    @Test
    void loaders_onTheClassPath_haveCsv() {
        assertTrue(DatasetLoaders.named("csv").orElseThrow() instanceof CsvLoader);
    }
}
