package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The same seed gives the same numbers on every JDK of this machine, bit for bit. */
class JdkMatrixIT {
    private static final int LEAST_JAVA = 17;

    private static final Map<Path, String> JDKS = new TreeMap<>();

    /** Finds the JDKs that are new enough: that of this test, and those of the system. One alone has nothing to differ from. */
    @BeforeAll
    static void findJdks() throws IOException {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        Path system = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(system)) {
            try (Stream<Path> folders = Files.list(system)) {
                homes.addAll(folders.toList());
            }
        }
        for (Path home : homes) {
            Path release = home.resolve("release");
            if (Files.isExecutable(home.resolve("bin/java")) && Files.isReadable(release)) {
                String version = version(Files.readAllLines(release));
                if (Runtime.Version.parse(version).feature() >= LEAST_JAVA) {
                    JDKS.put(home.toRealPath(), version);
                }
            }
        }
        System.out.println("JdkMatrixIT compares " + JDKS.size() + " JDKs: " + String.join(", ", JDKS.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"permutation", "rotation", "class_split"})
    void train_everyJdk_givesTheSameNumbers(String taskType, @TempDir Path folder) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Path home : JDKS.keySet()) {
            Path run = new Program(folder, home).train("--lite", "-t", taskType, "--set=num_epochs=2");
            outcomes.add(Outcome.of(run));
        }
        for (Outcome outcome : outcomes) {
            assertEquals(outcomes.get(0), outcome, () -> "JDKs: " + JDKS);
        }
    }

    private static String version(List<String> release) {
        return release.stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.substring("JAVA_VERSION=".length()).replace("\"", ""))
                .findFirst()
                .orElse("1");
    }
}
