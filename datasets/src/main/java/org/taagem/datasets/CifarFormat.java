package org.taagem.datasets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.taagem.data.DataFile;
import org.taagem.data.DataFileException;
import org.taagem.data.Dataset;
import org.taagem.data.Sha256;
import org.taagem.data.TrainTest;
import org.taagem.pickle.NumpyType;
import org.taagem.pickle.PickleException;
import org.taagem.pickle.PickleLimits;
import org.taagem.pickle.PickleReader;
import org.taagem.pickle.PickleValue;

/**
 * CIFAR-10: five batches to train on and one to test with, of colour images that are turned grey.
 *
 * @param version how the batches are written
 * @param batchSize images per batch
 */
record CifarFormat(Version version, int batchSize) implements DataFormat {
    /** How the batches are written. */
    enum Version {
        /** The binary version: a byte for the label and then the pixels, image by image. */
        BINARY(".bin", "cifar-10-batches-bin"),
        /** The Python version: a pickled dictionary of an array and a list. */
        PYTHON("", "cifar-10-batches-py");

        private final String suffix;
        private final String folder;

        Version(String suffix, String folder) {
            this.suffix = suffix;
            this.folder = folder;
        }
    }

    private static final String REMEDY = "Replace it by the file as published";
    private static final List<String> BATCHES =
            List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch");

    /** What a pickle may hold beside the pixels: labels, and the names of the files that the images were. */
    private static final long BYTES_BESIDE = 1 << 20;

    @Override
    public List<String> fileNames() {
        return BATCHES.stream().map(name -> name + version.suffix).toList();
    }

    @Override
    public List<String> subfolders() {
        return List.of(version.folder);
    }

    @Override
    public TrainTest read(KnownDataset dataset, Map<String, DataFile> files, String source) throws IOException {
        Map<String, String> sums = new HashMap<>();
        List<String> names = fileNames();
        int last = names.size() - 1;
        Dataset train = part(dataset, names.subList(0, last), files, sums);
        Dataset test = part(dataset, names.subList(last, last + 1), files, sums);
        return new TrainTest(dataset.name(), train, test, source, sums, List.of(), Optional.empty());
    }

    private Dataset part(
            KnownDataset dataset, List<String> names, Map<String, DataFile> files, Map<String, String> sums)
            throws IOException {
        GreyImages images = new GreyImages(dataset.facts());
        for (String name : names) {
            DataFile file = Objects.requireNonNull(files.get(name));
            Sha256 sum = new Sha256();
            try (InputStream in = new BufferedInputStream(sum.watch(file.open()))) {
                if (version == Version.BINARY) {
                    readBinary(in, new Batch(file, dataset.facts()), images);
                } else {
                    readPickle(in, new Batch(file, dataset.facts()), images);
                }
            }
            sums.put(name, sum.hex());
        }
        return images.dataset();
    }

    private void readBinary(InputStream in, Batch batch, GreyImages images) throws IOException {
        byte[] image = new byte[1 + batch.imageBytes()];
        for (int i = 0; i < batchSize; i++) {
            int count = in.readNBytes(image, 0, image.length);
            if (count < image.length) {
                throw batch.bad("holds " + ((long) i * image.length + count) + " bytes; expected "
                        + (long) batchSize * image.length + ", " + batchSize + " images");
            }
            images.add(batch.label(i, Byte.toUnsignedInt(image[0])), image, 1);
        }
        if (in.read() >= 0) {
            throw batch.bad("holds more than " + (long) batchSize * image.length + " bytes, " + batchSize + " images");
        }
    }

    private PickleLimits limits(Batch batch) {
        long bytes = (long) batchSize * (batch.imageBytes() + 64) + BYTES_BESIDE;
        return new PickleLimits(bytes, 4 * bytes);
    }

    private void readPickle(InputStream in, Batch batch, GreyImages images) throws IOException {
        PickleValue value;
        try {
            value = PickleReader.read(in, limits(batch));
        } catch (PickleException e) {
            throw batch.bad(String.valueOf(e.getMessage()));
        }
        if (!(value instanceof PickleValue.Dict dict)
                || !(dict.get("data").orElse(value) instanceof PickleValue.Array data)
                || !data.type().equals(NumpyType.UNSIGNED_BYTE)
                || !(dict.get("labels").orElse(value) instanceof PickleValue.Items labels)) {
            throw batch.bad("is no pickled dictionary with an array 'data' and a list 'labels'");
        }
        if (!data.shape().equals(List.of((long) batchSize, (long) batch.imageBytes()))
                || labels.values().size() != batchSize) {
            throw batch.bad("has 'data' of shape " + data.shape() + " and "
                    + labels.values().size() + " labels; expected [" + batchSize + ", " + batch.imageBytes() + "] and "
                    + batchSize);
        }
        for (int i = 0; i < batchSize; i++) {
            long label = labels.values().get(i) instanceof PickleValue.Int number ? number.value() : -1;
            images.add(batch.label(i, label), data.bytes(), i * batch.imageBytes());
        }
    }

    /** One file, and what its images are like. */
    private record Batch(DataFile file, DatasetFacts facts) {
        int imageBytes() {
            return 3 * facts.shape().pixels();
        }

        int label(int image, long label) throws DataFileException {
            if (label < 0 || label >= facts.classes()) {
                throw bad("label " + image + " is " + label + "; expected 0.." + (facts.classes() - 1));
            }
            return (int) label;
        }

        DataFileException bad(String problem) {
            return new DataFileException(file.name(), problem, REMEDY);
        }
    }
}
