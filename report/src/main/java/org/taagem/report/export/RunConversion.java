package org.taagem.report.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.taagem.experiment.LossSeries;
import org.taagem.report.RunRecordException;
import org.taagem.report.RunRecordFile;
import org.taagem.report.legacy.LegacyException;
import org.taagem.report.legacy.LegacyRun;
import org.taagem.state.FileReason;

/** Makes run folders of results of the Python original. */
public final class RunConversion {
    private RunConversion() {}

    /**
     * Makes a folder with the record and the losses of a result. It is named after the file, and is there as a whole or not at
     * all.
     *
     * @param file the result
     * @param outputDir where the folder goes; made if it is not there
     * @return the new folder
     * @throws RunRecordException if the file is no such result, or there is a folder of its name already, as when it has been
     *     converted before, or it cannot be written
     */
    public static Path convert(Path file, Path outputDir) throws RunRecordException {
        LegacyRun run = read(file);
        String name = String.valueOf(file.getFileName());
        int end = name.length() - LegacyRun.SUFFIX.length();
        Path folder = outputDir.resolve(LegacyRun.isNamedSo(file) && end > 0 ? name.substring(0, end) : name);
        if (Files.exists(folder)) {
            throw new RunRecordException("'" + file + "' is not converted: '" + folder
                    + "' is there already; remove it, or name another folder with -o");
        }
        try {
            Files.createDirectories(outputDir);
            return write(run, folder);
        } catch (RunRecordException e) {
            throw e;
        } catch (IOException e) {
            throw new RunRecordException("cannot make folder '" + folder + "': " + FileReason.of(folder, e), e);
        }
    }

    private static LegacyRun read(Path file) throws RunRecordException {
        try {
            return LegacyRun.read(file);
        } catch (LegacyException e) {
            throw new RunRecordException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path write(LegacyRun run, Path folder) throws IOException {
        Path temporary = Files.createDirectory(
                folder.resolveSibling("." + folder.getFileName() + "." + UUID.randomUUID() + ".tmp"));
        try {
            LossSeries losses = run.losses();
            RunRecordFile.writeLosses(temporary, losses);
            RunRecordFile.write(temporary, run.record());
            return Files.move(temporary, folder);
        } finally {
            Files.deleteIfExists(temporary.resolve(RunRecordFile.LOSSES));
            Files.deleteIfExists(temporary.resolve(RunRecordFile.NAME));
            Files.deleteIfExists(temporary);
        }
    }
}
