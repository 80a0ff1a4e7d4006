package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.mlflow.MlflowPush;
import org.taagem.mlflow.ParentRun;
import org.taagem.report.RunLock;
import org.taagem.report.RunRecordFile;
import org.taagem.report.StoredRun;
import org.taagem.report.StoredRuns;
import org.taagem.report.html.RunReport;

/** What a server gets of runs that lie on a disk. */
final class MlflowItems {
    /** What is known of folders that runs are in, for a batch may have hundreds. */
    private final Map<Path, Optional<ParentRun>> parents = new HashMap<>();

    /** Returns what there is of a run. */
    MlflowPush.Item of(StoredRun run, Map<String, String> tags) throws IOException {
        boolean isFolder = Files.isDirectory(run.path());
        boolean hasLosses = !isFolder || Files.exists(run.path().resolve(RunRecordFile.LOSSES));
        LossSeries losses = hasLosses ? run.losses() : new LossSeries(0);
        boolean model = Boolean.TRUE.equals(run.record().config().get("mlflow_model"));
        return new MlflowPush.Item(
                run.name(),
                run.record(),
                losses,
                isFolder ? files(run.path(), model) : List.of(run.path()),
                tags,
                parent(run.path()));
    }

    private Optional<ParentRun> parent(Path run) throws IOException {
        Path folder = run.toAbsolutePath().normalize().resolveSibling("");
        if (!parents.containsKey(folder)) {
            parents.put(folder, BatchLock.isOfBatch(folder) ? Optional.of(batch(folder)) : Optional.empty());
        }
        return parents.get(folder);
    }

    private static ParentRun batch(Path folder) throws IOException {
        return ParentRun.of(folder, BatchLock.isHeld(folder) ? Optional.empty() : over(StoredRuns.below(folder)));
    }

    /** How a batch ended that did not tell, as far as its runs show. */
    private static Optional<ParentRun.Over> over(StoredRuns found) {
        List<RunRecord> records = found.runs().stream().map(StoredRun::record).toList();
        Set<RunStatus> statuses = records.stream().map(RunRecord::status).collect(Collectors.toSet());
        String status = statuses.contains(RunStatus.FAILED)
                ? "FAILED"
                : statuses.equals(Set.of(RunStatus.FINISHED)) ? "FINISHED" : "KILLED";
        Optional<Instant> begun =
                records.stream().map(record -> record.environment().startedAt()).min(Comparator.naturalOrder());
        Optional<Instant> ended = records.stream().map(MlflowItems::end).max(Comparator.naturalOrder());
        return begun.flatMap(first -> ended.map(last -> new ParentRun.Over(status, first, last)));
    }

    private static Instant end(RunRecord record) {
        long millis = Math.round(1000 * record.wallTime().orElse(0));
        return record.environment().startedAt().plusMillis(millis);
    }

    /** Says whether a run is not over; one whose process died is. */
    static boolean isGoingOn(StoredRun run) throws IOException {
        return run.record().status() == RunStatus.RUNNING && RunLock.isHeld(run.path());
    }

    /** Returns the files of a run that a server gets, as far as they are there. */
    static List<Path> files(Path folder, boolean model) {
        List<Path> files = new ArrayList<>(List.of(
                folder.resolve(RunRecordFile.NAME),
                folder.resolve(RunRecordFile.LOSSES),
                folder.resolve(RunReport.NAME)));
        if (model) {
            files.add(folder.resolve(SavedModel.NAME));
        }
        return files;
    }
}
