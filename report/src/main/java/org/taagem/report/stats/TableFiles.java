package org.taagem.report.stats;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import org.taagem.report.html.Page;
import org.taagem.state.AtomicFile;
import org.taagem.state.FileReason;

/** Files of text, of tables and of pages in one folder, in place of older ones. */
final class TableFiles {
    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    /**
     * Makes the folder if it is not there.
     *
     * @throws IOException if it cannot be made
     */
    TableFiles(Path folder) throws IOException {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("cannot make folder '" + folder + "': " + FileReason.of(folder, e), e);
        }
    }

    /** Writes lines of text. */
    void text(String name, List<String> lines) throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        replace(name, out -> out.write(bytes));
    }

    /** Writes rows of CSV. */
    void csv(String name, List<List<String>> rows) throws IOException {
        replace(name, out -> {
            CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            rows.forEach(csv::writeRecord);
            csv.flush();
        });
    }

    /** Writes a page. */
    void page(String name, Page page) throws IOException {
        replace(name, page::writeTo);
    }

    private void replace(String name, AtomicFile.Content content) throws IOException {
        Path file = folder.resolve(name);
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new IOException("cannot write '" + file + "': " + FileReason.of(file, e), e);
        }
        written.add(file);
    }

    /** Returns all files written. */
    List<Path> written() {
        return List.copyOf(written);
    }
}
