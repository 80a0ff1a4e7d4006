package org.taagem.report.legacy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.RunRecord;
import org.taagem.pickle.PickleLimits;
import org.taagem.pickle.PickleReader;
import org.taagem.pickle.PickleValue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LegacyWriterTest {
    private static final Path RESULTS = Path.of("src/test/resources/org/taagem/report/legacy");

    private static LegacyRun again(LegacyRun run, Path folder) throws IOException {
        Path file = folder.resolve("again.pkl");
        try (OutputStream out = Files.newOutputStream(file)) {
            LegacyWriter.write(run.record(), run.losses(), out);
        }
        return LegacyRun.read(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void write_resultOfTheOriginal_isReadAsTheSame(int generation, @TempDir Path folder) throws IOException {
        LegacyRun run = LegacyRun.read(RESULTS.resolve("generation" + generation + ".pkl"));

        LegacyRun again = again(run, folder);

        assertEquals(run.record().evaluations(), again.record().evaluations());
        assertEquals(run.record().tasks(), again.record().tasks());
        assertEquals(run.record().summary(), again.record().summary());
        assertEquals(run.record().environment(), again.record().environment());
        assertEquals(
                run.record().config().get(LegacyRun.ORIGINAL_PARAMS),
                again.record().config().get(LegacyRun.ORIGINAL_PARAMS));
        assertEquals(run.losses().size(), again.losses().size());
        for (int i = 0; i < run.losses().size(); i++) {
            assertEquals(run.losses().loss(i), again.losses().loss(i));
        }
    }

    @Test
    void write_resultOfTheOriginal_hasEveryKeyOfItsLastGeneration() throws IOException {
        LegacyRun run = LegacyRun.read(RESULTS.resolve("generation3.pkl"));
        PickleValue.Dict written = dict(run.record(), run.losses());
        byte[] original = Files.readAllBytes(RESULTS.resolve("generation3.pkl"));
        PickleValue.Dict wanted = assertInstanceOf(PickleValue.Dict.class, read(original));

        assertEquals(wanted.values().keySet(), written.values().keySet());
        List<PickleValue> batches = items(written, "batch_losses");
        List<PickleValue> wantedBatches = items(wanted, "batch_losses");
        assertEquals(wantedBatches.size(), batches.size());
        for (int i = 0; i < batches.size(); i++) {
            assertEquals(entries(wantedBatches.get(i)), entries(batches.get(i)));
        }
        assertEquals(items(wanted, "task_accuracies"), items(written, "task_accuracies"));
        assertEquals(items(wanted, "memory_efficiency"), items(written, "memory_efficiency"));
        assertEquals(items(wanted, "training_times"), items(written, "training_times"));
        assertEquals(wanted.get("timestamp"), written.get("timestamp"));
    }

    private static Map<String, PickleValue> entries(PickleValue dict) {
        return assertInstanceOf(PickleValue.Dict.class, dict).values();
    }

    private static List<PickleValue> items(PickleValue.Dict dict, String key) {
        return assertInstanceOf(PickleValue.Items.class, dict.get(key).orElseThrow())
                .values();
    }

    private static PickleValue.Dict dict(RunRecord record, LossSeries losses) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LegacyWriter.write(record, losses, out);
        return assertInstanceOf(PickleValue.Dict.class, read(out.toByteArray()));
    }

    private static PickleValue read(byte[] pickle) throws IOException {
        return PickleReader.read(new ByteArrayInputStream(pickle), new PickleLimits(pickle.length, 10_000_000));
    }

    @Test
    void write_runOfOurs_hasTheOriginalsNames() throws IOException {
        LegacyRun run = LegacyRun.read(RESULTS.resolve("generation1.pkl"));
        RunRecord ours = with(
                run.record(),
                Map.of("removal", "oldest", "schedule", "random", "lite", true, "seed", 7L, "assignment", "random"),
                run.record().evaluations());

        Map<String, PickleValue> params =
                entries(dict(ours, run.losses()).get("params").orElseThrow());

        assertEquals(new PickleValue.Text("remove_oldest"), params.get("removal_function"));
        assertEquals(new PickleValue.Text("random"), params.get("task_introduction"));
        assertEquals(PickleValue.Flag.TRUE, params.get("quick_test_mode"));
        assertEquals(PickleValue.Flag.TRUE, params.get("add_remove_randomly"));
        assertEquals(new PickleValue.Int(7), params.get("seed"));
        assertEquals(new PickleValue.Int(10), params.get("num_classes"));
    }

    private static RunRecord with(RunRecord record, Map<String, Object> config, List<Evaluation> evaluations) {
        return new RunRecord(
                record.schema(),
                record.status(),
                config,
                record.environment(),
                record.stream(),
                record.untrainedAccuracies(),
                evaluations,
                record.tasks(),
                record.summary(),
                OptionalDouble.empty());
    }

    /** The epochs are of tasks 0, 1, 2, 0, 1, 2; the first task is said to be over after one. */
    @Test
    void write_runOfOursWithAnotherNumberOfEpochsForEachTask_isReadAgain(@TempDir Path folder) throws IOException {
        LegacyRun run = LegacyRun.read(RESULTS.resolve("generation3.pkl"));
        Map<String, Object> config = new LinkedHashMap<>(run.record().config());
        config.remove(LegacyRun.ORIGINAL_PARAMS);
        config.put("num_epochs", List.of(1, 2, 2));

        LegacyRun again =
                again(new LegacyRun(with(run.record(), config, run.record().evaluations()), run.losses()), folder);

        assertEquals(run.record().evaluations(), again.record().evaluations());
        assertEquals(List.of(1, 2, 2), again.record().config().get("num_epochs"));
        assertEquals(
                List.of(1, 5, 6),
                again.record().tasks().stream()
                        .map(task -> 1
                                + again.record().evaluations().stream()
                                        .map(Evaluation::step)
                                        .toList()
                                        .indexOf(task.step()))
                        .toList());
    }

    @Test
    void write_testedTwiceAnEpoch_isRefused() throws IOException {
        LegacyRun run = LegacyRun.read(RESULTS.resolve("generation1.pkl"));
        Evaluation first = run.record().evaluations().get(0);
        RunRecord twice = with(run.record(), Map.of(), List.of(first, first));

        String message = String.valueOf(assertThrows(LegacyException.class, () -> dict(twice, run.losses()))
                .getMessage());

        assertEquals(
                "the layout of the Python original has one line for every epoch, but evaluation 2 of this run was made in"
                        + " epoch 1; expected testing_interval epoch (or export another format)",
                message);
    }

    @Test
    void write_lossesMissing_isRefused() throws IOException {
        LegacyRun run = LegacyRun.read(RESULTS.resolve("generation1.pkl"));

        String message = String.valueOf(assertThrows(LegacyException.class, () -> dict(run.record(), new LossSeries(0)))
                .getMessage());

        assertTrue(message.startsWith("the losses of 0 batches are there; expected those of all 24"), message);
    }
}
