package org.taagem.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Says in one line why a file could not be written or read; Java's own messages are often no more than a path. */
final class FileProblem {
    private static final String MEND =
            " (set output_dir in the configuration file, or --output_dir, to a folder that can be written)";

    private FileProblem() {}

    /** Makes the error for something that could not be made, such as {@code folder}. */
    static RunRecordException cannotMake(String kind, Path path, IOException cause) {
        return new RunRecordException("cannot make " + kind + " '" + path + "': " + reason(path, cause) + MEND, cause);
    }

    /** Makes the error for a file that is there but could not be read, or is not there. */
    static RunRecordException cannotRead(Path path, IOException cause) {
        return new RunRecordException("cannot read '" + path + "': " + reason(path, cause), cause);
    }

    /** Returns why, naming the file that is in the way only if it is another than the one that was asked for. */
    private static String reason(Path path, IOException cause) {
        String reason = words(cause);
        if (cause instanceof FileSystemException at
                && at.getFile() != null
                && !at.getFile().equals(path.toString())) {
            return "'" + at.getFile() + "': " + reason;
        }
        return reason;
    }

    private static String words(IOException cause) {
        if (cause instanceof FileAlreadyExistsException) {
            return "a file of this name is in the way";
        } else if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (cause instanceof AccessDeniedException) {
            return "permission denied";
        } else if (cause instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        } else if (cause instanceof FileSystemException at && at.getReason() != null) {
            return oneLine(at.getReason());
        }
        return oneLine(
                Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
