package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.experiment.OnlineFile.Header;
import org.taagem.experiment.OnlineFile.Position;
import org.taagem.experiment.OnlineFile.Saved;
import org.taagem.learn.ContinualLearner;
import org.taagem.nn.Kernels;
import org.taagem.nn.Mlp;
import org.taagem.state.StateException;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OnlineLearnerTest {
    private static final Header HEADER = new Header(
            Provenance.of("1.2", "abc", OnlineStreams.config().toMap()),
            OnlineStreams.SPACE,
            new Position("/data/a.csv", 17, -5));

    private final Path folder;

    OnlineLearnerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void learn_fullBatch_testsItAndThenLearnsIt() {
        OnlineLearner learner = OnlineStreams.learner();
        LearnerFactory factory = new LearnerFactory(OnlineStreams.config().learner(), Kernels.plain());
        Mlp network = factory.network(6, 3);
        ContinualLearner plain = factory.create(network, 1).learner();
        int right = 0;
        List<Sample> samples = OnlineStreams.samples(40);
        for (int i = 0; i < 40; i++) {
            assertEquals(
                    i % 4 == 3,
                    learner.learn(samples.get(i).features(), samples.get(i).label()));
        }
        for (int first = 0; first < 40; first += 4) {
            List<Sample> batch = samples.subList(first, first + 4);
            int[] predicted = plain.predict(batch.stream().map(Sample::features).toList());
            for (int i = 0; i < 4; i++) {
                right += predicted[i] == batch.get(i).label() ? 1 : 0;
            }
            plain.observe(Batch.of(batch.toArray(Sample[]::new)));
        }

        assertEquals(40, learner.accuracy().tested());
        assertEquals(right, learner.accuracy().right());
        assertArrayEquals(
                network.parameters(), learner.answering().members().get(0).parameters());
        assertEquals(10, learner.steps());
        assertTrue(learner.memorySize() > 0);
    }

    @Test
    void finish_samplesWait_learnsThemAsASmallerBatch() {
        OnlineLearner learner = OnlineStreams.learner();
        OnlineStreams.learn(learner, OnlineStreams.samples(6));
        assertEquals(4, learner.accuracy().tested());
        learner.finish();
        learner.finish();

        assertEquals(6, learner.accuracy().tested());
        assertEquals(2, learner.steps());
        assertEquals(6, learner.samples());
    }

    /** Wherever the break is: in the middle of a batch, and before the first. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 40, 61})
    void restore_atAnySample_goesOnBitForBit(int before) throws IOException {
        List<Sample> samples = OnlineStreams.samples(100);
        OnlineLearner unbroken = OnlineStreams.learner();
        OnlineStreams.learn(unbroken, samples);
        OnlineLearner first = OnlineStreams.learner();
        OnlineStreams.learn(first, samples.subList(0, before));
        OnlineLearner second = restored(write("a", first));
        OnlineStreams.learn(second, samples.subList(before, 100));

        assertEquals(unbroken.accuracy().right(), second.accuracy().right());
        assertEquals(unbroken.loss(), second.loss());
        assertArrayEquals(Files.readAllBytes(write("b", unbroken)), Files.readAllBytes(write("c", second)));
    }

    @Test
    void read_header_isThatWritten() throws IOException {
        Path file = write("a", OnlineStreams.learner());
        Saved saved = OnlineFile.read(file, header -> {
            assertEquals(HEADER, header);
            return OnlineStreams.learner();
        });

        assertEquals(HEADER, saved.header());
    }

    @Test
    void read_learnerOfOtherSize_namesTheDifference() throws IOException {
        Path file = write("a", OnlineStreams.learner());
        OnlineLearner other =
                new OnlineLearner(OnlineStreams.config(), new OnlineLearner.Stream(7, 3), Kernels.plain());
        StateException e = assertThrows(StateException.class, () -> OnlineFile.read(file, header -> other));

        assertEquals(
                file + ": state.learner.network.sizes is [6, 5, 3]; expected [7, 5, 3]."
                        + " It is the state of something made otherwise, or not by taagem",
                e.getMessage());
    }

    @Test
    void lookBack_otherWindow_isKeptInTheState() throws IOException {
        OnlineLearner learner = OnlineStreams.learner();
        OnlineStreams.learn(learner, OnlineStreams.samples(40));
        learner.lookBack(7);
        assertEquals(7, learner.accuracy().windowSize());

        assertEquals(7, restored(write("a", learner)).accuracy().window());
        assertEquals(40, learner.accuracy().tested());
    }

    @Test
    void learn_lossBecomesInfinite_diverges() {
        OnlineLearner learner = OnlineStreams.learner();
        Sample huge = Samples.sample(0, 0, 1e30f, -1e30f, 1e30f, 1e30f, 1e30f, 1e30f);
        assertFalse(learner.learn(huge.features(), 0));
        assertThrows(DivergedException.class, () -> {
            for (int i = 0; i < 100; i++) {
                learner.learn(huge.features(), i % 3);
            }
        });
    }

    private Path write(String name, OnlineLearner learner) throws IOException {
        Path file = folder.resolve(name);
        OnlineFile.write(file, new Saved(HEADER, learner));
        return file;
    }

    private static OnlineLearner restored(Path file) throws IOException {
        return OnlineFile.read(file, header -> OnlineStreams.learner()).learner();
    }
}
