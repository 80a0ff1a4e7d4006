package org.taagem.datasets.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.taagem.data.DataFile;
import org.taagem.data.DataFileException;
import org.taagem.data.Dataset;
import org.taagem.data.DatasetLoader;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.IdxFiles;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;

/**
 * Loads images of any size from a folder with the four IDX files that MNIST has, under their names: {@code idx:DIR}. Each
 * may be plain or compressed, and be spelt with a dot ({@code train-images.idx3-ubyte}).
 */
public final class IdxLoader implements DatasetLoader {
    private static final int MOST_CLASSES = 256;

    /** Makes the loader. */
    public IdxLoader() {}

    @Override
    public String name() {
        return "idx";
    }

    @Override
    public String description() {
        return "images in the four files that MNIST has: idx:DIR";
    }

    @Override
    public Set<String> keys() {
        return Set.of("num_classes");
    }

    @Override
    public TrainTest load(DatasetRequest request) throws IOException {
        Path folder = LoaderFolder.of(request, "idx:DIR, such as idx:my-images");
        request.settings().test().data().ifPresent(path -> {
            throw new DatasetRequestException("test_data is '" + path + "', which data set " + request.name()
                    + " does not use, for its folder holds the test data; leave it out");
        });
        int most = request.settings().images().classes().orElse(MOST_CLASSES);
        if (most > MOST_CLASSES) {
            throw new DatasetRequestException(
                    "num_classes is " + most + "; expected at most " + MOST_CLASSES + ", for IDX labels are bytes");
        }
        TrainTest data = files(folder).read(request.name(), most, "folder " + folder);
        int classes = request.settings().images().classes().orElseGet(() -> classes(data));
        if (classes < 2) {
            throw new DataFileException(
                    folder.toString(),
                    "has one label alone, 0; expected at least 2 classes",
                    "Name a folder with images of several classes");
        }
        return new TrainTest(
                data.name(),
                with(data.train(), classes),
                with(data.test(), classes),
                data.source(),
                data.sha256(),
                List.of(),
                Optional.empty());
    }

    private static IdxFiles files(Path folder) throws DataFileException {
        Map<String, DataFile> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : IdxFiles.NAMES) {
            Optional<Path> file = Stream.of(name, name.replace("-idx", ".idx"))
                    .flatMap(spelling -> Stream.of(spelling, spelling + ".gz"))
                    .map(folder::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst();
            file.ifPresentOrElse(path -> found.put(name, DataFile.of(path)), () -> missing.add(name));
        }
        if (!missing.isEmpty()) {
            throw new DataFileException(
                    folder.toString(), "lacks " + String.join(", ", missing) + " (plain or .gz)", "Put them there");
        }
        return IdxFiles.of(name -> Objects.requireNonNull(found.get(name)));
    }

    private static int classes(TrainTest data) {
        return 1
                + Stream.of(data.train(), data.test())
                        .flatMap(part -> part.samples().stream())
                        .mapToInt(Sample::label)
                        .max()
                        .orElse(0);
    }

    private static Dataset with(Dataset part, int classes) {
        return new Dataset(part.features(), classes, part.shape(), part.samples());
    }
}
