package org.taagem.report;

import java.io.IOException;
import java.nio.file.Path;

import org.taagem.state.FileReason;

/** Says in one line why a file could not be written or read; Java's own messages are often no more than a path. */
final class FileProblem {
    private static final String MEND =
            " (set output_dir in the configuration file, or --output_dir, to a folder that can be written)";

    private FileProblem() {}

    /** Makes the error for something that could not be made, such as {@code folder}. */
    static RunRecordException cannotMake(String kind, Path path, IOException cause) {
        return new RunRecordException(
                "cannot make " + kind + " '" + path + "': " + FileReason.of(path, cause) + MEND, cause);
    }

    /** Makes the error for a file that is there but could not be read, or is not there. */
    static RunRecordException cannotRead(Path path, IOException cause) {
        return new RunRecordException("cannot read '" + path + "': " + FileReason.of(path, cause), cause);
    }
}
