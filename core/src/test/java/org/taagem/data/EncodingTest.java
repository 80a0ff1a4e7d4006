package org.taagem.data;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EncodingTest {
    private static final Encoding ENCODING = new Encoding(
            List.of(
                    new NumericColumn("age", 20, 40),
                    new CategoricalColumn("city", List.of("Oslo", "Rome")),
                    new NumericColumn("size", 0, 1)),
            "kind",
            List.of("no", "yes"));

    @Test
    void encode_byHand_isScaledAndOneHot() throws CellException {
        assertEquals(4, ENCODING.features());
        assertEquals(
                FeatureVector.of(0.25f, 0, 1, -3),
                ENCODING.encode(Map.of("age", " 30 ", "city", "Rome", "size", "-3", "kind", "no")));
        assertEquals(
                FeatureVector.of(0, 0, 0, 0.5f),
                ENCODING.encode(Map.of("age", "20", "city", "Paris", "size", ".5")),
                "an unknown city is none of them");
    }

    @ParameterizedTest
    @CsvSource({
        "'',Oslo,'column ''age'' is empty; expected a value'",
        "x,Oslo,'column ''age'' is ''x''; expected a number'",
        "1,' ','column ''city'' is empty; expected a value'",
        "1e39,Oslo,'column ''size'' is missing'"
    })
    void encode_wrongCell_namesItsColumn(String age, String city, String message) {
        Map<String, String> row = Map.of("age", age, "city", city);
        assertEquals(
                message,
                assertThrows(CellException.class, () -> ENCODING.encode(row)).getMessage());
    }

    @Test
    void classOf_label_isItsPlace() {
        assertEquals(OptionalInt.of(1), ENCODING.classOf(" yes"));
        assertEquals(OptionalInt.empty(), ENCODING.classOf("maybe"));
        assertEquals(Map.of("no", 0, "yes", 1), ENCODING.classByLabel());
    }

    @Test
    void toMap_readAgain_isEqual() {
        assertEquals(ENCODING, Encoding.fromMap(ENCODING.toMap()));
        assertEquals(
                Map.of(
                        "label_column",
                        "kind",
                        "classes",
                        List.of("no", "yes"),
                        "columns",
                        List.of(
                                Map.of("name", "age", "offset", 20.0, "divisor", 40.0),
                                Map.of("name", "city", "categories", List.of("Oslo", "Rome")),
                                Map.of("name", "size", "offset", 0.0, "divisor", 1.0))),
                ENCODING.toMap());
    }

    @Test
    void fromMap_somethingMissing_saysWhat() {
        assertEquals(
                "columns of an encoding is missing; expected a list",
                assertThrows(IllegalArgumentException.class, () -> Encoding.fromMap(Map.of()))
                        .getMessage());
        Map<String, Object> wrong = Map.of("columns", List.of(Map.of("name", "x", "offset", "0")));
        assertEquals(
                "offset of an encoding is 0; expected a number",
                assertThrows(IllegalArgumentException.class, () -> Encoding.fromMap(wrong))
                        .getMessage());
    }

    @Test
    void columns_impossible_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NumericColumn("x", 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new NumericColumn("x", Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new CategoricalColumn("x", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new CategoricalColumn("x", List.of("a", "a")));
        assertNotEquals(new CategoricalColumn("x", List.of("a")), new CategoricalColumn("x", List.of("b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+1.5", ".5", "5.", "1e3", "1.5E-3", "-.5e+10", "1e999"})
    void isDecimal_number_isOne(String text) {
        assertTrue(NumberText.isDecimal(text));
        assertFalse(Double.isNaN(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "e5", "1e", "1e+", "0x10", "1d", "1f", "1,5", "1 2", "2024-01-05", "NaN", "--1"})
    void isDecimal_other_isNone(String text) {
        assertFalse(NumberText.isDecimal(text));
    }

    @Test
    void isNumber_notFinite_isMeantAsOne() {
        for (String text : List.of("NaN", "nan", "-inf", "+Infinity", "INF")) {
            assertTrue(NumberText.isNumber(text), text);
        }
        assertFalse(NumberText.isNumber("nano"));
        assertFalse(NumberText.isNumber("infinitely"));
    }

    /** What is taken for a number is one for Java too. */
    @Property
    void isDecimal_any_canBeParsed(@ForAll @StringLength(max = 6) String any, @ForAll float number) {
        for (String text : List.of(any, String.valueOf(number), any.replaceAll("[^0-9eE.+-]", "1"))) {
            if (NumberText.isDecimal(text)) {
                assertFalse(Double.isNaN(Double.parseDouble(text)));
            }
        }
    }

    @Test
    void sharing_samePlaces_keepsOneArray() {
        FeatureVector first = FeatureVector.of(1, 0, 2);
        FeatureVector same = FeatureVector.of(3, 0, 4);
        assertEquals(same, same.sharing(first));
        assertSame(first.indices(), same.sharing(first).indices());
        FeatureVector other = FeatureVector.of(3, 4, 0);
        assertSame(other, other.sharing(first));
    }
}
