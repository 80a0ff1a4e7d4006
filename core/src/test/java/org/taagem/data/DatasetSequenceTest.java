package org.taagem.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class DatasetSequenceTest {
    private final TrainTest four = named("four", SyntheticData.images(4, 12, 8));
    private final TrainTest ten = named("ten", SyntheticData.images(10, 20, 10));

    private static TrainTest named(String name, TrainTest data) {
        return new TrainTest(
                name, data.train(), data.test(), "made up", Map.of("images", name), List.of(), Optional.empty());
    }

    @Test
    void of_twoDataSets_isATaskForEach() {
        TrainTest both = DatasetSequence.of(List.of(four, ten));

        assertEquals("four,ten", both.name());
        assertEquals("four: made up; ten: made up", both.source());
        assertEquals(Map.of("four/images", "four", "ten/images", "ten"), both.sha256());
        assertEquals(
                List.of(new NativeTask("four", 0, 12, 0, 8), new NativeTask("ten", 12, 32, 8, 18)), both.nativeTasks());
    }

    @Test
    void of_twoDataSets_keepsInputsAndLabelsAndNumbersAnew() {
        Dataset train = DatasetSequence.of(List.of(four, ten)).train();

        assertEquals(10, train.classes());
        assertEquals(Optional.of(new ImageShape(6, 6)), train.shape());
        assertEquals(
                IntStream.range(0, 32).boxed().toList(),
                train.samples().stream().map(Sample::id).toList());
        for (int i = 0; i < 32; i++) {
            Sample original = i < 12
                    ? four.train().samples().get(i)
                    : ten.train().samples().get(i - 12);
            assertEquals(original.features(), train.samples().get(i).features());
            assertEquals(original.label(), train.samples().get(i).label());
        }
    }

    @Test
    void of_imagesAndAnythingElse_isNotMadeOfImages() {
        TrainTest flat = named("flat", SyntheticData.ramps(36, 4, 4));

        assertEquals(
                Optional.empty(),
                DatasetSequence.of(List.of(four, flat)).train().shape());
    }

    @Test
    void of_otherNumberOfFeatures_isRefused() {
        TrainTest small = named("small", SyntheticData.ramps(9, 4, 4));

        assertEquals(
                "data sets one after the other need the same number of features, but four has 36 (6x6 pixels) and small"
                        + " has 9; leave one out of dataset_name",
                assertThrows(DatasetRequestException.class, () -> DatasetSequence.of(List.of(four, small)))
                        .getMessage());
    }

    /** Rows that are encoded in two ways cannot be encoded in one way when the model is asked. */
    @Test
    void of_tables_keepsTheEncodingThatAllHave() {
        Encoding first = new Encoding(List.of(new NumericColumn("x", 0, 1)), "label", List.of("no", "yes"));
        Encoding second = new Encoding(List.of(new NumericColumn("x", 0, 2)), "label", List.of("no", "yes"));

        assertEquals(
                Optional.of(first),
                DatasetSequence.of(List.of(encoded(first), encoded(first))).encoding());
        assertEquals(
                Optional.empty(),
                DatasetSequence.of(List.of(encoded(first), encoded(second))).encoding());
        assertEquals(
                Optional.empty(),
                DatasetSequence.of(List.of(encoded(first), four)).encoding());
    }

    private TrainTest encoded(Encoding encoding) {
        return new TrainTest("table", four.train(), four.test(), "made up", Map.of(), List.of(), Optional.of(encoding));
    }
}
