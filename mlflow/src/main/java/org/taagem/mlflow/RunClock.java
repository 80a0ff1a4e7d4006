package org.taagem.mlflow;

import java.util.Map;
import java.util.TreeMap;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunRecord;

/**
 * When something happened in a run that is over, as far as its record tells: at its beginning plus the time in training,
 * evenly between two evaluations.
 */
final class RunClock {
    private final TreeMap<Long, Double> millis = new TreeMap<>();

    RunClock(RunRecord record) {
        double start = record.environment().startedAt().toEpochMilli();
        millis.put(0L, start);
        for (Evaluation evaluation : record.evaluations()) {
            evaluation.trainingTime().ifPresent(time -> millis.put(evaluation.step(), start + 1000 * time));
        }
    }

    /** Returns milliseconds since 1970. */
    long at(long step) {
        Map.Entry<Long, Double> before = millis.floorEntry(step);
        Map.Entry<Long, Double> after = millis.ceilingEntry(step);
        if (after == null) {
            return Math.round(before.getValue());
        }
        long between = after.getKey() - before.getKey();
        double share = between == 0 ? 0 : (double) (step - before.getKey()) / between;
        return Math.round(before.getValue() + share * (after.getValue() - before.getValue()));
    }
}
