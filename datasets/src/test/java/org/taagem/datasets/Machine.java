package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A machine for tests: nothing of it is outside a temporary folder. */
final class Machine implements CommandRunner, Progress {
    private static final DownloadLimits QUICK =
            new DownloadLimits(Duration.ofSeconds(5), Duration.ofSeconds(2), 3, Duration.ofMillis(1), 2);

    private final Path home;
    private final Map<String, String> variables = new HashMap<>();
    private CommandRunner npm = (command, folder) -> {
        throw new CommandException("npm is not on the PATH");
    };
    final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    final List<String> shown = Collections.synchronizedList(new ArrayList<>());

    Machine(Path home) {
        this.home = home;
    }

    Machine set(String variable, Object value) {
        variables.put(variable, value.toString());
        return this;
    }

    Machine npm(CommandRunner runner) {
        npm = runner;
        return this;
    }

    /** Makes npm deliver an archive. */
    Machine npmPacks(byte[] archive) {
        return delivers("tiny-data-1.0.0.tgz", archive);
    }

    /** Makes every program leave a file. */
    Machine delivers(String name, byte[] content) {
        return npm((command, folder) -> {
            Files.write(folder.resolve(name), content);
            return new CommandResult(0, name);
        });
    }

    Environment environment() {
        return new Environment(variables, home, "Linux", this, QUICK, this);
    }

    Path cache() {
        return home.resolve(".cache/taagem/datasets/tiny");
    }

    /** Returns all that lies in the cache folder, which a failed fetch must leave empty. */
    List<String> filesInCache() throws IOException {
        Path datasets = cache().resolveSibling("");
        if (!Files.exists(datasets)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(datasets)) {
            return all.filter(path -> !path.equals(datasets) && !path.equals(cache()))
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public CommandResult run(List<String> command, Path folder) throws IOException, InterruptedException {
        commands.add(String.join(" ", command));
        return npm.run(command, folder);
    }

    @Override
    public Step start(String what, long bytes) {
        shown.add(what);
        return new Step() {
            @Override
            public void advance(long more) {
                // Only the steps are checked.
            }

            @Override
            public void close() {
                shown.add("end of " + what);
            }
        };
    }

    @Override
    public void note(String line) {
        shown.add(line);
    }
}
