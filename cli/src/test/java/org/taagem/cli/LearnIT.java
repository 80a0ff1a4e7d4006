package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taagem.cli.Program.Run;
import org.taagem.cli.Program.Started;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Learning through pipes, from files that grow, and until somebody stops it. */
class LearnIT {
    private static final List<String> LINES = DriftingStream.lines(5003, 0, 2, 1);

    private final Path folder;
    private final Program program;

    LearnIT(@TempDir Path folder) {
        this.folder = folder;
        program = new Program(folder);
    }

    private byte[] state(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private Run through(String pipe, String... arguments) throws IOException, InterruptedException {
        return program.startAs(List.of("bash", "-c", pipe + " | \"$@\"", "bash"), arguments)
                .finish();
    }

    @Test
    void learn_throughAPipe_isLearningTheFile() throws Exception {
        Files.write(folder.resolve("stream.csv"), LINES);
        Run piped = through("cat stream.csv", "learn", "--from", "-", "--save", "piped.taagem");
        Run read = program.run("learn", "--from", "stream.csv", "--save", "read.taagem");

        assertEquals(List.of(), piped.err());
        assertEquals(0, piped.exit());
        assertTrue(piped.out().contains("  samples                  5003"), () -> piped.out()
                .toString());
        List<String> toThePipe = piped.out().subList(0, piped.out().size() - 1);
        assertEquals(read.out().subList(0, read.out().size() - 1), toThePipe);
        Run answers = through("head -4 stream.csv", "predict", "piped.taagem", "--from", "-");
        assertEquals("class", answers.out().get(0));
        assertEquals(4, answers.out().size());
        assertTrue(answers.err().get(0).startsWith("accuracy "), () -> answers.err()
                .toString());
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void learn_stoppedWhileItFollows_goesOnAsIfNeverStopped(String signal, int exit) throws Exception {
        Path stream = folder.resolve("stream.csv");
        Files.write(stream, LINES.subList(0, 2004)); // ends in the middle of a batch
        Started following =
                program.start("learn", "--from", "stream.csv", "--follow", "--window", "500", "--save", "state.taagem");
        following.awaitLine("  samples     2000");
        Files.write(stream, LINES.subList(2004, 3008), StandardOpenOption.APPEND);
        following.awaitLine("  samples     3000");
        Run stopped = stop(following, signal);
        assertEquals(List.of(), stopped.err());
        assertEquals(exit, stopped.exit());
        assertEquals(
                "  saved                    state.taagem",
                stopped.out().get(stopped.out().size() - 1));
        Files.write(stream, LINES.subList(3008, LINES.size()), StandardOpenOption.APPEND);
        Run second = program.run("learn", "--from", "stream.csv", "--load", "state.taagem", "--save", "state.taagem");
        Run unbroken = program.run("learn", "--from", "stream.csv", "--window", "500", "--save", "unbroken.taagem");

        assertEquals(0, second.exit(), () -> second.err().toString());
        assertArrayEquals(state("unbroken.taagem"), state("state.taagem"));
        int last = unbroken.out().size() - 1;
        assertEquals(
                unbroken.out().subList(last - 6, last),
                second.out().subList(second.out().size() - 7, second.out().size() - 1));
    }

    /** A pipe through which nothing comes must not hold the program back. */
    @Test
    void learn_stoppedWhileAPipeIsSilent_saves() throws Exception {
        Files.write(folder.resolve("stream.csv"), LINES.subList(0, 1001));
        Process writer = silentPipe();
        try {
            Started learning = program.start("learn", "--from", "pipe", "--classes", "2", "--save", "state.taagem");
            learning.awaitLine("  samples     1000");
            assertEquals(143, stop(learning, "TERM").exit());
        } finally {
            end(writer);
        }
        Run answers = program.run("predict", "state.taagem", "--from", "stream.csv");
        assertEquals(1001, answers.out().size());
    }

    /** Makes a pipe through which the stream comes, and then nothing more. */
    private Process silentPipe() throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor());
        return new ProcessBuilder("bash", "-c", "{ cat stream.csv; touch written; exec sleep 300; } > pipe")
                .directory(folder.toFile())
                .start();
    }

    private static void end(Process writer) {
        writer.descendants().forEach(ProcessHandle::destroy);
        writer.destroy();
    }

    private static void awaitFile(Path file) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(file)) {
            assertTrue(System.nanoTime() < deadline, () -> "no " + file);
            Thread.sleep(20);
        }
    }

    /** Whoever stops it must hear that what came so far is lost. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void learn_stoppedBeforeTheClassesAreKnown_saysThatNothingWasLearned(String signal, int exit) throws Exception {
        Files.write(folder.resolve("stream.csv"), LINES.subList(0, 51));
        Process writer = silentPipe();
        Run stopped;
        try {
            Started waiting = program.start("learn", "--from", "pipe", "--save", "state.taagem");
            awaitFile(folder.resolve("written")); // the pipe is open, so signals are heard
            stopped = stop(waiting, signal);
        } finally {
            end(writer);
        }

        assertEquals(exit, stopped.exit());
        assertEquals(1, stopped.err().size(), () -> stopped.err().toString());
        assertTrue(
                stopped.err()
                        .get(0)
                        .matches("taagem: stopped after \\d+ of the first 1000 samples, before any was learned;"
                                + " nothing is saved \\(with --classes, the first sample is learned at once\\)"),
                () -> stopped.err().toString());
        assertFalse(Files.exists(folder.resolve("state.taagem")));
    }

    /** As logs are rotated. */
    @Test
    void learn_followedFileIsReplaced_savesAndSaysSo() throws Exception {
        Path stream = folder.resolve("stream.csv");
        Files.write(stream, LINES.subList(0, 2001));
        Started following = program.start("learn", "--from", "stream.csv", "--follow", "--save", "state.taagem");
        following.awaitLine("  samples     2000");
        Files.move(stream, folder.resolve("stream.csv.1"));
        Files.write(stream, LINES);
        Run ended = following.finish();

        assertEquals(List.of("taagem: stream.csv was replaced by another file while it was followed"), ended.err());
        assertEquals(1, ended.exit());
        Run next = program.run("learn", "--from", "stream.csv", "--load", "state.taagem", "--from-start");
        assertTrue(next.out().contains("  samples                  7003"), () -> next.out()
                .toString());
    }

    private static Run stop(Started started, String signal) throws IOException, InterruptedException {
        String pid = String.valueOf(started.process().pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + signal, pid).start().waitFor());
        return started.finish();
    }
}
