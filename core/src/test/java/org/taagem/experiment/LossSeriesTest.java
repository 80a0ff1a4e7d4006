package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.state.StateException;
import org.taagem.state.StateFile;
import org.taagem.state.StateWriter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LossSeriesTest {
    @Test
    void add_beyondTheExpectedSize_keepsAll() {
        LossSeries series = new LossSeries(2);
        for (int i = 0; i < 100; i++) {
            series.add(i, -i);
        }

        assertEquals(100, series.size());
        assertEquals(0, series.loss(0));
        assertEquals(99, series.loss(99));
        assertEquals(-99, series.learningRate(99));
    }

    @Test
    void loss_notYetAdded_isRefused() {
        LossSeries series = new LossSeries(2);

        assertThrows(IndexOutOfBoundsException.class, () -> series.loss(0));
        assertThrows(IndexOutOfBoundsException.class, () -> series.learningRate(0));
    }

    @Test
    void restore_saved_isTheSameSeriesAndGrows(@TempDir Path folder) throws IOException {
        LossSeries series = new LossSeries(2);
        double[] rates = {0.1, 0.1, 0.1, 0.05, 0.1, Double.NaN, Double.NaN};
        for (int i = 0; i < rates.length; i++) {
            series.add(1.0 / (i + 1), rates[i]);
        }
        LossSeries restored = restored(folder.resolve("state"), series::save);
        restored.add(7, 0.2);

        assertEquals(rates.length + 1, restored.size());
        for (int i = 0; i < rates.length; i++) {
            assertEquals(series.loss(i), restored.loss(i));
            assertEquals(rates[i], restored.learningRate(i));
        }
        assertEquals(0.2, restored.learningRate(rates.length));
    }

    @Test
    void restore_empty_isEmpty(@TempDir Path folder) throws IOException {
        assertEquals(
                0, restored(folder.resolve("state"), new LossSeries(2)::save).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2 1 1", "5 -1", "1 1"})
    void restore_ratesThatDoNotFit_isRefused(String steps, @TempDir Path folder) {
        int[] counts =
                Arrays.stream(steps.split(" ")).mapToInt(Integer::parseInt).toArray();
        StateException refusal = assertThrows(
                StateException.class,
                () -> restored(folder.resolve("state"), out -> {
                    out.writeDoubles("losses", new double[4]);
                    out.writeDoubles("rates", new double[] {0.1, 0.2});
                    out.writeInts("rate_steps", counts);
                }));
        assertTrue(String.valueOf(refusal.getMessage()).contains("rate_steps"), refusal::getMessage);
    }

    private static LossSeries restored(Path file, StateWriter.Fields fields) throws IOException {
        StateFile.write(file, "losses", fields);
        LossSeries restored = new LossSeries(2);
        return StateFile.read(file, List.of("losses"), in -> {
            restored.restore(in);
            return restored;
        });
    }
}
