package org.taagem.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.cli.Program.Run;
import org.taagem.experiment.RunRecord;
import org.taagem.report.RunRecordFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A user's own data from the files to the answers of the model: learned, recorded, asked. */
class OwnDataIT {
    private static final List<String> QUICK =
            List.of("--set", "num_epochs=10", "--set", "learning_rate=0.1", "--set", "hidden_dim=32");

    private final Path folder;
    private final Program program;

    OwnDataIT(@TempDir Path folder) {
        this.folder = folder;
        program = new Program(folder);
    }

    private Path train(String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(QUICK);
        return program.train(all.toArray(String[]::new));
    }

    /** Returns the accuracy at the end, on the test samples of all tasks. */
    private static double accuracy(RunRecord record) {
        return record.evaluations().get(record.evaluations().size() - 1).overallAccuracy();
    }

    /** Rows whose label hangs on a category and on whether a number is above 50; the months are tasks if asked for. */
    private void writeTable() throws IOException {
        Random random = new Random(5);
        List<String> rows = new ArrayList<>(List.of("month,height,\"kind, of\",class"));
        for (int i = 0; i < 600; i++) {
            double height = 100 * random.nextDouble();
            boolean tree = random.nextBoolean();
            rows.add((i < 300 ? "may" : "june") + "," + height + "," + (tree ? "tree" : "bush") + ","
                    + (height > 50 == tree ? "keep" : "cut"));
        }
        Files.write(folder.resolve("plants.csv"), rows);
    }

    @Test
    void table_learnedRecordedAndAsked_answersByName() throws Exception {
        writeTable();
        Path run = train("--dataset", "csv:plants.csv", "--task-type", "native", "--set", "task_column=month");

        RunRecord record = RunRecordFile.read(run);
        assertEquals(List.of("may", "june"), record.stream().tasks());
        assertEquals(List.of(240, 240), record.stream().trainSamples());
        assertEquals(List.of("cut", "keep"), record.stream().encoding().get("classes"));
        assertTrue(accuracy(record) > 0.9, () -> record.evaluations().toString());
        Files.writeString(folder.resolve("ask.csv"), "extra,\"kind, of\",height\n1,tree,90\n1,bush,90\n1,tree,10\n");
        Run asked = program.run("predict", run.toString(), "--from", "ask.csv");
        assertEquals(new Run(0, List.of("class", "keep", "cut", "cut"), List.of()), asked);
    }

    /** A table without a column of tasks, as it is. */
    @Test
    void table_withoutTasks_isOneTask() throws Exception {
        writeTable();
        Path run = train("--dataset", "csv:plants.csv", "--task-type", "native");

        RunRecord record = RunRecordFile.read(run);
        assertEquals(List.of("csv:plants.csv"), record.stream().tasks());
        assertEquals(List.of(480), record.stream().trainSamples());
        Run asked = program.run("predict", run.toString(), "--from", "plants.csv", "-o", "answers.csv");
        assertTrue(asked.out().get(0).matches("accuracy 0\\.9\\d+ \\(\\d+ of 600 right\\)"), () -> asked.toString());
    }

    @Test
    void images_learnedRecordedAndAsked_answersByName() throws Exception {
        Random random = new Random(5);
        for (Map.Entry<String, Integer> colour :
                Map.of("red", 0xC00000, "green", 0x00C000, "blue", 0x0000C0).entrySet()) {
            Path images = Files.createDirectories(folder.resolve("photos").resolve(colour.getKey()));
            for (int i = 0; i < 20; i++) {
                BufferedImage image = new BufferedImage(6, 5, BufferedImage.TYPE_INT_RGB);
                for (int p = 0; p < 30; p++) {
                    image.setRGB(p % 6, p / 6, colour.getValue() | random.nextInt(0x40) * 0x010101);
                }
                ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
            }
        }
        Path run = train("--dataset", "images:photos", "--set", "image_mode=rgb", "--task-type", "native");

        RunRecord record = RunRecordFile.read(run);
        assertEquals(List.of("blue", "green", "red"), record.stream().encoding().get("classes"));
        assertEquals(1.0, accuracy(record));
        String green = IntStream.range(0, 90)
                .mapToObj(i -> i / 30 == 1 ? "0.8" : "0.1")
                .collect(Collectors.joining(","));
        Files.writeString(folder.resolve("ask.csv"), green + "\n");
        Run asked = program.run("predict", run.toString(), "--from", "ask.csv");
        assertEquals(new Run(0, List.of("class", "green"), List.of()), asked);
    }

    @Test
    void predict_ofInputsLearnedInAnotherForm_saysSo() throws Exception {
        writeTable();
        Path run = train("--dataset", "csv:plants.csv", "--set", "categorical=[month,2,3]");
        Run asked = program.run("predict", run.toString(), "--from", "plants.csv", "-o", "answers.csv");

        assertEquals(
                List.of(
                        "taagem: note: the model has learned features in permuted orders (task_type permutation), so its"
                                + " answers for rows as they stand mean nothing"),
                asked.err());
        assertEquals(0, asked.exit());
    }
}
