package org.taagem.report;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.io.NumberOutput;
import org.taagem.experiment.LossSeries;

/** A {@link LossSeries} as a CSV file. */
final class LossTable {
    private static final String HEADER = "step,loss,learning_rate";

    private LossTable() {}

    static void write(LossSeries losses, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(HEADER + "\n");
        for (int i = 0; i < losses.size(); i++) {
            writer.write(i + 1 + "," + text(losses.loss(i)) + "," + text(losses.learningRate(i)) + "\n");
        }
        writer.flush();
    }

    /** The shortest digits that read back to the same number, the same on every version of Java. */
    private static String text(double number) {
        return NumberOutput.toString(number, true);
    }

    static LossSeries read(Path file) throws RunRecordException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String header = reader.readLine();
            if (!HEADER.equals(header)) {
                throw wrong(file, 1, header == null ? "" : header, HEADER);
            }
            LossSeries losses = new LossSeries(0);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                addRow(losses, line, file);
            }
            return losses;
        } catch (RunRecordException e) {
            throw e;
        } catch (IOException e) {
            throw FileProblem.cannotRead(file, e);
        }
    }

    private static void addRow(LossSeries losses, String line, Path file) throws RunRecordException {
        int step = losses.size() + 1;
        String[] cells = line.split(",", -1);
        try {
            if (cells.length == 3 && Integer.parseInt(cells[0]) == step) {
                losses.add(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
                return;
            }
        } catch (NumberFormatException e) {
            // told below, as any other row that is wrong
        }
        throw wrong(file, step + 1, line, step + ", the loss and the learning rate, with commas between");
    }

    private static RunRecordException wrong(Path file, int line, String got, String expected) {
        return new RunRecordException("'" + file + "' does not hold the losses of a run: line " + line + " is '" + got
                + "'; expected " + expected);
    }
}
