package org.taagem.datasets;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.taagem.data.DataFile;
import org.taagem.data.Dataset;
import org.taagem.data.IdxFiles;
import org.taagem.data.ImageShape;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;

/**
 * Four IDX files, as MNIST has them.
 *
 * @param fileNames their published names, in the order of {@link IdxFiles#NAMES}
 * @param transposed whether rows and columns of the images are interchanged in the files, as EMNIST has it
 */
record IdxFormat(List<String> fileNames, boolean transposed) implements DataFormat {
    /** The names and the orientation of MNIST. */
    static final IdxFormat MNIST = new IdxFormat(IdxFiles.NAMES, false);

    IdxFormat {
        fileNames = List.copyOf(fileNames);
        if (fileNames.size() != IdxFiles.NAMES.size()) {
            throw new IllegalArgumentException(
                    "there are " + fileNames.size() + " names; expected " + IdxFiles.NAMES.size());
        }
    }

    /** Where torchvision keeps them, and where EMNIST's archive has them. */
    @Override
    public List<String> subfolders() {
        return List.of("raw", "gzip");
    }

    /** Kaggle has a dot for the second-last hyphen: {@code train-images.idx3-ubyte}. */
    @Override
    public List<String> spellings(String name) {
        return List.of(name, name.replace("-idx", ".idx"));
    }

    @Override
    public TrainTest read(KnownDataset dataset, Map<String, DataFile> files, String source) throws IOException {
        TrainTest read = IdxFiles.of(name -> Objects.requireNonNull(files.get(ourName(name))))
                .read(dataset.name(), dataset.facts().classes(), source);
        Map<String, String> sha256 = new HashMap<>();
        read.sha256().forEach((name, sum) -> sha256.put(ourName(name), sum));
        return new TrainTest(
                read.name(),
                upright(read.train()),
                upright(read.test()),
                source,
                sha256,
                read.nativeTasks(),
                read.encoding());
    }

    private String ourName(String name) {
        return fileNames.get(IdxFiles.NAMES.indexOf(name));
    }

    private Dataset upright(Dataset dataset) {
        if (!transposed) {
            return dataset;
        }
        ImageShape shape = dataset.shape().orElseThrow();
        int[] destinations = new int[shape.pixels()];
        for (int pixel = 0; pixel < destinations.length; pixel++) {
            destinations[pixel] = pixel % shape.width() * shape.height() + pixel / shape.width();
        }
        ImageShape turned = new ImageShape(/* height= */ shape.width(), /* width= */ shape.height());
        return new Dataset(
                dataset.features(),
                dataset.classes(),
                Optional.of(turned),
                dataset.samples().stream()
                        .map(sample ->
                                new Sample(sample.id(), sample.features().permuted(destinations), sample.label()))
                        .toList());
    }
}
