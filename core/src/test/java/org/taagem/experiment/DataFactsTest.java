package org.taagem.experiment;

import org.junit.jupiter.api.Test;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class DataFactsTest {
    @Test
    void of_dataWithTasks_countsThem() {
        assertEquals(new DataFacts(4, 2), DataFacts.of(SyntheticData.withTasks(SyntheticData.images(40, 20), 13, 7)));
        assertEquals(new DataFacts(4, 0), DataFacts.of(SyntheticData.images(40, 20)));
    }

    @Test
    void constructor_noClass_isRefused() {
        assertEquals(
                "data has 0 classes and -1 tasks of its own; expected at least 1 and 0",
                assertThrows(IllegalArgumentException.class, () -> new DataFacts(0, -1))
                        .getMessage());
    }
}
