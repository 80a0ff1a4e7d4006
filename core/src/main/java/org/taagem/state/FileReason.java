package org.taagem.state;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Says in words why a file could not be written or read; Java's own messages are often no more than a path. */
public final class FileReason {
    private FileReason() {}

    /**
     * Returns why, naming the file that is in the way only if it is another than the one that was asked for.
     *
     * @param path what was asked for
     * @param cause what went wrong
     * @return one line without a full stop
     */
    public static String of(Path path, IOException cause) {
        String reason = words(cause);
        if (cause instanceof FileSystemException at
                && at.getFile() != null
                && !at.getFile().equals(path.toString())
                && !isTemporary(at.getFile())) {
            return "'" + at.getFile() + "': " + reason;
        }
        return reason;
    }

    /** The name under which {@link AtomicFile} writes means nothing to a user. */
    private static boolean isTemporary(String file) {
        return file.endsWith(".tmp");
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
