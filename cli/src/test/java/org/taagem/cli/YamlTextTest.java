package org.taagem.cli;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.ConfigException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class YamlTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "# seed: 1\n", "---\n", "---\n# nothing\n", "{}", "~"})
    void parse_nothing_isEmpty(String text) {
        assertEquals(Map.of(), YamlText.parse(text, "f"));
    }

    @Test
    void parse_valuesOfEveryKind_keepTheirTypes() {
        assertEquals(
                Map.of(
                        "whole",
                        5,
                        "long",
                        5_000_000_000L,
                        "huge",
                        new BigInteger("99999999999999999999"),
                        "number",
                        0.5,
                        "flag",
                        true,
                        "text",
                        "a b",
                        "quoted",
                        "5",
                        "missing",
                        "",
                        "list",
                        List.of(1, "x"),
                        "section",
                        Map.of("5", 1e-4)),
                YamlText.parse("""
                        whole: 5
                        long: 5000000000
                        huge: 99999999999999999999
                        number: 0.5 # a comment
                        flag: true
                        text: a b
                        quoted: "5"
                        missing:
                        list: [1, x]
                        section: {5: 1e-4}
                        """, "f"));
    }

    @ParameterizedTest
    @CsvSource({"1e-3, 0.001", "1E3, 1000", "-2.5e+1, -25", "1.e2, 100", "+1e0, 1"})
    void parse_scientificNotation_isANumber(String text, double number) {
        assertEquals(Map.of("learning_rate", number), YamlText.parse("learning_rate: " + text, "f"));
        assertEquals(number, YamlText.value("learning_rate", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"e3", "1e", "1e3x", "0x1e3", "1e-", "12e4f67"})
    void parse_almostScientificNotation_isAText(String text) {
        assertEquals(text.equals("0x1e3") ? 0x1e3 : text, YamlText.value("k", text));
    }

    @Test
    void parse_json_isYaml() {
        assertEquals(Map.of("seed", 1, "a", Map.of()), YamlText.parse("{\"seed\": 1, \"a\": {}}", "f"));
    }

    @Test
    void parse_windowsText_isRead() {
        assertEquals(Map.of("seed", 1, "a", 2), YamlText.parse("\uFEFFseed: 1\r\na: 2\r\n", "f"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'seed: 1\nseed: 2' | f is not valid YAML at line 2, column 5: Duplicate field 'seed'",
                "'a:\n  b: 1\n  b: 2' | f is not valid YAML at line 3, column 4: Duplicate field 'b'",
                "'seed: [1\nx: 2' | f is not valid YAML at line 2, column 2: while parsing a flow sequence,"
                        + " expected ',' or ']', but got :",
                "'a: b: c' | f is not valid YAML at line 1, column 5: mapping values are not allowed here",
                "'- 1\n- 2' | f holds a list; expected keys with values, such as 'num_epochs: 5'",
                "'\"\"' | f holds a single value; expected keys with values, such as 'num_epochs: 5'",
                "'seed 1' | f holds a single value; expected keys with values, such as 'num_epochs: 5'",
                "'a: 1\n---\nb: 2' | f holds a second document at line 3, column 1;"
                        + " expected all keys in one, without '---' between"
            })
    void parse_wrong_saysWhereInOneLine(String text, String message) {
        assertEquals(
                message,
                assertThrows(ConfigException.class, () -> YamlText.parse(text, "f"))
                        .getMessage());
    }

    @Test
    void value_texts_areReadAsYaml() {
        assertEquals(5, YamlText.value("k", "5"));
        assertEquals("5", YamlText.value("k", "'5'"));
        assertEquals("", YamlText.value("k", ""));
        assertEquals("a=b", YamlText.value("k", "a=b"));
        assertEquals(Map.of("a", 1), YamlText.value("k", "{a: 1}"));
    }

    @Test
    void value_noYaml_namesTheKey() {
        assertEquals(
                "--set k has the value '[', which is not valid YAML: while parsing a flow node,"
                        + " expected the node content, but found '<stream end>'",
                assertThrows(ConfigException.class, () -> YamlText.value("k", "["))
                        .getMessage());
    }

    @Test
    void value_twoDocuments_namesTheKey() {
        assertEquals(
                "--set k has the value '1\n---\n2', which holds a second document; expected one",
                assertThrows(ConfigException.class, () -> YamlText.value("k", "1\n---\n2"))
                        .getMessage());
    }
}
