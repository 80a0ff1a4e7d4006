package org.taagem.datasets;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What finding data needs of the machine.
 *
 * @param variables the environment variables
 * @param home the user's home folder
 * @param operatingSystem the name of the operating system, as Java's property {@code os.name} gives it
 * @param commands runs other programs
 * @param downloads how patient downloads are
 * @param progress tells the user what is being waited for
 */
public record Environment(
        Map<String, String> variables,
        Path home,
        String operatingSystem,
        CommandRunner commands,
        DownloadLimits downloads,
        Progress progress) {
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(10);

    public Environment {
        variables = Map.copyOf(variables);
    }

    /**
     * Returns this machine.
     *
     * @param progress tells the user what is being waited for
     * @return the real variables, home and programs
     */
    public static Environment system(Progress progress) {
        return new Environment(
                System.getenv(),
                Path.of(System.getProperty("user.home", "")),
                System.getProperty("os.name", ""),
                new ProcessRunner(System.getenv(), COMMAND_LIMIT),
                DownloadLimits.USUAL,
                progress);
    }

    /**
     * Returns the value of an environment variable. A blank one counts as not set.
     *
     * @param name its name
     * @return the value, if it is set
     */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * Returns the folder for what can be fetched again: {@code TAAGEM_HOME} if that is set, else {@code taagem} in the
     * platform's cache folder.
     *
     * @return an absolute path; the folder need not exist
     */
    public Path cacheFolder() {
        Path folder = variable("TAAGEM_HOME").map(Path::of).orElseGet(() -> platformCache()
                .resolve("taagem"));
        return folder.toAbsolutePath().normalize();
    }

    /**
     * Returns a path as a record may tell it to others: what lies in the user's home folder begins with {@code ~}.
     *
     * @param path an absolute path
     * @return its text
     */
    String shown(Path path) {
        return path.startsWith(home)
                ? Path.of("~").resolve(home.relativize(path)).toString()
                : path.toString();
    }

    private Path platformCache() {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        if (system.startsWith("windows")) {
            return variable("LOCALAPPDATA")
                    .map(Path::of)
                    .orElse(home.resolve("AppData").resolve("Local"));
        }
        // The XDG Base Directory Specification: a relative path is invalid and to be ignored.
        return variable("XDG_CACHE_HOME").map(Path::of).filter(Path::isAbsolute).orElse(home.resolve(".cache"));
    }
}
