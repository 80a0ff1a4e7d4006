package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.taagem.experiment.RunRecord;
import org.taagem.experiment.Summary;
import org.taagem.experiment.TaskResult;
import org.taagem.report.RunRecordFile;

/**
 * All of a run that must not depend on when, where and on which Java it was made.
 *
 * @param losses loss and learning rate of every batch, with all digits
 * @param evaluations what was measured, but for times
 * @param tasks final accuracies of every task
 * @param summary the numbers computed from them
 */
record Outcome(String losses, List<List<Object>> evaluations, List<List<Double>> tasks, Summary summary) {
    static Outcome of(Path runFolder) throws IOException {
        RunRecord record = RunRecordFile.read(runFolder);
        return new Outcome(
                Files.readString(runFolder.resolve(RunRecordFile.LOSSES)),
                record.evaluations().stream()
                        .map(e -> List.<Object>of(
                                e.step(),
                                e.overallAccuracy(),
                                e.individualAccuracies(),
                                e.epochLoss(),
                                e.memoryByLabel(),
                                e.memoryByOrigin(),
                                e.projectionRate()))
                        .toList(),
                record.tasks().stream().map(TaskResult::accuracies).toList(),
                record.summary());
    }
}
