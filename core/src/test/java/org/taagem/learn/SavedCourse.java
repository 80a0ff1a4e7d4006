package org.taagem.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.taagem.data.Batch;
import org.taagem.memory.Memories;
import org.taagem.random.SeededRandom;
import org.taagem.state.StateFile;
import org.taagem.state.Stateful;
import org.taagem.testing.Samples;

/** A TA-A-GEM learner that has been learning for a while, in a file. */
public final class SavedCourse {
    public static final String KIND = "learner";

    private SavedCourse() {}

    private static Course course() {
        return new Course(
                Learners.rehearsing().get(0),
                Memories.all().get(0).factory().make(new SeededRandom(3)),
                ReferenceBatch.BATCH,
                1);
    }

    private static List<Batch> batches(int seed) {
        SeededRandom random = new SeededRandom(seed);
        List<Batch> batches = new ArrayList<>();
        for (int step = 0; step < 20; step++) {
            batches.add(Samples.randomBatch(5 * step, 5, Course.SHAPE, random));
        }
        return batches;
    }

    public static byte[] bytes() {
        try {
            Path file = Files.createTempFile("learner", ".taagem");
            write(file, course().train(batches(1)));
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Restores a learner and has it learn and predict. */
    public static void readAndLearnOn(Path file) throws IOException {
        Course course = course();
        read(file, course);
        course.train(batches(2));
        course.learner.predict(List.of(batches(2).get(0).get(0).features()));
    }

    static void write(Path file, Course course) throws IOException {
        StateFile.write(file, KIND, ((Stateful) course.learner)::save);
    }

    static void read(Path file, Course course) throws IOException {
        StateFile.read(file, List.of(KIND), in -> {
            ((Stateful) course.learner).restore(in);
            return course;
        });
    }
}
