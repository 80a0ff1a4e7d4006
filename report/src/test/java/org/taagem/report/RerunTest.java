package org.taagem.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunRecorder;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RerunTest {
    private final RunRecorder first = TinyRun.run(TinyRun.config());

    @Test
    void read_realRun_isEqual(@TempDir Path folder) throws IOException {
        RunRecordFile.write(folder, first.record());
        RunRecordFile.writeLosses(folder, first.losses());

        assertEquals(first.record(), RunRecordFile.read(folder));
        assertEquals(LossTableTest.bits(first.losses()), LossTableTest.bits(RunRecordFile.readLosses(folder)));
    }

    @Test
    void run_configOfRecord_givesSameNumbers(@TempDir Path folder) throws IOException {
        RunRecordFile.write(folder, first.record());
        RunRecorder second = TinyRun.run(RunRecordFile.read(folder).config());

        assertEquals(first.record().config(), second.record().config());
        assertEquals(first.record().summary(), second.record().summary());
        assertEquals(accuracies(first.record()), accuracies(second.record()));
        assertEquals(LossTableTest.bits(first.losses()), LossTableTest.bits(second.losses()));
    }

    private static List<List<Double>> accuracies(RunRecord record) {
        return record.evaluations().stream()
                .map(Evaluation::individualAccuracies)
                .toList();
    }
}
