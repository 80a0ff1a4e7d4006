package org.taagem.report.legacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.experiment.TaskResult;
import org.taagem.metrics.Figure;
import org.taagem.metrics.Metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LegacyRunTest {
    /** The figures in expected.json are computed by make_results.py, from their definitions. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void read_everyGeneration_hasTheFiguresThatPythonComputes(int generation) throws IOException {
        String name = "generation" + generation + ".pkl";
        JsonNode expected =
                new ObjectMapper().readTree(resource("expected.json")).path(name);

        RunRecord record = LegacyRun.read(file(name)).record();

        assertEquals(7, expected.size());
        for (Metric metric : Metric.values()) {
            if (expected.has(metric.key())) {
                assertEquals(
                        expected.get(metric.key()).doubleValue(),
                        record.summary().get(metric).orElseThrow(),
                        1e-12,
                        metric.key());
            }
        }
        assertEquals(RunStatus.FINISHED, record.status());
        assertEquals(
                Instant.parse("2025-0" + generation + "-17T11:02:39.080268Z"),
                record.environment().startedAt());
        assertEquals(6, record.evaluations().size());
        assertEquals(3, record.stream().tasks().size());
        assertEquals(24, record.stream().steps());
    }

    @Test
    void read_firstGeneration_saysWhatIsNotKnown() throws IOException {
        RunRecord record = LegacyRun.read(file("generation1.pkl")).record();

        assertEquals("the untrained network has not been tested", reason(record, Metric.FWT));
        assertEquals("the number of training samples is not known", reason(record, Metric.MEMORY_EFFICIENCY));
        assertEquals("the Python original did not count projections", reason(record, Metric.PROJECTION_RATE));
        assertEquals(OptionalDouble.empty(), record.wallTime());
        assertEquals(OptionalInt.empty(), record.environment().processors());
        assertEquals("unknown", record.environment().os());
        assertEquals(List.of(), record.untrainedAccuracies());
        assertEquals(List.of(), record.stream().trainSamples());
        for (Evaluation evaluation : record.evaluations()) {
            assertEquals(OptionalDouble.empty(), evaluation.trainingTime());
            assertEquals(Map.of(), evaluation.memoryByOrigin());
        }
        TaskResult first = record.tasks().get(0);
        assertEquals(OptionalDouble.empty(), first.trainingTime());
        assertEquals(1, first.accuracies().size(), "task 0 alone was tested when it was over");
    }

    private static String reason(RunRecord record, Metric metric) {
        return record.summary().get(metric) instanceof Figure.Undefined undefined ? undefined.reason() : "defined";
    }

    @Test
    void read_secondGeneration_tellsTheLearnerByItsName() throws IOException {
        Map<String, Object> config =
                LegacyRun.read(file("generation2.pkl")).record().config();

        assertEquals("mega-1", config.get("strategy"));
        assertEquals("class_split", config.get("task_type"));
        assertEquals(false, config.get("add_remove_randomly"));
        assertTrue(!config.containsKey("removal"), "it was not told");
    }

    @Test
    void read_thirdGeneration_hasTimesAndKeysOfOurs() throws IOException {
        RunRecord record = LegacyRun.read(file("generation3.pkl")).record();
        Map<String, Object> config = record.config();

        assertEquals("ta-a-gem", config.get("strategy"));
        assertEquals("half_and_half", config.get("schedule"));
        assertEquals("furthest", config.get("removal"));
        assertEquals("batch", config.get("reference_batch"));
        assertEquals(true, config.get("use_learning_rate_scheduler"));
        assertEquals(false, config.get("lite"));
        assertEquals(784, config.get("input_dim"));
        assertEquals(
                "remove_furthest_from_mean",
                assertInstanceOf(Map.class, config.get("original_params")).get("removal_function"));
        // 0.25, 0.75, 1.25, 1.75 seconds, and so on: task 0 is over with the fourth epoch
        assertEquals(OptionalDouble.of(4.0), record.tasks().get(0).trainingTime());
        assertEquals(OptionalDouble.of(2.25), record.tasks().get(1).trainingTime());
        assertEquals(
                List.of(0, 1, 2),
                record.tasks().stream().map(TaskResult::taskId).toList());
        assertEquals(16, record.tasks().get(0).step());
    }

    @Test
    void read_losses_haveTheLearningRateOfTheirEpoch() throws IOException {
        LossSeries losses = LegacyRun.read(file("generation1.pkl")).losses();

        assertEquals(24, losses.size());
        assertEquals(0.001, losses.learningRate(3));
        assertEquals(0.0005, losses.learningRate(4));
        RunRecord record = LegacyRun.read(file("generation1.pkl")).record();
        double mean = (losses.loss(4) + losses.loss(5) + losses.loss(6) + losses.loss(7)) / 4;
        assertEquals(record.evaluations().get(1).epochLoss(), mean, 1e-15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(cos~system~(V touch x~tR. | wants to use os.system of Python; expected plain data and numpy arrays, and"
                        + " nothing else is ever run",
                "]. | is no result of the Python original: holds a list of 0; expected a dictionary, as a result of the"
                        + " Python original has it",
                "(d. | is no result of the Python original: has no 'params'; expected a dictionary",
                "(Vparams~I1~d. | is no result of the Python original: params is 1; expected a dictionary, as a result of"
                        + " the Python original has it",
                "(Vparams~(dVepoch_data~I1~d. | is no result of the Python original: epoch_data is 1; expected a list",
                "(Vparams~(dVepoch_data~(lVbatch_losses~(ld. | is no result of the Python original: has 0 epochs in"
                        + " 'epoch_data' and the batches of 0 in 'batch_losses'; expected as many, and at least one",
                "(Vparams~(dVepoch_data~(lVbatch_losses~((Vtask~I1000~dld. | is no result of the Python original:"
                        + " batch_losses[0].task is 1000; expected a whole number from 0 to 999"
            })
    void read_otherPickle_saysWhatIsWrong(String pickle, String problem, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.pkl"), pickle.replace('~', '\n'));

        LegacyException e = assertThrows(LegacyException.class, () -> LegacyRun.read(file));

        assertEquals("'" + file + "' " + problem, e.getMessage());
    }

    /** Ten lines that share lists say that there are 10 to the 18th settings. */
    @Test
    void read_settingsThatShareThemselves_areRefusedSoon(@TempDir Path folder) throws IOException {
        StringBuilder lists = new StringBuilder("(lp1\n");
        for (int level = 2; level < 6; level++) {
            lists.append("0(")
                    .append(("g" + (level - 1) + "\n").repeat(1000))
                    .append("lp")
                    .append(level)
                    .append('\n');
        }
        String pickle = lists + "0(Vparams\n(Vx\ng5\n" + numbers() + "dVepoch_data\n" + epochs()
                + "Vtimestamp\nV2025-01-01T00:00:00\nd.";
        Path file = Files.writeString(folder.resolve("bomb.pkl"), pickle);

        String message = String.valueOf(
                assertThrows(LegacyException.class, () -> LegacyRun.read(file)).getMessage());

        assertTrue(
                message.endsWith("lies more than 4 levels deep; expected settings of a run")
                        || message.endsWith("holds more than 10000000 values; expected the result of a run"),
                message);
    }

    @Test
    void read_nameOfASettingWithSignsOfATerminal_isToldWithoutThem(@TempDir Path folder) throws IOException {
        String nested = "(Vx\n".repeat(6) + "I1\n" + "d".repeat(6);
        String pickle = "(Vparams\n(" + numbers() + "V\\u001b[31m\n" + nested + "dVepoch_data\n" + epochs()
                + "Vtimestamp\nV2025-01-01T00:00:00\nd.";
        Path file = Files.writeString(folder.resolve("colour.pkl"), pickle);

        String message = String.valueOf(
                assertThrows(LegacyException.class, () -> LegacyRun.read(file)).getMessage());

        assertEquals(
                "'" + file
                        + "' is no result of the Python original: params.?[31m.x.x.x.x.x lies more than 4 levels deep;"
                        + " expected settings of a run",
                message);
    }

    private static String numbers() {
        return "Vnum_epochs\nI1\nVnum_tasks\nI1\nVnum_classes\nI2\nVdataset_name\nVmnist\n";
    }

    private static String epochs() {
        String epoch = "(Vtask_id\nI0\nVoverall_accuracy\nF0.5\nVindividual_accuracies\n(F0.5\nlVepoch_loss\nF1.0\n"
                + "Vmemory_size\nI3\nVlearning_rate\nF0.1\nd";
        return "(" + epoch + "lVbatch_losses\n((Vtask\nI0\nVepoch\nI0\nVbatch\nI0\nVloss\nF1.0\ndl";
    }

    @Test
    void read_fewerEpochsThanPlanned_isInterrupted(@TempDir Path folder) throws IOException {
        String pickle = "(Vparams\n(" + numbers().replace("num_epochs\nI1", "num_epochs\nI2") + "dVepoch_data\n"
                + epochs() + "Vtimestamp\nV2025-01-01T01:00:00+01:00\nd.";

        RunRecord record = LegacyRun.read(Files.writeString(folder.resolve("short.pkl"), pickle))
                .record();

        assertEquals(RunStatus.INTERRUPTED, record.status());
        assertEquals(List.of(), record.tasks());
        assertEquals("no task has been learned", reason(record, Metric.ACC));
        assertEquals(Instant.parse("2025-01-01T00:00:00Z"), record.environment().startedAt());
    }

    @Property(tries = 1500)
    void read_anythingChanged_worksOrSaysWhatIsWrong(
            @ForAll @IntRange(min = 1, max = 3) int generation,
            @ForAll @IntRange(max = 5000) int place,
            @ForAll byte value,
            @ForAll boolean cut)
            throws IOException {
        byte[] pickle = resource("generation" + generation + ".pkl");
        pickle[place % pickle.length] = value;
        Path file = Files.createTempFile("taagem", ".pkl");
        try {
            Files.write(file, cut ? Arrays.copyOf(pickle, place % pickle.length) : pickle);
            LegacyRun.read(file);
        } catch (LegacyException expected) {
            String message = String.valueOf(expected.getMessage());
            assertTrue(message.startsWith("'" + file + "' ") && message.lines().count() == 1, message);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void read_folderOrNothing_isRefused(@TempDir Path folder) throws IOException {
        Path nothing = folder.resolve("no.pkl");
        assertEquals(
                "cannot read '" + nothing + "': no such file or folder",
                assertThrows(LegacyException.class, () -> LegacyRun.read(nothing))
                        .getMessage());
        Path empty = Files.createFile(folder.resolve("empty.pkl"));
        assertEquals(
                "'" + empty + "' has 0 bytes; expected the result of a run, a file of 1 to 268435456 bytes",
                assertThrows(LegacyException.class, () -> LegacyRun.read(empty)).getMessage());
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/org/taagem/report/legacy", name);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = LegacyRunTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
