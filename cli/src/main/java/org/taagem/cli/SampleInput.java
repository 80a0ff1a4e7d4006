package org.taagem.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.taagem.data.DataFile;
import org.taagem.data.DataFileException;
import org.taagem.data.TableSettings.Header;
import org.taagem.datasets.rows.ColumnSettings;
import org.taagem.datasets.rows.FollowedFile;
import org.taagem.datasets.rows.RowFormat;
import org.taagem.datasets.rows.SampleReader;
import org.taagem.state.FileReason;

/** Where samples come from: standard input or a file. */
final class SampleInput {
    static final String STANDARD_INPUT = "-";

    private SampleInput() {}

    /**
     * Opens a stream of samples. A file may be compressed with gzip, unless it grows.
     *
     * @param options which one, and how it is written
     * @param follow whether to wait at its end for more
     * @param columns what is known of its columns
     * @throws IOException if it cannot be opened
     */
    static SampleReader open(InputOptions options, boolean follow, ColumnSettings columns) throws IOException {
        RowFormat format = options.format.orElseGet(() -> RowFormat.of(options.from));
        if (options.from.equals(STANDARD_INPUT)) {
            return new SampleReader("standard input", new Unclosed(System.in), format, columns);
        }
        Path file = PathText.parse("--from", options.from);
        try {
            if (Files.isDirectory(file)) {
                throw new IOException("it is a folder");
            }
            return new SampleReader(options.from, content(file, follow), format, columns);
        } catch (DataFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("cannot read '" + file + "': " + FileReason.of(file, e) + "; check --from", e);
        }
    }

    /** Whether something is compressed is told by its first bytes, for which a pipe could make us wait. */
    private static InputStream content(Path file, boolean follow) throws IOException {
        if (follow) {
            return new FollowedFile(file);
        }
        return Files.isRegularFile(file) ? DataFile.of(file).open() : Files.newInputStream(file);
    }

    /** Returns the name under which a stream is known again. */
    static String name(InputOptions options) {
        return options.from.equals(STANDARD_INPUT)
                ? STANDARD_INPUT
                : PathText.parse("--from", options.from)
                        .toAbsolutePath()
                        .normalize()
                        .toString();
    }

    static Optional<Boolean> header(Header header) {
        return header == Header.AUTO ? Optional.empty() : Optional.of(header == Header.TRUE);
    }

    /** Standard input is not ours to close. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // left open
        }
    }
}
