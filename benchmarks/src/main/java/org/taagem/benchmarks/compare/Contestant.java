package org.taagem.benchmarks.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A process that takes one command a line and answers each with one line, and stays alive between rounds. */
final class Contestant implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final String greeting;

    /** Starts the process and waits until it is ready; its messages go to this program's. */
    Contestant(String name, List<String> command) throws IOException {
        this.name = name;
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        greeting = expect("ready");
    }

    String name() {
        return name;
    }

    /** What the process said of itself. */
    String greeting() {
        return greeting;
    }

    /** Takes all steps once. */
    Lap run(String mode) throws IOException {
        send("run " + mode);
        String[] words = expect("done").split(" ", -1);
        return new Lap(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
    }

    /** Has the parameters written to a file. */
    void save(String file) throws IOException {
        send("save " + file);
        expect("saved");
    }

    private void send(String command) throws IOException {
        OutputStream commands = process.getOutputStream();
        commands.write((command + "\n").getBytes(StandardCharsets.UTF_8));
        commands.flush();
    }

    private String expect(String word) throws IOException {
        String line = answers.readLine();
        if (line == null || !line.startsWith(word)) {
            throw new IOException(name + " answered '" + line + "'; expected '" + word + "'");
        }
        return line.substring(word.length()).trim();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        answers.close();
        process.destroy();
    }

    /**
     * What a lap says.
     *
     * @param nanos nanoseconds per step
     * @param note a second number: for a learner, the steps that were projected
     */
    record Lap(double nanos, double note) {}
}
