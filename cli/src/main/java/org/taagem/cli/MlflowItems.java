package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Map<Path, ParentRun> parents = new HashMap<>();

    /**
     * Returns the tag of the whole hash of a commit that a record names, which knows only its beginning; nothing, if this
     * program was built from another one.
     */
    static Map<String, String> commit(String ofRecord) {
        BuildInfo build = BuildInfo.read();
        return build.commit().equals(ofRecord) && !ofRecord.equals(BuildInfo.UNKNOWN)
                ? Map.of(MlflowPush.COMMIT_TAG, build.commitHash())
                : Map.of();
    }

    /** Returns what there is of a run. */
    MlflowPush.Item of(StoredRun run, Map<String, String> tags) throws IOException {
        return of(run, Optional.empty(), tags);
    }

    /** Returns what there is of a run, which may have a name of its own. */
    MlflowPush.Item of(StoredRun run, Optional<String> name, Map<String, String> more) throws IOException {
        Map<String, String> tags =
                new LinkedHashMap<>(commit(run.record().environment().gitCommit()));
        tags.putAll(more);
        boolean isFolder = Files.isDirectory(run.path());
        boolean hasLosses = !isFolder || Files.exists(run.path().resolve(RunRecordFile.LOSSES));
        LossSeries losses = hasLosses ? run.losses() : new LossSeries(0);
        boolean model = Boolean.TRUE.equals(run.record().config().get("mlflow_model"));
        return new MlflowPush.Item(
                name.orElseGet(run::name),
                run.record(),
                losses,
                isFolder ? files(run.path(), model) : List.of(run.path()),
                tags,
                parent(run.path()));
    }

    private Optional<ParentRun> parent(Path run) throws IOException {
        Optional<Path> folder = BatchLock.above(run);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        if (!parents.containsKey(folder.get())) {
            parents.put(folder.get(), batch(folder.get()));
        }
        return Optional.ofNullable(parents.get(folder.get()));
    }

    /**
     * Tells how those batches ended of which runs were brought to a server, so far as they are over and no run of theirs waits
     * to be delivered there.
     *
     * @param push the server
     * @param experiment the name of an experiment that they may be in
     */
    void endParents(MlflowPush push, String experiment) throws IOException, InterruptedException {
        for (Map.Entry<Path, ParentRun> parent : parents.entrySet()) {
            if (!hasWaiting(push, parent.getKey())) {
                push.end(experiment, parent.getValue());
            }
        }
    }

    private static boolean hasWaiting(MlflowPush push, Path folder) throws IOException {
        for (StoredRun run : StoredRuns.below(folder).runs()) {
            if (Files.isDirectory(run.path()) && push.isWaiting(run.path())) {
                return true;
            }
        }
        return false;
    }

    private static ParentRun batch(Path folder) throws IOException {
        return ParentRun.of(folder, BatchLock.isHeld(folder) ? Optional.empty() : over(StoredRuns.below(folder)));
    }

    /** How a batch ended that did not tell, as far as its runs show. */
    private static Optional<ParentRun.Over> over(StoredRuns found) {
        List<RunRecord> records = found.runs().stream().map(StoredRun::record).toList();
        Set<RunStatus> statuses = records.stream().map(RunRecord::status).collect(Collectors.toSet());
        String status = statuses.contains(RunStatus.FAILED) || statuses.contains(RunStatus.DIVERGED)
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

    /** Returns the line that says why a run was left out. */
    static String beingDelivered(StoredRun run) {
        return "going on       " + run.path() + ": another process is delivering it; wait for its end";
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
