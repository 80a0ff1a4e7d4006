package org.taagem.report;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.RunRecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunRecordFileTest {
    static final Path GOLDEN = Path.of("src/test/resources/org/taagem/report/run.json");

    private final Path folder;

    RunRecordFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void read_written_isEqual() throws IOException {
        assertRoundTrip(Records.finished());
        assertRoundTrip(Records.begun());
    }

    @Test
    void read_numbersThatJsonLacks_areEqual() throws IOException {
        assertRoundTrip(Records.diverged());
    }

    @Test
    void read_nullInConfig_isEqual() throws IOException {
        Map<String, Object> config = new HashMap<>(Map.of("seed", Long.MIN_VALUE));
        config.put("run_name", null);
        assertRoundTrip(Records.withConfig(config));
    }

    @Test
    void read_runOfThePythonOriginal_isEqualWithWhatItLacks() throws IOException {
        assertRoundTrip(StoredRun.read(Path.of("src/test/resources/org/taagem/report/legacy/generation1.pkl"))
                .record());
        String written = Files.readString(folder.resolve("run.json"));
        assertTrue(written.contains("\"seed\": null"), written);
        assertTrue(written.contains("\"wall_time\": null"), written);
    }

    private void assertRoundTrip(RunRecord record) throws IOException {
        RunRecordFile.write(folder, record);
        assertEquals(record, RunRecordFile.read(folder));
        assertEquals(record, RunRecordFile.read(folder.resolve("run.json")));
    }

    /** To update it after an intended change: {@code mvn verify -pl core,report -Dtaagem.golden=update}. */
    @Test
    void write_finishedRun_isGoldenFile() throws IOException {
        RunRecordFile.write(folder, Records.finished());
        String written = Files.readString(folder.resolve("run.json"));
        if ("update".equals(System.getProperty("taagem.golden"))) {
            Files.writeString(GOLDEN, written);
        }

        assertTrue(Files.exists(GOLDEN), "the golden file is missing: " + GOLDEN);
        assertEquals(Files.readString(GOLDEN), written);
    }

    @Test
    void write_configOrder_isKept() throws IOException {
        RunRecordFile.write(folder, Records.finished());
        String written = Files.readString(folder.resolve("run.json"));

        assertTrue(written.indexOf("\"task_type\"") < written.indexOf("\"learning_rate\""));
        assertTrue(written.indexOf("\"learning_rate\"") < written.indexOf("\"batch_size\""));
    }

    @Test
    void write_seedThatIsNoNumber_isRefusedBeforeAnythingIsWritten() {
        RunRecord wrong = Records.withConfig(Map.of("seed", "x"));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> RunRecordFile.write(folder, wrong));

        assertEquals("the configuration of the run has seed 'x'; expected a whole number", e.getMessage());
        assertTrue(Files.notExists(folder.resolve("run.json")));
    }

    @Test
    void read_unknownFields_areIgnored() throws IOException {
        String more = golden().replace("\"epoch\":", "\"novelty\": [1, {\"a\": null}], \"epoch\":")
                .replace("\"status\":", "\"author\": {}, \"status\":");

        assertEquals(Records.finished(), RunRecordFile.read(file(more)));
    }

    @Test
    void read_otherVersion_saysWhatToDo() throws IOException {
        Path file = file(golden().replace("taagem-run/2", "taagem-run/1").replace("\"config\"", "\"settings\""));
        assertMessage(
                "'" + file + "' has schema \"taagem-run/1\"; expected \"taagem-run/2\": read it with the version of "
                        + "taagem that wrote it, or run its configuration again",
                file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "3", ""})
    void read_jsonOfSomethingElse_saysWhatToDo(String json) throws IOException {
        Path file = file(json);
        assertMessage(
                "'" + file + "' has no 'schema'; expected \"taagem-run/2\": read it with the version of taagem that "
                        + "wrote it, or run its configuration again",
                file);
    }

    @Test
    void read_cutOff_namesPlace() throws IOException {
        Path file = file("{\n  \"schema\": \"taagem-run/2\",\n  \"status\"");
        assertMessage("'" + file + "' is not JSON: line 3, column 11: the file ends too early; it was cut off", file);
    }

    @Test
    void read_everyPrefix_isOneLineError() throws IOException {
        String whole = golden().strip();
        for (int length = 0; length < whole.length(); length += 7) {
            Path file = file(whole.substring(0, length));
            assertTrue(messageOf(file).lines().count() == 1, messageOf(file));
        }
    }

    /** An error is for a terminal, and a terminal obeys what begins with an escape. */
    @Test
    void read_keyThatWouldSteerATerminal_isToldHarmlessly() throws IOException {
        String key = "\"memory_by_label\": { \"";
        String message = messageOf(file(golden().replace(key, key + "\\u001b[2J")));
        assertTrue(message.contains("memory_by_label has the key '?[2J0'; expected"), message);
    }

    @Test
    void read_malformed_namesPlace() throws IOException {
        Path file = file("{\n  \"schema\": taagem,\n}");
        assertMessage(
                "'" + file + "' is not JSON: line 2, column 13: Unrecognized token 'taagem': was expecting (JSON "
                        + "String, Number, Array, Object or token 'null', 'true' or 'false')",
                file);
    }

    @Test
    void read_nakedNan_isRefused() throws IOException {
        Path file = file(golden().replace("\"wall_time\": 0.75", "\"wall_time\": NaN"));
        assertTrue(messageOf(file).startsWith("'" + file + "' is not JSON: line "), messageOf(file));
    }

    @Test
    void read_nestedTooDeep_isRefused() throws IOException {
        Path file = file("[".repeat(100_000));
        assertTrue(messageOf(file).startsWith("'" + file + "' is not JSON: line "), messageOf(file));
    }

    @Test
    void read_enormous_isRefusedUnread() throws IOException {
        Path file = folder.resolve("run.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(RunRecordFile.MOST_BYTES + 1);
        }
        assertMessage("'" + file + "' has 134217729 bytes; expected the record of a run, of at most 134217728", file);
    }

    /** Whatever is drawn or computed relies on these. */
    @Test
    void read_atOddsWithItself_isRefused() throws IOException {
        assertWrong(
                "\"task_id\": 1,\n    \"overall",
                "\"task_id\": 1000000000,\n    \"overall",
                "evaluations[1].task_id is 1000000000; expected the id of one of its 2 tasks, from 0");
        assertWrong(
                "\"tasks_seen\": [ 0, 1 ]",
                "\"tasks_seen\": [ 0, -1 ]",
                "evaluations[1].tasks_seen is -1; expected the id of one of its 2 tasks, from 0");
        assertWrong(
                "\"tasks_seen\": [ 0, 1 ]",
                "\"tasks_seen\": [ 0 ]",
                "evaluations[1].individual_accuracies is 2 numbers; expected 1, as many as tasks_seen");
        assertWrong(
                "\"overall_accuracy\": 0.9",
                "\"overall_accuracy\": 1.9",
                "evaluations[0].overall_accuracy is 1.9; expected 0 to 1");
    }

    @Test
    void read_fieldMissing_isNamed() throws IOException {
        assertWrong("\"started_at\"", "\"began_at\"", "environment.started_at is missing");
        assertWrong("\"summary\"", "\"totals\"", "summary is missing");
        assertWrong("\"epoch_loss\": 1.0E-5", "\"loss\": 1.0E-5", "evaluations[1].epoch_loss is missing");
        assertWrong("\"bwt\"", "\"backward\"", "summary.bwt is missing");
        assertWrong("\"not_defined\"", "\"undefined\"", "summary.not_defined is missing");
        assertWrong("\"untrained_accuracies\"", "\"untrained\"", "untrained_accuracies is missing");
        assertWrong("\"acc\": 0.8125", "\"acc\": null", "summary.not_defined.acc is missing");
    }

    @Test
    void read_otherType_namesFieldAndType() throws IOException {
        assertWrong("\"epoch\": 2", "\"epoch\": 2.5", "evaluations[1].epoch is 2.5; expected a whole number");
        assertWrong("\"epoch\": 2", "\"epoch\": true", "evaluations[1].epoch is true; expected a whole number");
        assertWrong(
                "\"step\": 120,\n    \"acc",
                "\"step\": [],\n    \"acc",
                "tasks[1].step is []; expected a whole number");
        assertWrong("\"wall_time\": 0.75", "\"wall_time\": \"long\"", "wall_time is \"long\"; expected a number");
        assertWrong("\"wall_time\"", "\"time\"", "wall_time is missing");
        assertWrong("\"name\": \"task 0\"", "\"name\": null", "tasks[0].name is null; expected a text");
        assertWrong("[ 0.9, 0.125 ]", "[ 0.9, null ]", "tasks[0].accuracies[1] is null; expected a number");
        assertWrong("[ 0.9, 0.125 ]", "0.9", "tasks[0].accuracies is 0.9; expected a list");
        assertWrong("\"0\": 30", "\"0\": null", "evaluations[0].memory_by_label.0 is null; expected a whole number");
        assertWrong(
                "\"0\": 30",
                "\"zero\": 30",
                "evaluations[0].memory_by_label has the key 'zero'; expected a whole number");
        assertWrong(
                "\"finished\"",
                "\"done\"",
                "status is \"done\"; expected one of running, finished, interrupted, failed, diverged");
        assertWrong(
                "\"2026-03-01T09:30:15.250Z\"",
                "\"today\"",
                "environment.started_at is \"today\"; expected a moment such as \"2026-01-01T12:00:00Z\"");
        assertWrong("\"acc\": 0.8125", "\"acc\": \"NaN\"", "summary.acc is \"NaN\"; expected a number");
        assertWrong("\"acc\": 0.8125", "\"acc\": 1e999", "summary.acc is \"Infinity\"; expected a number");
        assertWrong(
                "\"memory_by_origin\": {\n      \"0\": 30",
                "\"memory_by_origin\": {\n      \"0\": 0.5",
                "summary.memory_by_origin.0 is 0.5; expected a whole number");
        assertWrong("\"sha256\": {", "\"sha256\": 1, \"x\": {", "stream.sha256 is 1; expected an object");
    }

    private void assertWrong(String part, String replacement, String problem) throws IOException {
        String changed = golden().replaceFirst(Pattern.quote(part), replacement);
        Path file = file(changed);
        assertMessage("'" + file + "' does not hold the record of a run: " + problem, file);
    }

    @Test
    void read_nothingThere_saysSo() {
        assertEquals("cannot read '" + folder.resolve("run.json") + "': no such file or folder", messageOf(folder));
    }

    private static void assertMessage(String message, Path file) {
        assertEquals(message, messageOf(file));
    }

    private static String messageOf(Path file) {
        RunRecordException e = assertThrows(RunRecordException.class, () -> RunRecordFile.read(file));
        return String.valueOf(e.getMessage());
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("changed.json"), json);
    }

    private static String golden() throws IOException {
        return Files.readString(GOLDEN);
    }
}
