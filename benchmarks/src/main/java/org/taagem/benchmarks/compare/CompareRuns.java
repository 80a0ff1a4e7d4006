package org.taagem.benchmarks.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the same short experiment in taagem and in PyTorch by turns, from the start of the process to its end, and prints a
 * Markdown table of the wall times.
 */
public final class CompareRuns {
    private static final String TAAGEM = "`taagem train`";
    private static final String TASKS = "2";
    private static final String EPOCHS = "5";
    private static final Pattern ACCURACY = Pattern.compile("^ *(?:ACC|accuracy) +([0-9.]+)", Pattern.MULTILINE);

    private final Path scripts;
    private final String python;
    private final List<String> threads;

    private CompareRuns(Path scripts, String python, List<String> threads) {
        this.scripts = scripts;
        this.python = python;
        this.threads = threads;
    }

    /**
     * Compares two tasks of five epochs each.
     *
     * @param arguments the folder of the scripts, a Python that has PyTorch, how many rounds count, and the numbers of
     *     threads to give PyTorch, as in {@code 1,2}
     * @throws IOException if a run fails
     * @throws InterruptedException if somebody wants this one to end
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        CompareRuns comparison =
                new CompareRuns(Path.of(arguments[0]), arguments[1], List.of(arguments[3].split(",", -1)));
        comparison.compare(Integer.parseInt(arguments[2]));
    }

    private void compare(int rounds) throws IOException, InterruptedException {
        Map<String, List<String>> commands = commands();
        Map<String, Laps> laps = new LinkedHashMap<>();
        Map<String, String> accuracies = new LinkedHashMap<>();
        commands.keySet().forEach(name -> laps.put(name, new Laps(new double[rounds])));
        // the first round, which may still have to build and to read files from disk, does not count
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, List<String>> entry : commands.entrySet()) {
                long begin = System.nanoTime();
                accuracies.put(entry.getKey(), run(entry.getValue()));
                double seconds = (System.nanoTime() - begin) / 1e9;
                if (round >= 0) {
                    laps.getOrDefault(entry.getKey(), new Laps(new double[rounds]))
                            .times()[round] = seconds;
                }
            }
        }
        print(laps, accuracies);
    }

    private Map<String, List<String>> commands() {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(TAAGEM, taagem());
        for (String variant : List.of("plain", "fused")) {
            for (String count : threads) {
                String name = "PyTorch " + variant + ", " + (count.equals("1") ? "1 thread" : count + " threads");
                commands.put(name, pytorch(variant, count));
            }
        }
        return commands;
    }

    private List<String> taagem() {
        List<String> command = new ArrayList<>();
        command.add(scripts.resolve("../taagem").normalize().toString());
        command.addAll(List.of("train", "--lite", "--config", "python-parity", "--no_verbose"));
        command.addAll(List.of("--output_dir", scripts.resolve("target/runs").toString()));
        for (String setting :
                List.of("num_tasks=" + TASKS, "num_epochs=" + EPOCHS, "batch_size=10", "learning_rate=0.01")) {
            command.addAll(List.of("--set", setting));
        }
        return command;
    }

    private List<String> pytorch(String variant, String threadCount) {
        Path data = scripts.resolve("../core/src/main/resources/org/taagem/data/mnist")
                .normalize();
        String script = scripts.resolve("pytorch_run.py").toString();
        return List.of(python, script, data.toString(), variant, threadCount, TASKS, EPOCHS);
    }

    /** Runs a program to its end; returns the accuracy it prints. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        Matcher accuracy = ACCURACY.matcher(output);
        if (status != 0 || !accuracy.find()) {
            throw new IOException(String.join(" ", command) + " ended with exit code " + status + ":\n" + output);
        }
        return accuracy.group(1);
    }

    private static void print(Map<String, Laps> laps, Map<String, String> accuracies) {
        Laps ours = laps.getOrDefault(TAAGEM, new Laps(new double[] {Double.NaN}));
        System.out.printf(
                "%nA run of %s tasks of %s epochs of 500 steps, %d rounds.%n%n", TASKS, EPOCHS, ours.times().length);
        System.out.println(
                "| whole run, with start and evaluation | s, median | smallest..largest | times as long | mean accuracy |");
        System.out.println("|---|---|---|---|---|");
        laps.forEach((name, times) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %s | %.1f | %s |%n",
                name,
                times.median(),
                times.range("%.2f"),
                times.median() / ours.median(),
                accuracies.getOrDefault(name, "")));
    }
}
