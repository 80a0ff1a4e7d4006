package org.taagem.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.taagem.state.AtomicFile;
import org.taagem.state.FileReason;

/** Pages on disk. */
public final class PageFile {
    private PageFile() {}

    /**
     * Writes a page in place of the one that is there, if any.
     *
     * @param file where to; its folder must exist
     * @param page the page
     * @throws IOException if it cannot be written, with a message of one line; the one that was there is untouched then
     */
    public static void write(Path file, Page page) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("cannot write '" + file + "': it is a folder; expected the name of a file");
        }
        try {
            AtomicFile.write(file, page::writeTo);
        } catch (IOException e) {
            throw new IOException("cannot write '" + file + "': " + FileReason.of(file, e), e);
        }
    }
}
