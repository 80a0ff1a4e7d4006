package org.taagem.report.legacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.pickle.PickleException;
import org.taagem.pickle.PickleLimits;
import org.taagem.pickle.PickleReader;
import org.taagem.pickle.PickleValue;
import org.taagem.state.FileReason;

/**
 * A run of the Python original, from the file that it left, of any generation.
 *
 * @param record its record; what the file does not tell is absent, empty or {@code unknown}
 * @param losses loss of every batch; the learning rate of each is that at the end of its epoch, as the original kept no other
 */
public record LegacyRun(RunRecord record, LossSeries losses) {
    /** What the name of such a file ends with. */
    public static final String SUFFIX = ".pkl";

    /** Key of a configuration that holds all settings as the original wrote them. */
    public static final String ORIGINAL_PARAMS = "original_params";

    private static final long MOST_BYTES = 256 << 20;
    private static final long MOST_MEMORY = 512_000_000;
    /** How much of what Java may take at all; the rest is for what is made of it. */
    private static final double SHARE = 0.6;

    /**
     * Says whether a file may be one, by its name.
     *
     * @param file the file
     * @return whether it has the right ending
     */
    public static boolean isNamedSo(Path file) {
        return String.valueOf(file.getFileName()).endsWith(SUFFIX);
    }

    /**
     * Says whether a record was made of such a result, be it since converted. What it says of when the run began is then when
     * the result was written.
     *
     * @param record the record
     * @return whether it has settings as the original wrote them
     */
    public static boolean isLegacy(RunRecord record) {
        return record.config().containsKey(ORIGINAL_PARAMS);
    }

    /**
     * Reads a file. Nothing that it tells of is run; it takes time and memory in proportion to its length.
     *
     * @param file the file
     * @return the run
     * @throws LegacyException if it cannot be read, is damaged or too large, or is no such result; the message is one line
     */
    public static LegacyRun read(Path file) throws LegacyException {
        try {
            return LegacyRecord.of(file, pickle(file));
        } catch (PickleException e) {
            throw new LegacyException("'" + file + "' " + e.getMessage());
        } catch (LegacyException e) {
            throw e;
        } catch (IOException e) {
            throw new LegacyException("cannot read '" + file + "': " + FileReason.of(file, e));
        }
    }

    private static PickleValue pickle(Path file) throws IOException {
        long bytes = Files.size(file);
        if (!Files.isRegularFile(file) || bytes < 1 || bytes > MOST_BYTES) {
            throw new LegacyException("'" + file + "' has " + bytes
                    + " bytes; expected the result of a run, a file of 1 to " + MOST_BYTES + " bytes");
        }
        long memory = Math.min(MOST_MEMORY, (long) (SHARE * Runtime.getRuntime().maxMemory()));
        try (InputStream in = Files.newInputStream(file)) {
            return PickleReader.read(in, new PickleLimits(bytes, memory));
        }
    }
}
