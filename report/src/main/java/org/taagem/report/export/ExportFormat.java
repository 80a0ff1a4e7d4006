package org.taagem.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.taagem.report.RunRecordException;
import org.taagem.report.StoredRun;
import org.taagem.report.legacy.LegacyWriter;
import org.taagem.state.AtomicFile;
import org.taagem.state.FileReason;

/** What a run can be written as. */
public enum ExportFormat {
    /** The layout of the Python original. */
    PKL {
        @Override
        void write(StoredRun run, OutputStream out) throws IOException {
            LegacyWriter.write(run.record(), run.losses(), out);
        }
    },
    /** A {@link LongTable} as CSV. */
    CSV {
        @Override
        void write(StoredRun run, OutputStream out) throws IOException {
            CsvExport.write(run, out);
        }
    },
    /** A {@link LongTable} as Apache Parquet. */
    PARQUET {
        @Override
        void write(StoredRun run, OutputStream out) throws IOException {
            ParquetExport.write(run, out);
        }
    };

    abstract void write(StoredRun run, OutputStream out) throws IOException;

    /**
     * Writes a run to a file. A file that is there already is left alone.
     *
     * @param run the run
     * @param file the file
     * @throws IOException if it is there, cannot be written, or the run has not what the format needs
     */
    public void export(StoredRun run, Path file) throws IOException {
        if (Files.isRegularFile(file) || Files.isDirectory(file)) {
            throw new RunRecordException("'" + file + "' is there already; remove it, or name another with -o");
        }
        try {
            AtomicFile.write(file, out -> write(run, out));
        } catch (FileSystemException e) {
            throw new RunRecordException("cannot write '" + file + "': " + FileReason.of(file, e), e);
        }
    }
}
