package org.taagem.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.taagem.experiment.Checkpoint;
import org.taagem.experiment.RunRecord;
import org.taagem.state.StateException;
import org.taagem.state.StateFile;

/**
 * The checkpoints in a run's folder: {@code checkpoints/step_000000012000.taagem}, the last two of them. If the last one is
 * damaged, there is still the one before.
 */
public final class Checkpoints {
    /** Name of the folder in the run's folder. */
    public static final String FOLDER = "checkpoints";

    private static final int KEPT = 2;
    private static final String NAME = "step_\\d{12}\\.taagem";
    private static final String SET_ASIDE = ".damaged";

    private final Path folder;

    /**
     * Looks at the checkpoints of a run; there need not be any.
     *
     * @param runFolder the run's folder
     */
    public Checkpoints(Path runFolder) {
        folder = runFolder.resolve(FOLDER);
    }

    /**
     * Writes a checkpoint and removes what is older than the one before it.
     *
     * @param record the record of the moment of the checkpoint
     * @param checkpoint the state at that moment
     * @throws IOException if it cannot be written; those that were there are untouched then
     */
    void write(RunRecord record, Checkpoint checkpoint) throws IOException {
        Path file = folder.resolve(String.format(Locale.ROOT, "step_%012d.taagem", checkpoint.step()));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileProblem.cannotMake("folder", folder, e);
        }
        CheckpointFile.write(file, record, checkpoint);
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.deleteIfExists(old);
        }
    }

    /**
     * Finds the newest checkpoint that is whole. Those that are not are set aside under another name.
     *
     * @param warnings is told, in one line each, which are not whole
     * @return the checkpoint's file, or nothing if there never was one
     * @throws IOException if none of those there are is whole, or they cannot be looked at
     */
    public Optional<Path> newestWhole(Consumer<String> warnings) throws IOException {
        List<Path> all = newestFirst();
        for (Path file : all) {
            try {
                StateFile.kindOf(file);
                return Optional.of(file);
            } catch (StateException e) {
                Path aside = file.resolveSibling(file.getFileName() + SET_ASIDE);
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
                warnings.accept(e.getMessage() + "; it is now " + aside.getFileName());
            }
        }
        if (files().stream().anyMatch(file -> file.toString().endsWith(SET_ASIDE))) {
            throw new RunRecordException("no checkpoint in '" + folder
                    + "' is whole; remove that folder to begin the run anew with the next resume");
        }
        return Optional.empty();
    }

    /**
     * Removes all checkpoints: the run is finished.
     *
     * @throws IOException if they cannot be removed
     */
    public void remove() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private List<Path> newestFirst() throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().matches(NAME))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
