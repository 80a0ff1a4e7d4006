package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The packaged program, as a process of its own. Not through the launcher, which would build it, and so start Maven inside
 * Maven.
 */
final class Program {
    private static final Path JAR = Path.of("target", "taagem-cli.jar").toAbsolutePath();
    private static final long LIMIT_SECONDS = 60;
    private static final int SIGINT_BIT = 1 << 1;

    private final Path folder;
    private final Path javaHome;

    /** What a program did: its exit code, and its lines on standard output and on standard error. */
    record Run(int exit, List<String> out, List<String> err) {}

    /** A process, and the files that its output goes to. */
    record Started(Process process, Path out, Path err) {
        Run finish() throws IOException, InterruptedException {
            assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "not finished in " + LIMIT_SECONDS + " s");
            return new Run(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
        }

        void awaitLine(String start) throws IOException, InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
            while (Files.readAllLines(out).stream().noneMatch(line -> line.startsWith(start))) {
                assertTrue(process.isAlive(), () -> "ended before it said '" + start + "'");
                assertTrue(System.nanoTime() < deadline, () -> "does not say '" + start + "'");
                Thread.sleep(20);
            }
        }
    }

    /** Makes a program that runs in a folder, on the JDK of this test. */
    Program(Path folder) {
        this(folder, Path.of(System.getProperty("java.home")));
    }

    Program(Path folder, Path javaHome) {
        this.folder = folder;
        this.javaHome = javaHome;
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).finish();
    }

    Started start(String... arguments) throws IOException {
        return startAs(List.of(), arguments);
    }

    /** Starts the program with something in front of it, such as {@code nice}. */
    Started startAs(List<String> prefix, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        // a build in the background ignores Ctrl-C, and so would all that it starts
        if (ignoresInterrupt()) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(javaHome.resolve("bin/java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Started(process, out, err);
    }

    private static boolean ignoresInterrupt() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT_BIT) != 0);
        }
    }

    /** Runs a training that must go well, and returns its folder. */
    Path train(String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("train"));
        arguments.addAll(List.of(options));
        Run run = run(arguments.toArray(String[]::new));
        assertEquals(List.of(), run.err());
        assertEquals(0, run.exit());
        return runFolder(run);
    }

    /** Returns the folder that a run says it wrote to. */
    Path runFolder(Run run) {
        String label = "  run folder ";
        String line = run.out().stream()
                .filter(text -> text.startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no run folder in " + run));
        return folder.resolve(line.substring(label.length()).strip());
    }

    /** Returns the names of the files of a run, in order. */
    static List<String> names(Path runFolder) throws IOException {
        try (Stream<Path> files = Files.list(runFolder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
