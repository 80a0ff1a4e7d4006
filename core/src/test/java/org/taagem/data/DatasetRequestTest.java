package org.taagem.data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.random.Seeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class DatasetRequestTest {
    @ParameterizedTest
    @CsvSource({
        "csv:train.csv, csv, train.csv",
        "csv:C:\\a.csv, csv, C:\\a.csv",
        "spirals, spirals, ''",
        "csv:, csv, ''"
    })
    void of_name_isSplitAtItsFirstColon(String name, String loader, String argument) {
        DatasetRequest request = DatasetRequest.of(name, DataSettings.DEFAULTS, new Seeds(0));
        assertEquals(name, request.name());
        assertEquals(loader, DatasetRequest.loaderOf(name));
        assertEquals(argument, request.argument());
    }

    @Test
    void testSettings_shareOutOfRange_isRefused() {
        for (double share : new double[] {0, 1, -0.1, Double.NaN}) {
            assertEquals(
                    "test share is " + share + "; expected above 0 and below 1",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> new TestSettings(TestSettings.DEFAULTS.data(), share))
                            .getMessage());
        }
    }
}
