package org.taagem.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The programs that a browser test needs, as {@code tools/browser} finds them.
 *
 * @param paths their paths: {@code chromium} and {@code node}
 * @param missing why there is none, in one line; absent if they are there
 */
record BrowserPrograms(Map<String, Path> paths, Optional<String> missing) {
    private static final Path SCRIPT = Path.of("..", "tools", "browser");

    /** Finds them; where some are missing, says loudly that the tests in the browser do not run. */
    static BrowserPrograms find() {
        try {
            return run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread of the tests", e);
        }
    }

    private static BrowserPrograms run() throws IOException, InterruptedException {
        Path complaints = Files.createTempFile("browser", ".txt");
        try {
            Process process = new ProcessBuilder(SCRIPT.toString())
                    .redirectError(complaints.toFile())
                    .start();
            String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return new BrowserPrograms(paths(found), Optional.empty());
            }
            String reason = lastLine(Files.readString(complaints));
            System.err.printf("%n*** The tests in the browser do NOT run. ***%n*** %s%n%n", reason);
            return new BrowserPrograms(Map.of(), Optional.of(reason));
        } finally {
            Files.delete(complaints);
        }
    }

    private static Map<String, Path> paths(String found) {
        Map<String, Path> paths = new HashMap<>();
        found.lines()
                .map(line -> line.split("=", 2))
                .forEach(keyAndPath -> paths.put(keyAndPath[0], Path.of(keyAndPath[1])));
        return Map.copyOf(paths);
    }

    private static String lastLine(String text) {
        return text.lines().reduce("", (before, line) -> line);
    }

    Path chromium() {
        return path("chromium");
    }

    Path node() {
        return path("node");
    }

    private Path path(String program) {
        return Optional.ofNullable(paths.get(program))
                .orElseThrow(() -> new IllegalStateException(program + " is missing: " + missing));
    }
}
