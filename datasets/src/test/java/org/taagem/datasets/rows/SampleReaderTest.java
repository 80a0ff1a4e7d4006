package org.taagem.datasets.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.taagem.data.CategoricalColumn;
import org.taagem.data.Encoding;
import org.taagem.data.FeatureVector;
import org.taagem.data.NumericColumn;
import org.taagem.datasets.rows.SampleReader.Reading;
import org.taagem.experiment.OnlineFile.Position;
import org.taagem.experiment.SampleSpace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SampleReaderTest {
    private static final SampleSpace KNOWN = new SampleSpace(2, List.of("x", "y"), "colour", List.of("red", "blue"), 2);

    private static ColumnSettings columns(String label) {
        return new ColumnSettings(label, Optional.empty(), Optional.empty(), true);
    }

    private static ColumnSettings known(boolean labelNeeded) {
        return new ColumnSettings("last", Optional.empty(), Optional.of(KNOWN), labelNeeded);
    }

    private static SampleReader reader(ColumnSettings settings, String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        RowFormat format = lines[0].startsWith("{") ? RowFormat.JSONL : RowFormat.CSV;
        return new SampleReader("a.csv", new ByteArrayInputStream(bytes), format, settings);
    }

    /** Returns every sample as {@code [features] label}, or what is wrong with its line. */
    private static List<String> read(SampleReader reader) throws IOException {
        List<String> told = new ArrayList<>();
        for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
            String problem = next.get().problem();
            told.add(next.get().sample().map(SampleReaderTest::tell).orElse(problem));
        }
        return told;
    }

    private static String tell(LabelledVector sample) {
        return Arrays.toString(sample.features().toArray()) + " "
                + sample.label().orElse("?");
    }

    private static String refused(ColumnSettings settings, String... lines) {
        return String.valueOf(assertThrows(TableException.class, () -> read(reader(settings, lines)))
                .getMessage());
    }

    @Test
    void next_headerAndLabelAtTheEnd_readsSamples() throws IOException {
        SampleReader reader = reader(columns("last"), "x, y, colour", "", "1,2,red", "0,-1.5, blue");

        assertEquals(List.of("[1.0, 2.0] red", "[0.0, -1.5] blue"), read(reader));
        assertEquals(List.of("x", "y"), reader.featureNames());
        assertEquals("colour", reader.labelName());
        assertEquals(2, reader.features());
    }

    @Test
    void next_labelElsewhere_isFound() throws IOException {
        assertEquals(List.of("[2.0] 1"), read(reader(columns("first"), "1,2")));
        assertEquals(List.of("[1.0, 3.0] 2"), read(reader(columns("2"), "1,2,3")));
        assertEquals(List.of("[1.0, 3.0] 2"), read(reader(columns("b"), "a,b,c", "1,2,3")));
        assertEquals(List.of("[2.0, 3.0] 1"), read(reader(columns("a"), "a,b,c", "1,2,3")));
        assertEquals(List.of("[1.0, 1.0] 1", "[2.0, 1.0] 1"), read(reader(columns("1"), "1,1,1", "1,2,1")));
    }

    @Test
    void next_headerOfNumbers_needsToBeSaid() throws IOException {
        ColumnSettings said = new ColumnSettings("last", Optional.of(true), Optional.empty(), true);

        assertEquals(List.of("[1.0, 2.0] red"), read(reader(said, "0,1,label", "1,2,red")));
        assertEquals(2, read(reader(columns("last"), "0,1,label", "1,2,red")).size());
    }

    @Test
    void next_badLines_areToldWithTheirNumbers() throws IOException {
        assertEquals(
                List.of(
                        "a.csv, line 2: column 'x' is 'one'; expected a finite number",
                        "[1.0, 2.0] red",
                        "a.csv, line 4: the line has 2 values; expected 3",
                        "a.csv, line 5: column 'y' is 'NaN'; expected a finite number",
                        "a.csv, line 6: column 'colour' is empty; expected the label",
                        "a.csv, line 7: the line is not CSV: Unclosed quoted field at end of input",
                        "[3.0, 4.0] blue"),
                read(reader(
                        columns("last"),
                        "x,y,colour",
                        "one,2,red",
                        "1,2,red",
                        "1,2",
                        "1,NaN,red",
                        "1,2,",
                        "1,\"2,red",
                        "3,4,blue")));
    }

    @Test
    void next_jsonInAnyOrder_readsByName() throws IOException {
        SampleReader reader = reader(
                columns("label"),
                "{\"label\": \"a\", \"f\": [1, 2], \"x\": 3}",
                "{\"x\": 6, \"f\": [4, 5], \"label\": \"b\"}",
                "{\"x\": 6, \"f\": [4], \"label\": \"b\"}",
                "{\"x\": 6, \"f\": [4, 5], \"label\": \"b\", \"z\": 1}",
                "{\"x\": null, \"f\": [4, 5], \"label\": \"b\"}");

        assertEquals(
                List.of(
                        "[1.0, 2.0, 3.0] a",
                        "[4.0, 5.0, 6.0] b",
                        "a.csv, line 3: the line has no 'f[1]', which the first one has",
                        "a.csv, line 4: the line has a 'z', which the first one has not",
                        "a.csv, line 5: column 'x' is ''; expected a finite number"),
                read(reader));
        assertEquals(List.of("f[0]", "f[1]", "x"), reader.featureNames());
    }

    @Test
    void next_knownColumns_areFoundByName() throws IOException {
        assertEquals(List.of("[1.0, 2.0] red"), read(reader(known(true), "colour,y,x", "red,2,1")));
        assertEquals(List.of("[1.0, 2.0] red"), read(reader(known(true), "1,2,red")));
        assertEquals(List.of("[1.0, 2.0] ?"), read(reader(known(false), "y,x", "2,1")));
        assertEquals(List.of("[1.0, 2.0] ?"), read(reader(known(false), "1,2")));
    }

    @Test
    void next_otherColumns_saysWhichAndWhatWasExpected() {
        assertEquals(
                "a.csv has no column 'y', which was learned; it has x, z, colour",
                refused(known(true), "x,z,colour", "1,2,red"));
        assertEquals(
                "a.csv has a column 'id', which was not learned; leave it out (expected x, y and 'colour')",
                refused(known(true), "id,x,y,colour", "0,1,2,red"));
        assertEquals("a.csv has no column 'colour', which was the label; it has x, y", refused(known(true), "x,y"));
        assertEquals(
                "a.csv has 4 columns; expected 2 features and the label, as were learned",
                refused(known(true), "1,2,3,red"));
        assertEquals(
                "a.csv has 4 columns; expected 2 features, with or without a label, as were learned",
                refused(known(false), "1,2,3,red"));
        assertEquals("a.csv has two columns named 'x'; expected a name for each", refused(columns("last"), "x,x,c"));
        assertEquals(
                "a.csv has 1 column; expected at least one feature and the label", refused(columns("last"), "red"));
        assertEquals(
                "a.csv has no label column 'colour', for it has the columns x, y, label; name it with --label_column, by"
                        + " its name, its position from 1 on, first or last",
                refused(columns("colour"), "x,y,label", "1,2,red"));
        assertEquals(
                "a.csv has no label column '4', for it has 3 columns without names; name it with --label_column, by its"
                        + " name, its position from 1 on, first or last",
                refused(columns("4"), "1,2,3"));
    }

    @Test
    void skip_streamReadBefore_goesOnBehindIt() throws IOException {
        String[] lines = {"x,y,colour", "1,2,red", "oops", "3,4,blue", "5,6,red"};
        SampleReader before = reader(columns("last"), lines);
        before.next();
        before.next();
        Position position = before.next().orElseThrow().position();
        assertEquals(4, position.rows());
        SampleReader after = reader(known(true), lines);
        after.skip(position);

        assertEquals(List.of("[5.0, 6.0] red"), read(after));
        assertEquals(List.of("x", "y"), after.featureNames());
    }

    @Test
    void skip_anotherStream_isRefused() throws IOException {
        SampleReader before = reader(columns("last"), "x,y,colour", "1,2,red", "3,4,blue");
        before.next();
        Position position = before.next().orElseThrow().position();

        String mend = ": it is another file now. --from_start learns it from its beginning";
        assertEquals(
                "a.csv begins with other lines than the 3 that were read of it before" + mend,
                assertThrows(TableException.class, () -> reader(
                                        known(true), "x,y,colour", "1,2,red", "3,5,blue", "6,7,red")
                                .skip(position))
                        .getMessage());
        assertEquals(
                "a.csv has 2 lines, but 3 were read of it before" + mend,
                assertThrows(TableException.class, () -> reader(known(true), "x,y,colour", "1,2,red")
                                .skip(position))
                        .getMessage());
    }

    @Property(tries = 1000)
    void next_anyBytes_endsInSamplesOrClearErrors(@ForAll byte[] bytes, @ForAll RowFormat format) {
        SampleReader reader = new SampleReader("a", new ByteArrayInputStream(bytes), format, columns("last"));
        try {
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                next.get().sample().ifPresent(sample -> assertFinite(sample.features()));
            }
        } catch (IOException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count());
        }
    }

    private static void assertFinite(FeatureVector features) {
        assertEquals(features, FeatureVector.of(features.toArray()));
    }

    private static final Encoding SHOP = new Encoding(
            List.of(new NumericColumn("hour", 6, 12), new CategoricalColumn("weather", List.of("rain", "sun"))),
            "busy",
            List.of("no", "yes"));

    private static List<LabelledVector> encoded(Encoding encoding, String text) throws IOException {
        SampleSpace known =
                new SampleSpace(3, List.of(), encoding.labelColumn(), encoding.classes(), 2, Optional.of(encoding));
        List<LabelledVector> samples = new ArrayList<>();
        try (SampleReader reader = new SampleReader(
                "here",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                RowFormat.CSV,
                new ColumnSettings("last", Optional.empty(), Optional.of(known), false))) {
            for (Optional<SampleReader.Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                samples.add(next.get().sample().orElseThrow());
            }
        }
        return samples;
    }

    @Test
    void next_encodedTableInOtherOrderWithMore_isEncodedAsItWasLearned() throws IOException {
        List<LabelledVector> samples = encoded(SHOP, "busy,weather,month,hour\nyes,sun,may,12\nno,hail,june,18\n");

        assertEquals(FeatureVector.of(new float[] {0.5f, 0, 1}), samples.get(0).features());
        assertEquals(Optional.of("yes"), samples.get(0).label());
        assertEquals(FeatureVector.of(new float[] {1, 0, 0}), samples.get(1).features());
    }

    @Test
    void next_encodedTableWithoutNames_goesByPosition() throws IOException {
        Encoding encoding = new Encoding(
                List.of(new NumericColumn("column 1", 0, 2), new CategoricalColumn("column 2", List.of("a", "b"))),
                "column 3",
                List.of("x", "y"));

        assertEquals(
                new LabelledVector(FeatureVector.of(new float[] {2, 0, 1}), Optional.empty()),
                encoded(encoding, "4,b\n").get(0));
        assertEquals(Optional.of("y"), encoded(encoding, "4,b,y\n").get(0).label());
    }

    @Test
    void next_encodedTableThatLacksAColumn_isRefused() {
        assertEquals(
                "here has no column 'weather', which was learned; it has hour, busy",
                assertThrows(TableException.class, () -> encoded(SHOP, "hour,busy\n1,no\n"))
                        .getMessage());
    }
}
