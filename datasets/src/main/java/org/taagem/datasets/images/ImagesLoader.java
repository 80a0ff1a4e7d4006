package org.taagem.datasets.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.taagem.data.DataFileException;
import org.taagem.data.Dataset;
import org.taagem.data.DatasetLoader;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.Encoding;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.random.Shuffle;

/**
 * Loads PNG and JPEG images from folders named after their classes: {@code images:DIR}, where the folders of the classes
 * lie in {@code DIR/train} and {@code DIR/test}, or in {@code DIR} itself.
 *
 * <p>Classes are numbered in ascending order of their names, as numbers if all are whole numbers. Images come in a random
 * order, drawn with the seed, for in the order of their classes every slice of them would show few classes.
 */
public final class ImagesLoader implements DatasetLoader {
    /** Makes the loader. */
    public ImagesLoader() {}

    @Override
    public String name() {
        return "images";
    }

    @Override
    public String description() {
        return "PNG and JPEG images in a folder for each class: images:DIR";
    }

    @Override
    public Set<String> keys() {
        return Set.of("test_data", "test_share", "image_size", "image_mode");
    }

    @Override
    public TrainTest load(DatasetRequest request) throws IOException {
        Path folder = LoaderFolder.of(request, "images:DIR, such as images:my-photos");
        boolean divided = isDivided(folder, request);
        Path trainFolder = divided ? folder.resolve("train") : folder;
        Optional<Path> testFolder = divided
                ? Optional.of(folder.resolve("test"))
                : request.settings().test().data();
        List<String> classes = ImageFolders.classes(trainFolder);
        ImageSamples reader = new ImageSamples(request.settings().images(), folder);
        List<Sample> samples = shuffled(read(trainFolder, classes, reader), request, "order");
        List<Sample> test;
        if (testFolder.isPresent()) {
            checkClasses(LoaderFolder.existing(testFolder.get()), classes);
            test = shuffled(read(testFolder.get(), classes, reader), request, "test order");
        } else {
            test = samples.subList(
                    0, heldOut(samples.size(), request.settings().test().share()));
            samples = samples.subList(test.size(), samples.size());
        }
        return new TrainTest(
                request.name(),
                dataset(samples, classes.size(), reader),
                dataset(test, classes.size(), reader),
                "folder " + folder,
                Map.of(folder.toString(), reader.sha256()),
                List.of(),
                Optional.of(new Encoding(List.of(), "", classes)));
    }

    private static boolean isDivided(Path folder, DatasetRequest request) {
        Optional<Path> testData = request.settings().test().data();
        boolean divided = Files.isDirectory(folder.resolve("train")) && Files.isDirectory(folder.resolve("test"));
        if (divided && testData.isPresent()) {
            throw new DatasetRequestException("test_data is '" + testData.get() + "', but " + folder
                    + " has folders train and test; leave test_data out, or name the folder train in dataset_name");
        }
        return divided;
    }

    private static void checkClasses(Path folder, List<String> classes) throws IOException {
        for (String name : ImageFolders.classes(folder)) {
            if (!classes.contains(name)) {
                throw new DataFileException(
                        folder.resolve(name).toString(),
                        "is a class that the training images do not have",
                        "Remove it, or add training images of it");
            }
        }
    }

    private static List<Sample> read(Path folder, List<String> classes, ImageSamples reader) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            Path ofClass = folder.resolve(classes.get(label));
            if (Files.isDirectory(ofClass)) {
                for (Path file : ImageFolders.images(ofClass)) {
                    samples.add(reader.read(samples.size(), file, label));
                }
            }
        }
        return samples;
    }

    private static List<Sample> shuffled(List<Sample> samples, DatasetRequest request, String seed) {
        List<Sample> shuffled = new ArrayList<>();
        for (int index : Shuffle.permutation(samples.size(), request.seeds().named(seed))) {
            shuffled.add(samples.get(index));
        }
        return shuffled;
    }

    /** There are at least two images, for there are two classes and none is empty. */
    private static int heldOut(int count, double share) {
        return (int) Math.min(count - 1L, Math.max(1L, Math.round(count * share)));
    }

    private static Dataset dataset(List<Sample> samples, int classes, ImageSamples reader) {
        return new Dataset(reader.shape().features(), classes, Optional.of(reader.shape()), samples);
    }
}
