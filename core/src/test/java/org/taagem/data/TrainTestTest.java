package org.taagem.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.testing.SyntheticData;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TrainTestTest {
    /** 20 training and 10 test samples. */
    private static TrainTest with(NativeTask... tasks) {
        TrainTest data = SyntheticData.ramps(4, 20, 10);
        return new TrainTest(
                "made up", data.train(), data.test(), "nowhere", Map.of(), List.of(tasks), Optional.empty());
    }

    @Test
    void nativeTasks_ofDataWithoutAny_areEmpty() {
        assertEquals(List.of(), SyntheticData.ramps(4, 20, 10).nativeTasks());
    }

    @Test
    void nativeTasks_oneAfterTheOther_areKept() {
        List<NativeTask> tasks = new ArrayList<>(List.of(new NativeTask("a", 0, 7, 0, 5)));
        TrainTest data = with(tasks.get(0), new NativeTask("b", 7, 20, 6, 10));
        tasks.clear();

        assertEquals(
                List.of("a", "b"),
                data.nativeTasks().stream().map(NativeTask::name).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6 | 20 | 5 | 10 | the samples of task 'b' begin before those of 'a' end; expected one task after the other",
                "7 | 20 | 4 | 10 | the samples of task 'b' begin before those of 'a' end; expected one task after the other",
                "7 | 21 | 5 | 10 | task 'b' ends at training sample 21 and test sample 10; there are only 20 and 10",
                "7 | 20 | 5 | 11 | task 'b' ends at training sample 20 and test sample 11; there are only 20 and 10",
                "7 | 7 | 5 | 10 | task 'b' has training samples 7..7; expected at least one",
                "7 | 20 | 9 | 8 | task 'b' has test samples 9..8; expected at least one",
                "-1 | 20 | 9 | 8 | task 'b' has training samples -1..20; expected at least one"
            })
    void nativeTasks_outsideTheData_areRefused(int trainFrom, int trainTo, int testFrom, int testTo, String message) {
        NativeTask first = new NativeTask("a", 0, 7, 0, 5);
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> with(first, new NativeTask("b", trainFrom, trainTo, testFrom, testTo)))
                        .getMessage());
    }
}
