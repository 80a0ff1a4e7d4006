package org.taagem.benchmarks.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The steps of an exchange file in taagem, as a process that takes the same commands as {@code pytorch_step.py}. */
public final class TaagemSteps {
    private TaagemSteps() {}

    /**
     * Answers commands until there are no more.
     *
     * @param arguments the exchange file
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... arguments) throws IOException {
        ScriptedSteps steps = new ScriptedSteps(Exchange.read(Path.of(arguments[0])));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("ready taagem on Java " + Runtime.version().feature());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", 2);
            out.println(words[0].equals("run") ? run(steps, words[1].equals("agem")) : save(steps, words[1]));
        }
    }

    private static String run(ScriptedSteps steps, boolean withReferences) {
        steps.reset(withReferences);
        int projected = 0;
        long begin = System.nanoTime();
        for (int s = 0; s < steps.count(); s++) {
            projected += steps.take(s) ? 1 : 0;
        }
        double nanos = (double) (System.nanoTime() - begin) / steps.count();
        return String.format(Locale.ROOT, "done %f %d", nanos, projected);
    }

    private static String save(ScriptedSteps steps, String file) {
        float[] parameters = steps.parameters();
        ByteBuffer buffer = ByteBuffer.allocate(4 * parameters.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(parameters);
        try {
            Files.write(Path.of(file), buffer.array());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return "saved";
    }
}
