package org.taagem.learn;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.nn.Gradient;
import org.taagem.nn.LearningRate;
import org.taagem.nn.Mlp;
import org.taagem.nn.Sgd;
import org.taagem.random.SeededRandom;
import org.taagem.testing.ParityVectors;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Twelve steps of the Python original: the same samples and the same memory batches must give the same network. */
class AgemParityTest {
    private static final double TOLERANCE = 1e-5;

    @Test
    void steps_ofTheOriginal_giveItsLossesAndParameters() {
        JsonNode original = ParityVectors.read("agem_steps.json");
        Mlp network = new Mlp(sizes(original.get("layers")), new SeededRandom(1));
        network.setParameters(parameters(original.get("initial_parameters")));
        Sgd sgd = new Sgd(LearningRate.constant(original.get("lr").doubleValue()));
        Gradient g = network.newGradient();
        Gradient gRef = network.newGradient();

        assertEquals(12, original.get("steps").size());
        for (JsonNode step : original.get("steps")) {
            double loss = g.compute(batch(step.get("x"), step.get("y")));
            assertEquals(step.get("loss").doubleValue(), loss, TOLERANCE);
            if (step.hasNonNull("memory_x")) {
                gRef.compute(batch(step.get("memory_x"), step.get("memory_y")));
                assertEquals(step.get("dot").doubleValue(), g.dot(gRef), TOLERANCE);
                new AgemProjection().project(g, gRef);
            }
            sgd.step(g, loss);
            assertArrayEquals(parameters(step.get("parameters_after")), network.parameters(), (float) TOLERANCE);
        }
    }

    private static List<Integer> sizes(JsonNode layers) {
        List<Integer> sizes = new ArrayList<>();
        layers.forEach(size -> sizes.add(size.intValue()));
        return sizes;
    }

    private static Batch batch(JsonNode x, JsonNode y) {
        Sample[] samples = new Sample[x.size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Samples.sample(i, y.get(i).intValue(), ParityVectors.floats(x.get(i)));
        }
        return Batch.of(samples);
    }

    /** Weights come as {@code [outputs][inputs]}, biases after them; ours are {@code [inputs][outputs]}. */
    private static float[] parameters(JsonNode tensors) {
        List<Float> all = new ArrayList<>();
        for (int l = 0; l < tensors.size(); l += 2) {
            JsonNode weights = tensors.get(l);
            for (int i = 0; i < weights.get(0).size(); i++) {
                for (int j = 0; j < weights.size(); j++) {
                    all.add((float) weights.get(j).get(i).doubleValue());
                }
            }
            tensors.get(l + 1).forEach(bias -> all.add((float) bias.doubleValue()));
        }
        float[] parameters = new float[all.size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = all.get(i);
        }
        return parameters;
    }
}
