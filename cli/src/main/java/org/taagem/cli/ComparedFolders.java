package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.taagem.experiment.ConfigException;

/** The folders of a comparison. */
final class ComparedFolders {
    private ComparedFolders() {}

    /**
     * Names folders as briefly as tells them apart.
     *
     * @return the folders by name, in their order
     * @throws ConfigException if one is there twice, or lies in another: its runs would be compared with themselves
     */
    static Map<String, Path> byName(List<Path> folders) throws IOException {
        for (int i = 0; i < folders.size(); i++) {
            for (int j = 0; j < folders.size(); j++) {
                if (i != j && real(folders.get(j)).startsWith(real(folders.get(i)))) {
                    throw new ConfigException(
                            real(folders.get(i)).equals(real(folders.get(j)))
                                    ? "'" + folders.get(j) + "' is given twice; give each folder once"
                                    : "'" + folders.get(j) + "' lies in '" + folders.get(i)
                                            + "', so its runs would be compared with themselves; leave out one of the"
                                            + " two");
                }
            }
        }
        boolean shortNames =
                folders.stream().map(ComparedFolders::name).distinct().count() == folders.size();
        Map<String, Path> byName = new LinkedHashMap<>();
        folders.forEach(folder -> byName.put(shortNames ? name(folder) : folder.toString(), folder));
        return byName;
    }

    private static Path real(Path folder) throws IOException {
        return Files.exists(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
    }

    private static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }
}
