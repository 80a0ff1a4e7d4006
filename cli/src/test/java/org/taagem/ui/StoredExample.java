package org.taagem.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.taagem.report.RunRecordFile;

/** Records on disk, made of the example in docs/run-record.md, which a test keeps true. */
final class StoredExample {
    private static final Path DOCUMENT = Path.of("..", "docs", "run-record.md");
    private static final String BEGIN = "```json\n";

    private final String text;

    private StoredExample(String text) {
        this.text = text;
    }

    /** The finished run of the example: two tasks, of the strategy ta-a-gem and the seed 0. */
    static StoredExample finished() {
        try {
            String document = Files.readString(DOCUMENT);
            int begin = document.indexOf(BEGIN) + BEGIN.length();
            return new StoredExample(document.substring(begin, document.indexOf("```", begin)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same run with another text in place of one that is there. */
    StoredExample with(String before, String after) {
        if (!text.contains(before)) {
            throw new IllegalArgumentException("'" + before + "' is not in the example");
        }
        return new StoredExample(text.replace(before, after));
    }

    StoredExample withSeed(long seed) {
        return with("\"seed\": 0", "\"seed\": " + seed);
    }

    StoredExample withStatus(String status) {
        return with("\"status\": \"finished\"", "\"status\": \"" + status + "\"");
    }

    String text() {
        return text;
    }

    /** Writes it to a folder, which is made, and returns the folder. */
    Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(RunRecordFile.NAME), text);
        return folder;
    }
}
