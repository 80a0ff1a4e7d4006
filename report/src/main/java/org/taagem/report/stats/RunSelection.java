package org.taagem.report.stats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.taagem.experiment.Evaluation;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.TaskResult;
import org.taagem.report.StoredRun;
import org.taagem.report.StoredRuns;

/**
 * Those of many runs that are counted: the newest that are finished, each once.
 *
 * @param runs the runs, newest first
 * @param older how many finished ones were not looked at because they are older
 * @param leftOut those that are not finished, and those that are there before, with the reason
 * @param unreadable those that cannot be read
 */
public record RunSelection(
        List<StoredRun> runs, int older, List<LeftOut> leftOut, List<StoredRuns.Unreadable> unreadable) {
    /**
     * A run that is not counted.
     *
     * @param path where it is
     * @param reason why, as half a sentence
     */
    public record LeftOut(Path path, String reason) {}

    /**
     * What tells whether two runs are the same one, copied or made again: a seed gives the same numbers again, and no new
     * knowledge. Times are no part of it.
     */
    private record Same(RunSettings settings, OptionalLong seed, List<Object> measured) {
        static Same of(StoredRun run) {
            List<Object> measured = new ArrayList<>();
            for (Evaluation evaluation : run.record().evaluations()) {
                measured.add(evaluation.overallAccuracy());
                measured.add(evaluation.individualAccuracies());
                measured.add(evaluation.epochLoss());
            }
            run.record().tasks().stream().map(TaskResult::accuracies).forEach(measured::add);
            return new Same(RunSettings.of(run.record()), RunGroup.seed(run.record()), measured);
        }
    }

    /**
     * Takes the newest runs.
     *
     * @param found all there are
     * @param most how many at most, at least 1
     * @return those that count, and those that do not
     */
    public static RunSelection newest(StoredRuns found, int most) {
        Map<Same, StoredRun> counted = new LinkedHashMap<>();
        List<LeftOut> leftOut = new ArrayList<>();
        int older = 0;
        for (StoredRun run : found.runs()) {
            RunStatus status = run.record().status();
            if (status != RunStatus.FINISHED) {
                leftOut.add(new LeftOut(run.path(), status.name().toLowerCase(Locale.ROOT)));
            } else if (counted.size() == most) {
                older++;
            } else {
                Optional.ofNullable(counted.putIfAbsent(Same.of(run), run))
                        .ifPresent(other -> leftOut.add(new LeftOut(run.path(), sameAs(run, other))));
            }
        }
        return new RunSelection(List.copyOf(counted.values()), older, List.copyOf(leftOut), found.unreadable());
    }

    private static String sameAs(StoredRun run, StoredRun other) {
        Path folder = Objects.requireNonNullElse(run.path().toAbsolutePath().getParent(), run.path());
        Path path = other.path().toAbsolutePath();
        String same = RunGroup.seed(run.record()).isPresent() ? "same seed and same numbers as " : "same numbers as ";
        return same + (path.startsWith(folder) ? folder.relativize(path) : other.path());
    }
}
