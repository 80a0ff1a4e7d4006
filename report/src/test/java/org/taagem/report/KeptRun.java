package org.taagem.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.taagem.experiment.Checkpoint;
import org.taagem.experiment.CheckpointInterval;
import org.taagem.experiment.Experiment;
import org.taagem.experiment.Run;
import org.taagem.experiment.RunEvent.Checkpointed;
import org.taagem.experiment.RunOptions;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunRecorder;

/**
 * A {@link TinyRun} and what was kept of it.
 *
 * @param experiment what was run
 * @param moments one every 13 steps of 60
 * @param recorder what it recorded
 */
record KeptRun(Experiment experiment, List<Moment> moments, RunRecorder recorder) {
    private static final CheckpointInterval EVERY_13 = CheckpointInterval.ofBatches(13);

    /** A checkpoint, and the record of its moment. */
    record Moment(Checkpoint checkpoint, RunRecord record) {}

    static KeptRun make() {
        Experiment experiment = TinyRun.experiment(TinyRun.config());
        RunRecorder recorder = TinyRun.recorder(TinyRun.config(), experiment);
        List<Moment> moments = new ArrayList<>();
        try (Run run = experiment.begin(
                event -> {
                    recorder.on(event);
                    if (event instanceof Checkpointed checkpointed) {
                        moments.add(new Moment(checkpointed.checkpoint(), recorder.record()));
                    }
                },
                new RunOptions(() -> 1, EVERY_13))) {
            run.run(() -> false);
        }
        return new KeptRun(experiment, moments, recorder);
    }

    /** Goes on from a file to the end. */
    RunRecorder resume(Path file) throws IOException {
        List<RunRecorder> recorder = new ArrayList<>();
        try (Run run = CheckpointFile.read(file, record -> {
            recorder.add(new RunRecorder(record, Records.ENVIRONMENT));
            return experiment.begin(recorder.get(0), RunOptions.USUAL);
        })) {
            run.run(() -> false);
        }
        return recorder.get(0);
    }
}
