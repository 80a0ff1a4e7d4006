package org.taagem.datasets.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.taagem.data.DataFileException;
import org.taagem.datasets.TextOrder;

/** What lies in a folder of images: a folder for each class, and in each the images, in the order of their names. */
final class ImageFolders {
    private ImageFolders() {}

    /** Returns the names of the classes of a folder, in the order of their numbers. */
    static List<String> classes(Path folder) throws IOException {
        List<String> names = names(folder, Files::isDirectory);
        if (names.size() < 2) {
            throw new DataFileException(
                    folder.toString(),
                    "holds " + (names.size() == 1 ? "1 folder" : names.size() + " folders")
                            + "; expected one for each of at least 2 classes",
                    "Put the images of each class into a folder named after it");
        }
        return TextOrder.sorted(names);
    }

    /** Returns the images of a class. */
    static List<Path> images(Path folder) throws IOException {
        List<Path> images = new ArrayList<>();
        for (String name : names(folder, path -> true)) {
            Path file = folder.resolve(name);
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.endsWith(".png") && !lower.endsWith(".jpg") && !lower.endsWith(".jpeg")) {
                throw new DataFileException(
                        file.toString(), "is no .png, .jpg or .jpeg", "Take it out of the folder, or convert it");
            }
            images.add(file);
        }
        if (images.isEmpty()) {
            throw new DataFileException(folder.toString(), "holds no images", "Put some there, or remove the folder");
        }
        return images;
    }

    private static List<String> names(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".")) // such as .DS_Store
                    .sorted()
                    .toList();
        }
    }
}
