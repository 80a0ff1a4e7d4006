package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.taagem.experiment.LossSeries;
import org.taagem.mlflow.MlflowPush;
import org.taagem.mlflow.ParentRun;
import org.taagem.report.RunRecordFile;
import org.taagem.report.StoredRun;
import org.taagem.report.html.RunReport;

/** What a server gets of runs that lie on a disk. */
final class MlflowItems {
    private MlflowItems() {}

    /** Returns what there is of a run. */
    static MlflowPush.Item of(StoredRun run, Map<String, String> tags) throws IOException {
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

    /** A batch's folder tells what it is. */
    private static Optional<ParentRun> parent(Path run) {
        Path folder = run.toAbsolutePath().normalize().resolveSibling("");
        return Files.exists(folder.resolve(BatchLock.NAME)) ? Optional.of(ParentRun.of(folder)) : Optional.empty();
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
