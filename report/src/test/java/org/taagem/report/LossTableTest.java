package org.taagem.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.experiment.LossSeries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class LossTableTest {
    private final Path folder;

    LossTableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void write_series_isOneLinePerStep() throws IOException {
        LossSeries losses = new LossSeries(3);
        losses.add(2.302585092994046, 0.001);
        losses.add(Double.NaN, 0.1 + 0.2);
        losses.add(Double.POSITIVE_INFINITY, 1e-5);
        RunRecordFile.writeLosses(folder, losses);

        assertEquals("""
                step,loss,learning_rate
                1,2.302585092994046,0.001
                2,NaN,0.30000000000000004
                3,Infinity,1.0E-5
                """, Files.readString(folder.resolve("batch_losses.csv")));
        assertEquals(bits(losses), bits(RunRecordFile.readLosses(folder)));
        assertEquals(bits(losses), bits(RunRecordFile.readLosses(folder.resolve("batch_losses.csv"))));
    }

    @Test
    void read_empty_isEmpty() throws IOException {
        RunRecordFile.writeLosses(folder, new LossSeries(0));

        assertEquals(0, RunRecordFile.readLosses(folder).size());
    }

    @Test
    void read_damaged_namesLine() throws IOException {
        String head = "step,loss,learning_rate\n1,2.5,0.001\n";
        assertWrong("", "line 1 is ''; expected step,loss,learning_rate");
        assertWrong("loss\n1\n", "line 1 is 'loss'; expected step,loss,learning_rate");
        assertWrong(
                head + "2,2.4", "line 3 is '2,2.4'; expected 2, the loss and the learning rate, with commas between");
        assertWrong(
                head + "3,2.4,0.1\n",
                "line 3 is '3,2.4,0.1'; expected 2, the loss and the learning rate, with commas between");
        assertWrong(
                head + "2,x,0.1\n",
                "line 3 is '2,x,0.1'; expected 2, the loss and the learning rate, with commas between");
    }

    @Test
    void read_notText_saysSo() throws IOException {
        Path file = Files.write(folder.resolve("changed.csv"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertEquals("cannot read '" + file + "': it is not text in UTF-8", messageOf(file));
    }

    @Test
    void read_nothingThere_saysSo() {
        assertEquals(
                "cannot read '" + folder.resolve("batch_losses.csv") + "': no such file or folder", messageOf(folder));
    }

    private void assertWrong(String csv, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("changed.csv"), csv);
        assertEquals("'" + file + "' does not hold the losses of a run: " + problem, messageOf(file));
    }

    private static String messageOf(Path path) {
        RunRecordException e = assertThrows(RunRecordException.class, () -> RunRecordFile.readLosses(path));
        return String.valueOf(e.getMessage());
    }

    /** Returns all that a series holds, comparable even where it holds no number. */
    static List<Long> bits(LossSeries losses) {
        return IntStream.range(0, losses.size())
                .boxed()
                .flatMap(i -> Stream.of(
                        Double.doubleToLongBits(losses.loss(i)), Double.doubleToLongBits(losses.learningRate(i))))
                .toList();
    }
}
