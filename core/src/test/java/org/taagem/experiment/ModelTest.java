package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.taagem.data.FeatureVector;
import org.taagem.nn.Ensemble;
import org.taagem.nn.Kernels;
import org.taagem.nn.Mlp;
import org.taagem.random.SeededRandom;
import org.taagem.state.StateException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ModelTest {
    private static final int CHECKSUM = 32;
    private static final Model MODEL = new Model(
            Provenance.of("1.2", "abc", Map.of("seed", 5, "strategy", "sgd")),
            OnlineStreams.SPACE,
            new Ensemble(List.of(network(2), network(3))));

    private static Mlp network(long seed) {
        return new Mlp(List.of(6, 4, 3), new SeededRandom(seed));
    }

    private static byte[] bytes() throws IOException {
        Path file = Files.createTempFile("model", ".taagem");
        MODEL.write(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static Model read(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("model", ".taagem");
        try {
            Files.write(file, bytes);
            return Model.read(file, Kernels.plain());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void read_written_isTheSame() throws IOException {
        Model read = read(bytes());
        FeatureVector input = FeatureVector.of(1, 0, -1, 0.5f, 0, 2);

        assertEquals(MODEL.origin(), read.origin());
        assertEquals(MODEL.samples(), read.samples());
        for (int m = 0; m < 2; m++) {
            assertArrayEquals(
                    MODEL.answering().members().get(m).parameters(),
                    read.answering().members().get(m).parameters());
        }
        assertArrayEquals(
                MODEL.answering().probabilities(input), read.answering().probabilities(input));
    }

    @Test
    void probabilities_anyInput_sumUpToOneAndFavourThePrediction() {
        FeatureVector input = FeatureVector.of(1, 0, -1, 0.5f, 0, 2);
        double[] probabilities = MODEL.answering().probabilities(input);
        int predicted = MODEL.answering().predict(List.of(input))[0];

        assertEquals(3, probabilities.length);
        assertEquals(1, Arrays.stream(probabilities).sum(), 1e-15);
        assertEquals(Arrays.stream(probabilities).max().orElseThrow(), probabilities[predicted]);
    }

    @Test
    void new_networkForOtherSamples_isRefused() {
        Ensemble other = new Ensemble(List.of(new Mlp(List.of(5, 3), new SeededRandom(2))));
        assertThrows(IllegalArgumentException.class, () -> new Model(MODEL.origin(), OnlineStreams.SPACE, other));
    }

    /** With a checksum that fits, as somebody could make on purpose: a model that answers, or one clear error. */
    @Property(tries = 500)
    void read_hostile_isRefusedOrAnswers(@ForAll @IntRange(min = 0, max = 100_000) int place, @ForAll byte value)
            throws IOException, NoSuchAlgorithmException {
        byte[] hostile = bytes();
        hostile[place % (hostile.length - CHECKSUM)] = value;
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(hostile, 0, hostile.length - CHECKSUM);
        System.arraycopy(sha256.digest(), 0, hostile, hostile.length - CHECKSUM, CHECKSUM);
        try {
            Model model = read(hostile);
            float[] features = new float[model.samples().features()];
            assertEquals(model.samples().room(), model.answering().probabilities(FeatureVector.of(features)).length);
        } catch (StateException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count());
        }
    }
}
