package org.taagem.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.taagem.data.DataSettings;
import org.taagem.data.DatasetLoader;
import org.taagem.data.DatasetLoaders;
import org.taagem.data.DatasetRequest;
import org.taagem.data.DatasetRequestException;
import org.taagem.data.Spelling;
import org.taagem.datasets.DatasetFinder;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.ConfigReader;

/**
 * The part of a configuration that says which data is learned.
 *
 * @param dataset name of the data set: a built-in one, or that of a loader, with its argument after a colon; or the names
 *     of several, one after the other, with commas between
 * @param dataDir where the user wants a built-in data set looked for, if anywhere
 * @param lite whether only the part of it that comes with taagem is used
 * @param settings how a user's own data is read
 */
record DataKeys(String dataset, Optional<Path> dataDir, boolean lite, DataSettings settings) {
    private static final int LONGEST_SHORT_NAME = 60;

    /**
     * Reads the keys of data.
     *
     * @throws ConfigException if one is missing or not allowed
     */
    static DataKeys read(ConfigReader reader) {
        String dataDir = reader.text("data_dir");
        return new DataKeys(
                dataset(reader),
                dataDir.isEmpty() ? Optional.empty() : Optional.of(PathText.parse("data_dir", dataDir)),
                reader.flag("lite"),
                DataSettingKeys.read(reader));
    }

    private static String dataset(ConfigReader reader) {
        String names = TrainSettings.notEmpty(reader, "dataset_name");
        parts(names).forEach(DataKeys::checkKnown);
        return names;
    }

    /** Returns the names of data sets that come one after the other. A comma may also be part of a loader's argument. */
    private static List<String> parts(String names) {
        List<String> known = new ArrayList<>(DatasetFinder.names());
        known.addAll(loaders());
        List<String> parts = new ArrayList<>();
        for (String part : names.split(",", -1)) {
            int last = parts.size() - 1;
            boolean begins = known.contains(DatasetRequest.loaderOf(part.strip()));
            if (begins || last < 0 || parts.get(last).indexOf(':') < 0) {
                parts.add(part.strip());
            } else {
                parts.set(last, parts.get(last) + "," + part);
            }
        }
        return parts;
    }

    private static void checkKnown(String name) {
        String loader = DatasetRequest.loaderOf(name);
        List<String> builtIn = DatasetFinder.names();
        if (builtIn.contains(name) || loaders().contains(loader)) {
            return;
        }
        if (builtIn.contains(loader)) {
            throw new ConfigException("dataset_name is '" + name + "'; expected " + loader
                    + ", for a built-in data set takes nothing after its name");
        }
        TreeSet<String> known = new TreeSet<>(builtIn);
        known.addAll(loaders());
        throw new ConfigException("dataset_name is '" + name + "'; expected one of " + String.join(", ", known)
                + Spelling.meant(loader, known)
                        .map(meant -> meant + name.substring(loader.length()))
                        .or(() -> ofPath(name))
                        .map(meant -> "; did you mean '" + meant + "'?")
                        .orElse(""));
    }

    /** Returns how a path that somebody gave as a name was probably meant. */
    private static Optional<String> ofPath(String name) {
        Path path = PathText.parse("dataset_name", name);
        if (Files.isRegularFile(path)) {
            return Optional.of("csv:" + name);
        }
        return Files.isDirectory(path) ? Optional.of("images:" + name) : Optional.empty();
    }

    private static List<String> loaders() {
        try {
            return DatasetLoaders.all().stream().map(DatasetLoader::name).collect(Collectors.toList());
        } catch (DatasetRequestException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the keys of each data set, where there are several, one after the other. */
    List<DataKeys> parts() {
        return parts(dataset).stream()
                .map(name -> new DataKeys(name, dataDir, lite, settings))
                .toList();
    }

    /** Returns a name for folders: without the path of a file, and not too long. */
    String shortName() {
        int end = dataset.length();
        while (end > 0 && "/\\".indexOf(dataset.charAt(end - 1)) >= 0) {
            end--;
        }
        String trimmed = dataset.substring(0, end);
        int slash = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'));
        String name = slash < 0 ? trimmed : DatasetRequest.loaderOf(dataset) + "-" + trimmed.substring(slash + 1);
        return name.substring(Math.max(0, name.length() - LONGEST_SHORT_NAME));
    }

    /** Returns every key with the value in effect. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset_name", dataset);
        map.put("data_dir", dataDir.map(Path::toString).orElse(""));
        map.put("lite", lite);
        map.putAll(DataSettingKeys.toMap(settings));
        return map;
    }
}
