package org.taagem.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.state.AtomicFile;

/** A run's record in the run's folder: {@value #NAME}, and beside it {@value #LOSSES} with what is too long for it. */
public final class RunRecordFile {
    /** Name of the file of the record. */
    public static final String NAME = "run.json";

    /** Name of the file of the batch losses. */
    public static final String LOSSES = "batch_losses.csv";

    /** Enough for 200,000 evaluations of ten tasks. What is read takes about eight times as much memory. */
    static final long MOST_BYTES = 128 << 20;

    static final Map<String, String> SERIES = Map.of("batch_losses", LOSSES);

    private RunRecordFile() {}

    /**
     * Gets ready to write records, which need not be done. Whoever has something else to do before the first record saves
     * what that takes longer than others, for Jackson looks closely at every type that it meets for the first time.
     */
    public static void prepare() {
        RunJson.prepare();
    }

    /**
     * Writes a record in place of the one that is there, if any.
     *
     * @param folder the run's folder
     * @param record the record
     * @throws RunRecordException if it cannot be written; the one that was there is untouched
     * @throws IllegalArgumentException if the record's configuration has no seed
     */
    public static void write(Path folder, RunRecord record) throws RunRecordException {
        RunFile file = RunFile.of(record, SERIES);
        replace(folder.resolve(NAME), out -> RunJson.write(file, out));
    }

    /**
     * Writes a series of losses in place of the one that is there, if any.
     *
     * @param folder the run's folder
     * @param losses the series
     * @throws RunRecordException if it cannot be written; the one that was there is untouched
     */
    public static void writeLosses(Path folder, LossSeries losses) throws RunRecordException {
        replace(folder.resolve(LOSSES), out -> LossTable.write(losses, out));
    }

    /**
     * Reads a record.
     *
     * @param runFolderOrFile the run's folder, or the file of the record
     * @return a record that equals the one that was written
     * @throws RunRecordException if there is none, or it is of another version, damaged, incomplete, at odds with itself, or of
     *     more than 128 MiB
     */
    public static RunRecord read(Path runFolderOrFile) throws RunRecordException {
        Path file = Files.isDirectory(runFolderOrFile) ? runFolderOrFile.resolve(NAME) : runFolderOrFile;
        JsonNode json = parse(file);
        checkSchema(json.path("schema"), file);
        try {
            RunRecord record = RunJson.toFile(json).toRecord();
            RecordCheck.check(file, record);
            return record;
        } catch (JsonMappingException e) {
            throw JsonProblem.wrongValue(file, json, e);
        } catch (RunRecordException e) {
            throw e;
        } catch (IOException e) {
            throw FileProblem.cannotRead(file, e);
        }
    }

    /**
     * Reads the series of losses of a run.
     *
     * @param runFolderOrFile the run's folder, or the file of the losses
     * @return the series, bit for bit
     * @throws RunRecordException if there is none, or it is damaged
     */
    public static LossSeries readLosses(Path runFolderOrFile) throws RunRecordException {
        Path file = Files.isDirectory(runFolderOrFile) ? runFolderOrFile.resolve(LOSSES) : runFolderOrFile;
        return LossTable.read(file);
    }

    private static void replace(Path file, AtomicFile.Content content) throws RunRecordException {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw FileProblem.cannotMake("file", file, e);
        }
    }

    private static JsonNode parse(Path file) throws RunRecordException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long bytes = Files.size(file);
            if (bytes > MOST_BYTES) {
                throw new RunRecordException("'" + file + "' has " + bytes
                        + " bytes; expected the record of a run, of at most " + MOST_BYTES);
            }
            return RunJson.parse(in);
        } catch (RunRecordException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw JsonProblem.malformed(file, e);
        } catch (IOException e) {
            throw FileProblem.cannotRead(file, e);
        }
    }

    private static void checkSchema(JsonNode schema, Path file) throws RunRecordException {
        if (!schema.asText("").equals(RunRecord.SCHEMA)) {
            String got = schema.isMissingNode() ? "no 'schema'" : "schema " + schema;
            throw new RunRecordException("'" + file + "' has " + got + "; expected \"" + RunRecord.SCHEMA
                    + "\": read it with the version of taagem that wrote it, or run its configuration again");
        }
    }
}
