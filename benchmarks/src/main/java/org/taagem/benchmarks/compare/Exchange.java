package org.taagem.benchmarks.compare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.taagem.benchmarks.Course;
import org.taagem.benchmarks.Workload;
import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.random.Seeds;

/**
 * Everything that two programs need to take the same training steps: where the parameters start, the samples, and which of
 * them each step takes for its batch and for its reference batch.
 *
 * <p>As a file, little-endian: nine ints (a magic number, features, hidden units, classes, number of parameters, samples,
 * steps, samples per batch, samples per reference batch), the parameters as floats, the samples' features as floats
 * {@code [samples][features]}, their labels as ints, and per step the indices of its batch and then of its reference batch
 * as ints. {@code pytorch_step.py} reads it too.
 *
 * @param hiddenUnits units of each of the two hidden layers
 * @param start the parameters, in the order of {@link org.taagem.nn.Mlp#parameters()}
 * @param samples the samples, by index
 * @param batches {@code [steps][samples per batch]}, indices of samples
 * @param references {@code [steps][samples per reference batch]}, indices of samples
 */
@SuppressWarnings("ArrayRecordComponent") // data on its way to a file, never compared
public record Exchange(int hiddenUnits, float[] start, List<Sample> samples, int[][] batches, int[][] references) {
    private static final int MAGIC = 0x54414745;
    private static final int CLASSES = 10;
    private static final int HEADER = 9;

    /**
     * Takes steps out of a course: its batches, and draws from its memory as it is at each step.
     *
     * @param workload what a step has to do
     * @param steps how many
     * @return the steps, with the parameters that the course has before them
     */
    public static Exchange of(Workload workload, int steps) {
        Course course = new Course(workload, new Seeds(1));
        List<Sample> samples = new ArrayList<>();
        course.stream().tasks().forEach(task -> samples.addAll(task.train().samples()));
        Map<Integer, Integer> index = new HashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            index.put(samples.get(i).id(), i);
        }
        int[][] batches = new int[steps][];
        int[][] references = new int[steps][];
        for (int s = 0; s < steps; s++) {
            Batch batch = course.nextBatch();
            batches[s] = indices(batch, index);
            references[s] = indices(course.memory().sample(workload.referenceSize()), index);
            course.memory().add(batch.get(0));
        }
        return new Exchange(workload.hiddenUnits(), course.network().parameters(), samples, batches, references);
    }

    private static int[] indices(Batch batch, Map<Integer, Integer> indexOfId) {
        int[] indices = new int[batch.size()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = indexOfId.getOrDefault(batch.get(i).id(), -1);
        }
        return indices;
    }

    /**
     * Returns the layer sizes of the network.
     *
     * @return features, units of each hidden layer, classes
     */
    public List<Integer> layerSizes() {
        return List.of(samples.get(0).features().length(), hiddenUnits, hiddenUnits, CLASSES);
    }

    /**
     * Returns the samples with given indices.
     *
     * @param indices which samples
     * @return a batch of them
     */
    public Batch batch(int[] indices) {
        Sample[] chosen = new Sample[indices.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = samples.get(indices[i]);
        }
        return Batch.of(chosen);
    }

    /**
     * Writes the file.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        int features = samples.get(0).features().length();
        int rows = batches[0].length + references[0].length;
        int words = HEADER + start.length + samples.size() * (features + 1) + batches.length * rows;
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(4, words)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(MAGIC).putInt(features).putInt(hiddenUnits).putInt(CLASSES);
        buffer.putInt(start.length).putInt(samples.size()).putInt(batches.length);
        buffer.putInt(batches[0].length).putInt(references[0].length);
        put(buffer, start);
        samples.forEach(sample -> put(buffer, sample.features().toArray()));
        samples.forEach(sample -> buffer.putInt(sample.label()));
        for (int s = 0; s < batches.length; s++) {
            put(buffer, batches[s]);
            put(buffer, references[s]);
        }
        Files.write(file, buffer.array());
    }

    private static void put(ByteBuffer buffer, float[] values) {
        for (float value : values) {
            buffer.putFloat(value);
        }
    }

    private static void put(ByteBuffer buffer, int[] values) {
        for (int value : values) {
            buffer.putInt(value);
        }
    }

    /**
     * Reads the file.
     *
     * @param file where from
     * @return what was written
     * @throws IOException if it cannot be read
     */
    public static Exchange read(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int[] header = ints(buffer, HEADER);
        if (header[0] != MAGIC) {
            throw new IOException(file + " is not a file of this benchmark");
        }
        int features = header[1];
        float[] start = floats(buffer, header[4]);
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i < header[5]; i++) {
            vectors.add(FeatureVector.of(floats(buffer, features)));
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < header[5]; i++) {
            samples.add(new Sample(i, vectors.get(i), buffer.getInt()));
        }
        int[][] batches = new int[header[6]][];
        int[][] references = new int[header[6]][];
        for (int s = 0; s < batches.length; s++) {
            batches[s] = ints(buffer, header[7]);
            references[s] = ints(buffer, header[8]);
        }
        return new Exchange(header[2], start, samples, batches, references);
    }

    private static float[] floats(ByteBuffer buffer, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = buffer.getFloat();
        }
        return values;
    }

    private static int[] ints(ByteBuffer buffer, int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = buffer.getInt();
        }
        return values;
    }
}
