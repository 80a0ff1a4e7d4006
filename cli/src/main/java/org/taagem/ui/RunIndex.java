package org.taagem.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

import org.taagem.experiment.RunRecord;
import org.taagem.report.RunLock;
import org.taagem.report.RunRecordException;
import org.taagem.report.RunRecordFile;
import org.taagem.report.StoredRun;
import org.taagem.report.StoredRuns;

/**
 * The runs below a folder. It reads again only what has changed, and remembers of each run no more than its row. For use by
 * several threads.
 */
final class RunIndex {
    private static final long LARGE = 8 << 20;

    private final Path folder;
    private final Path top;
    private final Object large = new Object();
    private Map<String, Known> known = Map.of();

    /**
     * Makes an index, which reads nothing yet.
     *
     * @param folder where the runs are
     */
    RunIndex(Path folder) {
        this.folder = folder;
        top = folder.toAbsolutePath().normalize();
    }

    /**
     * What is there now.
     *
     * @param rows the runs, newest first
     * @param unreadable why the others cannot be read, by id
     */
    record Listing(List<RunRow> rows, Map<String, String> unreadable) {}

    /** What tells one content of a file from another; a record is replaced, never changed. */
    private record Stamp(FileTime modified, long size, String fileKey) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        }
    }

    /** What was read of a file: a row as the record has it, or the reason why there is none. */
    private record Known(Path file, Stamp stamp, Optional<RunRow> row, String problem) {
        boolean saysRunning() {
            return row.isPresent() && row.get().state() == RunState.RUNNING;
        }

        Known cutOff() {
            return new Known(file, stamp, row.map(there -> there.in(RunState.CUT_OFF)), problem);
        }
    }

    /** Returns where the runs are, as it was given. */
    Path folder() {
        return folder;
    }

    /**
     * Looks through the folder.
     *
     * @return what is there
     * @throws RunRecordException if the folder itself cannot be read
     */
    synchronized Listing listing() throws RunRecordException {
        StoredRuns.Found found = StoredRuns.find(folder);
        Map<String, Known> now = new HashMap<>();
        found.files().parallelStream()
                .map(this::look)
                .flatMap(Optional::stream)
                .toList()
                .forEach(run -> now.put(id(run.file), run));
        known = now;
        List<RunRow> rows = new ArrayList<>();
        Map<String, String> unreadable = new TreeMap<>();
        found.unreadable().forEach(there -> unreadable.put(id(there.path()), there.reason()));
        for (Known run : now.values()) {
            Known really = reallyRunning(run);
            really.row.ifPresentOrElse(rows::add, () -> unreadable.put(id(run.file), really.problem));
        }
        rows.sort(Comparator.comparing(RunRow::begun).reversed().thenComparing(RunRow::id));
        return new Listing(List.copyOf(rows), unreadable);
    }

    /** Reads a file unless its content is known; a file that is gone by now is left out. */
    private Optional<Known> look(Path file) {
        try {
            Stamp stamp = Stamp.of(file);
            Known before = known.get(id(file));
            return Optional.of(before != null && before.stamp.equals(stamp) ? before : read(file, stamp));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Known read(Path file, Stamp stamp) {
        try {
            RunRow row = RunRow.of(id(file), record(file, stamp.size));
            return new Known(file, stamp, Optional.of(row), "");
        } catch (RunRecordException e) {
            return new Known(file, stamp, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** Reads large files one after the other: each may take hundreds of megabytes while it is read. */
    private RunRecord record(Path file, long bytes) throws RunRecordException {
        if (bytes < LARGE) {
            return StoredRun.read(file).record();
        }
        synchronized (large) {
            return StoredRun.read(file).record();
        }
    }

    /** Tells a run that goes on from one whose process has died. */
    private Known reallyRunning(Known run) throws RunRecordException {
        if (!run.saysRunning() || RunLock.isHeld(run.file.resolveSibling(""))) {
            return run;
        }
        // one that has just ended wrote its record before it let go of its lock
        Known now = look(run.file).orElse(run);
        return now.saysRunning() ? now.cutOff() : now;
    }

    /** The path below the folder, which is that of the run's folder if the file is one of several in it. */
    private String id(Path file) {
        Path run = file.endsWith(RunRecordFile.NAME) ? file.resolveSibling("") : file;
        Path relative = top.relativize(run.toAbsolutePath().normalize());
        StringJoiner id = new StringJoiner("/");
        relative.forEach(part -> id.add(part.toString()));
        return id.toString().isEmpty() ? "." : id.toString();
    }

    /**
     * Reads a run that is in the folder; a path that leads out of it is not the id of any.
     *
     * @param id its id
     * @return the run, if there is one
     * @throws RunRecordException if it cannot be read
     */
    Optional<StoredRun> read(String id) throws RunRecordException {
        Optional<Path> file = file(id);
        return file.isPresent() ? Optional.of(StoredRun.read(file.get())) : Optional.empty();
    }

    /**
     * Reads a run that may still go on.
     *
     * @param id its id
     * @return the run, if there is one
     * @throws RunRecordException if it cannot be read
     */
    Optional<LiveRun> readLive(String id) throws RunRecordException {
        Optional<Path> file = file(id);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        boolean held = RunLock.isHeld(file.get().resolveSibling("")); // asked before, for it may end meanwhile
        RunRecord record = StoredRun.read(file.get()).record();
        RunRow row = RunRow.of(id, record);
        boolean died = row.state() == RunState.RUNNING && !held;
        return Optional.of(new LiveRun(died ? row.in(RunState.CUT_OFF) : row, record));
    }

    private synchronized Optional<Path> file(String id) throws RunRecordException {
        if (!known.containsKey(id)) {
            listing();
        }
        return Optional.ofNullable(known.get(id)).map(Known::file);
    }
}
