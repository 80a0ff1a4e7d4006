package org.taagem.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The folder of one run. Each run gets a new one, so no run overwrites another. */
public final class RunFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT);

    private RunFolder() {}

    /**
     * What a folder's name tells of its run, beside the time.
     *
     * @param taskType task type as in a configuration, such as {@code permutation}
     * @param dataset name of the data set, such as {@code mnist}
     * @param seed the run's seed
     */
    public record Name(String taskType, String dataset, long seed) {
        /** Returns the folder's name. What could not stand in a name on every system becomes {@code -}. */
        String at(LocalDateTime time) {
            String name = "ta_agem_" + taskType + "_" + dataset + "_" + TIME.format(time) + "_s" + seed;
            return name.replaceAll("[^A-Za-z0-9._-]", "-");
        }
    }

    /**
     * Makes the folder {@code ta_agem_<task type>_<dataset>_<yyyyMMdd_HHmmss>_s<seed>}, and its parents. If there is one
     * already, because another run began in the same second, {@code _2}, {@code _3} and so on is appended; of several
     * processes that ask at once, each gets a folder of its own.
     *
     * @param outputDir where the folders of all runs are
     * @param name what the folder's name tells
     * @param clock the local time
     * @return the new, empty folder
     * @throws RunRecordException if the folder cannot be made; the message says why and how to mend it
     */
    public static Path create(Path outputDir, Name name, Clock clock) throws RunRecordException {
        Path wanted = outputDir.resolve(name.at(LocalDateTime.now(clock)));
        try {
            Files.createDirectories(outputDir);
            return createFirstFree(wanted);
        } catch (IOException e) {
            throw FileProblem.cannotMake("run folder", wanted, e);
        }
    }

    private static Path createFirstFree(Path wanted) throws IOException {
        Path folder = wanted;
        for (int count = 2; ; count++) {
            try {
                return Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                folder = wanted.resolveSibling(wanted.getFileName() + "_" + count);
            }
        }
    }
}
