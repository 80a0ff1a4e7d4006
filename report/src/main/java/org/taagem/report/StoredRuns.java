package org.taagem.report;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.taagem.report.legacy.LegacyRun;

/**
 * All runs below a folder: those of taagem, and results of the Python original.
 *
 * @param runs those that can be read, newest first
 * @param unreadable those that cannot, by path
 */
public record StoredRuns(List<StoredRun> runs, List<Unreadable> unreadable) {
    /** Folders of folders of runs, as {@code taagem batch} makes them, and some to spare. */
    private static final int DEPTH = 6;

    /**
     * A record, or a folder, that cannot be read.
     *
     * @param path where it is
     * @param reason why, in one line
     */
    public record Unreadable(Path path, String reason) {}

    /**
     * Where runs are, before they are read.
     *
     * @param files their files, to be read with {@link StoredRun#read}; each run has one
     * @param unreadable folders that cannot be looked into, by path
     */
    public record Found(List<Path> files, List<Unreadable> unreadable) {}

    /**
     * Looks through a folder and the folders in it for runs, and opens none; it follows no links. For whoever keeps what was
     * read and reads again only what has changed.
     *
     * @param folder where
     * @return what is there
     * @throws RunRecordException if the folder itself cannot be read
     */
    public static Found find(Path folder) throws RunRecordException {
        Search search = new Search(folder);
        try {
            Files.walkFileTree(folder, Set.of(), DEPTH, search);
        } catch (IOException e) {
            throw FileProblem.cannotRead(folder, e);
        }
        return new Found(List.copyOf(search.files), List.copyOf(search.unreadable));
    }

    /**
     * Looks through a folder and the folders in it. What cannot be read does not hide the rest.
     *
     * @param folder where
     * @return what is there
     * @throws RunRecordException if the folder itself cannot be read
     */
    public static StoredRuns below(Path folder) throws RunRecordException {
        Found found = find(folder);
        List<StoredRun> runs = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>(found.unreadable);
        for (Path file : found.files) {
            try {
                runs.add(StoredRun.read(file));
            } catch (RunRecordException e) {
                unreadable.add(new Unreadable(file, String.valueOf(e.getMessage())));
            }
        }
        runs.sort(Comparator.comparing(StoredRuns::begun).reversed().thenComparing(StoredRun::path));
        return new StoredRuns(List.copyOf(runs), List.copyOf(unreadable));
    }

    private static Instant begun(StoredRun run) {
        return run.record().environment().startedAt();
    }

    /** Notes what it comes by. */
    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path top;
        private final List<Path> files = new ArrayList<>();
        private final List<Unreadable> unreadable = new ArrayList<>();

        Search(Path top) {
            this.top = top;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && (file.endsWith(RunRecordFile.NAME) || LegacyRun.isNamedSo(file))) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
            if (path.equals(top)) {
                throw e;
            }
            unreadable.add(new Unreadable(
                    path, String.valueOf(FileProblem.cannotRead(path, e).getMessage())));
            return FileVisitResult.CONTINUE;
        }
    }
}
