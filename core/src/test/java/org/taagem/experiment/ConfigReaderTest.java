package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.stream.Schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConfigReaderTest {
    private static ConfigReader reader(Object value) {
        return new ConfigReader(Map.of("key", value));
    }

    @Test
    void values_ofTheRightType_areRead() {
        assertEquals(3, reader(3).integer("key", 3));
        assertEquals(Optional.of(3), reader(3).integerOr("key", 1, "auto"));
        assertEquals(Optional.empty(), reader("auto").integerOr("key", 1, "auto"));
        assertEquals(-3, reader(-3).wholeNumber("key"));
        assertEquals(Long.MIN_VALUE, reader(Long.MIN_VALUE).wholeNumber("key"));
        assertEquals(2, reader(2).number("key", 0, 2));
        assertEquals(Double.MIN_VALUE, reader(Double.MIN_VALUE).positiveNumber("key"));
        assertTrue(reader(true).flag("key"));
        assertEquals("", reader("").text("key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"half_and_half", "half-and-half", "Half-And_HALF"})
    void choice_anyCaseOrDash_isRead(String name) {
        assertEquals(Schedule.HALF_AND_HALF, reader(name).choice("key", Schedule.class));
    }

    @Test
    void values_ofTheWrongType_areRefused() {
        assertRefused("key is '2'; expected a whole number of at least 3", () -> reader(2)
                .integer("key", 3));
        assertRefused("key is '3.0'; expected a whole number of at least 1", () -> reader(3.0)
                .integer("key", 1));
        assertRefused("key is '4'; expected a whole number of at least 1", () -> reader("4")
                .integer("key", 1));
        assertRefused("key is 'many'; expected a whole number of at least 1, or auto", () -> reader("many")
                .integerOr("key", 1, "auto"));
        assertRefused("key is '1.5'; expected a whole number", () -> reader(1.5).wholeNumber("key"));
        assertRefused("key is '2.5'; expected a number from 0.0 to 2.0", () -> reader(2.5)
                .number("key", 0, 2));
        assertRefused("key is 'NaN'; expected a number from 0.0 to 2.0", () -> reader(Double.NaN)
                .number("key", 0, 2));
        assertRefused(
                "key is 'yes'; expected true or false", () -> reader("yes").flag("key"));
        assertRefused("key is '1'; expected a text", () -> reader(1).text("key"));
        assertRefused("key is '[1]'; expected a section of keys", () -> reader(List.of(1))
                .section("key"));
        assertRefused(
                "key is 'odd'; expected one of sequential, half_and_half, random, continuous, blurry",
                () -> reader("odd").choice("key", Schedule.class));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void positiveNumber_anythingElse_isRefused(double value) {
        assertRefused("key is '" + value + "'; expected a number above 0", () -> reader(value)
                .positiveNumber("key"));
    }

    private static void assertRefused(String message, Executable reading) {
        assertEquals(
                message + " (set it in the configuration file or with --set key=VALUE)",
                assertThrows(ConfigException.class, reading).getMessage());
    }

    @Test
    void value_missing_isRefused() {
        assertEquals(
                "key 'seed' has no value; give it one in the configuration file or with --set seed=VALUE",
                refusal(() -> reader(1).wholeNumber("seed")));
        assertEquals(
                "key 'a.b' has no value; give it one in the configuration file or with --set a.b=VALUE",
                refusal(() -> reader(1).section("a").wholeNumber("b")));
    }

    @Test
    void refuseUnknown_allRead_isSilent() {
        ConfigReader reader = new ConfigReader(Map.of("seed", 1, "below", Map.of("a", 1, "b", 2)));
        reader.wholeNumber("seed");
        reader.section("below").integer("a", 0);
        reader.section("below").assume(Map.of("b", 1));

        reader.refuseUnknown();
    }

    @Test
    void refuseUnknown_misspeltKey_namesTheNearest() {
        ConfigReader reader = new ConfigReader(Map.of("bacth_size", 1));
        reader.assume(Map.of("batch_size", 1, "seed", 1, "num_tasks", 1));

        assertEquals("unknown key 'bacth_size'; did you mean 'batch_size'?", refusal(reader::refuseUnknown));
    }

    @Test
    void refuseUnknown_misspeltKeyInASection_namesBothWithTheirPath() {
        ConfigReader reader = new ConfigReader(Map.of("outer", Map.of("inner", Map.of("sede", 1))));
        reader.section("outer").section("inner").assume(Map.of("seed", 1, "size", 1));

        assertEquals(
                "unknown key 'outer.inner.sede'; did you mean 'outer.inner.seed'?", refusal(reader::refuseUnknown));
    }

    private static String refusal(Executable reading) {
        return String.valueOf(assertThrows(ConfigException.class, reading).getMessage());
    }
}
