package org.taagem.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

class OptionSpellingTest {
    @ParameterizedTest
    @CsvSource({
        "--task-type, --task_type",
        "--task_type, --task_type",
        "--data-dir=/a-b/c-d, --data_dir=/a-b/c-d",
        "--set=num-epochs=3, --set=num-epochs=3",
        "half-and-half, half-and-half",
        "-t, -t",
        "-o-x, -o-x",
        "--, --",
        "train, train",
        "'', ''"
    })
    void normalise_anyArgument_changesOnlyNamesOfLongOptions(String argument, String expected) {
        assertArrayEquals(new String[] {expected}, OptionSpelling.normalise(new String[] {argument}));
    }
}
