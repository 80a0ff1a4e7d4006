package org.taagem.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.RunRecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What {@code docs/run-record.md} shows is what this program writes. */
class RunRecordDocTest {
    private static final Path DOC = Path.of("../docs/run-record.md");
    private static final Set<String> MAPS = Set.of("config", "sha256", "memory_by_label", "memory_by_origin");

    @Test
    void doc_example_isWrittenAgainCharacterForCharacter(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("example.json"), block("json"));
        RunRecord example = RunRecordFile.read(file);
        RunRecordFile.write(folder, example);

        assertEquals(block("json"), Files.readString(folder.resolve("run.json")));
    }

    @Test
    void doc_exampleConfig_runs(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("example.json"), block("json"));
        RunRecord example = RunRecordFile.read(file);

        assertEquals(example.config(), TinyRun.run(example.config()).record().config());
    }

    @Test
    void doc_losses_areRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("example.csv"), block("csv"));

        assertEquals(3, RunRecordFile.readLosses(file).size());
    }

    @Test
    void doc_everyField_isExplained() throws IOException {
        String doc = Files.readString(DOC);
        try (InputStream golden = Files.newInputStream(RunRecordFileTest.GOLDEN)) {
            for (String name : names(RunJson.parse(golden))) {
                assertTrue(doc.contains("| `" + name + "` |"), "no row in " + DOC + " for " + name);
            }
        }
    }

    /** The names of all fields; the keys of a map are no fields. */
    private static Set<String> names(JsonNode json) {
        Set<String> names = new TreeSet<>();
        if (json.isArray()) {
            json.forEach(element -> names.addAll(names(element)));
        }
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            names.add(field.getKey());
            if (!MAPS.contains(field.getKey())) {
                names.addAll(names(field.getValue()));
            }
        }
        return names;
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOC));
        assertTrue(block.find(), "no block of " + language + " in " + DOC);
        return block.group(1);
    }
}
