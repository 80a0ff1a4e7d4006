package org.taagem.stream;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.data.Dataset;
import org.taagem.data.Sample;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SlicesTest {
    @Test
    void slice_elevenSamplesForThreeTasks_givesThreeThreeAndFive() {
        Dataset data = SyntheticData.ramps(2, 11, 1).train();

        assertEquals(List.of(0, 1, 2), ids(data, 0));
        assertEquals(List.of(3, 4, 5), ids(data, 1));
        assertEquals(List.of(6, 7, 8, 9, 10), ids(data, 2));
    }

    private static List<Integer> ids(Dataset data, int task) {
        return Slices.slice(data, task, 3, vector -> vector).samples().stream()
                .map(Sample::id)
                .toList();
    }

    @Test
    void slice_moreTasksThanSamples_isRefused() {
        Dataset data = SyntheticData.ramps(2, 3, 1).train();

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Slices.slice(data, 0, 5, vector -> vector));

        assertEquals(
                "num_tasks is 5, but there are only 3 samples to share out; set num_tasks to at most 3",
                refused.getMessage());
    }
}
