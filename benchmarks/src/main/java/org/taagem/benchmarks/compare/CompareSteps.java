package org.taagem.benchmarks.compare;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.taagem.benchmarks.Workload;

/** Takes the same steps in taagem and in PyTorch by turns, and prints what that took as Markdown tables. */
public final class CompareSteps {
    private static final String TAAGEM = "taagem, 1 thread";
    private static final String PEAK = "peak";
    private static final int SAMPLED = 10;

    private final Path scripts;
    private final String python;
    private final int rounds;
    private final List<String> threads;
    private final Path scratch;

    private CompareSteps(String[] arguments) throws IOException {
        scripts = Path.of(arguments[0]);
        python = arguments[1];
        rounds = Integer.parseInt(arguments[2]);
        threads = List.of(arguments[3].split(",", -1));
        scratch = Files.createDirectories(scripts.resolve("target/compare"));
    }

    /**
     * Compares the steps at M = 10 and at M = 256.
     *
     * @param arguments the folder of the scripts, a Python that has PyTorch, how many rounds count, and the
     *     numbers of threads to give PyTorch, as in {@code 1,2}
     * @throws IOException if a contestant fails or parameters differ
     */
    public static void main(String... arguments) throws IOException {
        CompareSteps comparison = new CompareSteps(arguments);
        comparison.compare(10, 2000);
        comparison.compare(256, 400);
    }

    private void compare(int referenceSize, int steps) throws IOException {
        Exchange exchange = Exchange.of(Workload.DEFAULT.withReferenceSize(referenceSize), steps);
        Path file = scratch.resolve("exchange");
        exchange.write(file);
        List<Contestant> started = new ArrayList<>();
        try {
            started.add(new Contestant(TAAGEM, java(List.of(TaagemSteps.class.getName(), file.toString()))));
            for (String variant : List.of("plain", "fused")) {
                for (String count : threads) {
                    started.add(new Contestant(
                            "PyTorch " + variant + ", " + (count.equals("1") ? "1 thread" : count + " threads"),
                            List.of(python, script("pytorch_step.py"), file.toString(), variant, count)));
                }
            }
            started.add(new Contestant(PEAK, peak()));
            print(referenceSize, exchange, started);
        } finally {
            for (Contestant contestant : started) {
                contestant.close();
            }
            Files.delete(file);
        }
    }

    private void print(int referenceSize, Exchange exchange, List<Contestant> started) throws IOException {
        Contestant peak = started.get(started.size() - 1);
        Race race = new Race(started.subList(0, started.size() - 1), scratch);
        double withReference = race.check("agem");
        double without = race.check("sgd");
        Map<String, Laps> laps = race.run(rounds, List.of(peak));
        System.out.printf(
                Locale.ROOT,
                "%nA step at M = %d, %d rounds of %d steps (%s; %s).%n"
                        + "Parameters after %d steps differ by at most %.1e with projection and %.1e without.%n%n",
                referenceSize,
                rounds,
                exchange.batches().length,
                started.get(0).greeting(),
                started.get(1).greeting(),
                exchange.batches().length,
                withReference,
                without);
        printTimes(laps);
        printPeak(exchange, laps, peak.greeting());
    }

    private static void printTimes(Map<String, Laps> laps) {
        Laps ours = laps(laps, TAAGEM);
        System.out.println("| one step | µs, median | smallest..largest | times as long as taagem | round by round |");
        System.out.println("|---|---|---|---|---|");
        laps.forEach((name, times) -> {
            if (!name.equals(PEAK)) {
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.0f | %.0f..%.0f | %.1f | %s |%n",
                        name,
                        times.median() / 1e3,
                        times.smallest() / 1e3,
                        times.largest() / 1e3,
                        times.median() / ours.median(),
                        times.over(ours).range("%.1f"));
            }
        });
    }

    private static void printPeak(Exchange exchange, Map<String, Laps> laps, String width) {
        Laps ours = laps(laps, TAAGEM);
        Laps peak = laps(laps, PEAK);
        System.out.printf(
                Locale.ROOT,
                "%nPeak of one core in fused multiply-adds of float32 (%s vectors): %.0f GFLOP/s in the median round, %.0f in"
                        + " the best.%n%n",
                width,
                2 / peak.median(),
                2 / peak.smallest());
        System.out.println("| arithmetic of a step | MFLOP | GFLOP/s | of peak, medians | of peak, best rounds |");
        System.out.println("|---|---|---|---|---|");
        StepArithmetic arithmetic = StepArithmetic.of(exchange, SAMPLED);
        for (Arithmetic.Counting counting : Arithmetic.Counting.values()) {
            double operations = arithmetic.operations(counting);
            double atMedian = operations / ours.median();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.1f | %.0f %% | %.0f %% |%n",
                    counting == Arithmetic.Counting.SPARSE_INPUTS
                            ? "zero inputs left out, hidden layers dense"
                            : "closed units left out too",
                    operations / 1e6,
                    atMedian,
                    100 * atMedian * peak.median() / 2,
                    100 * operations / ours.smallest() * peak.smallest() / 2);
        }
        System.out.println();
        System.out.println(arithmetic.facts());
    }

    private static Laps laps(Map<String, Laps> laps, String name) {
        return laps.getOrDefault(name, new Laps(new double[] {Double.NaN}));
    }

    /** A JVM with the options of this one. */
    private static List<String> java(List<String> rest) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
        command.addAll(rest);
        return command;
    }

    private List<String> peak() {
        List<String> command = new ArrayList<>(java(List.of()));
        return Arrays.asList(
                command.get(0), "--add-modules", "jdk.incubator.vector", "--source", "17", script("FmaPeak.java"));
    }

    private String script(String name) {
        return scripts.resolve(name).toString();
    }
}
