package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.cli.Program.Run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The short bench that comes with taagem, as its users run it. */
class BenchIT {
    private static final double BAND = 0.05;

    private final Path folder;

    BenchIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void bench_quick_hasTheAccuraciesThatItHad() throws Exception {
        Path spec = Path.of("..", "bench", "quick.yaml").toAbsolutePath().normalize();

        Run bench = new Program(folder).run("bench", spec.toString(), "-o", "out");

        assertEquals(List.of(), bench.err());
        assertEquals(0, bench.exit());
        assertNear(0.692, "permutation", "sgd");
        assertNear(0.697, "permutation", "ta-a-gem");
        assertNear(0.715, "permutation", "er");
        assertNear(0.767, "permutation", "slate");
        assertNear(0.678, "class split", "sgd");
        assertNear(0.765, "class split", "ta-a-gem");
        assertNear(0.827, "class split", "er");
        assertNear(0.828, "class split", "slate");
    }

    /** What holds the end of a program back is to be let go of, or it waits for half a minute. */
    @Test
    void bench_damagedFolder_endsAtOnce() throws Exception {
        Path spec = Files.writeString(folder.resolve("points.yaml"), """
                set: {lite: true}
                learners: {sgd: {}}
                streams: {rotation: {task_type: rotation}}
                seeds: 1
                """);
        Path sessions = Files.createDirectory(folder.resolve("out")).resolve(BenchSessions.NAME);
        Files.writeString(sessions, "started,seconds,jobs,commit,machine\nnow,long,1,abc,here\n");
        long before = System.nanoTime();
        Run bench = new Program(folder).run("bench", spec.toString(), "-o", "out");
        assertTrue(System.nanoTime() - before < 25_000_000_000L, "waited for a run that never began");
        assertEquals(1, bench.exit());
        assertEquals(1, bench.err().size());
        assertTrue(bench.err().get(0).contains("sessions.csv' is damaged: "), bench::toString);
    }

    private void assertNear(double expected, String stream, String learner) throws IOException {
        double mean = mean(stream, learner);
        assertTrue(Math.abs(mean - expected) <= BAND, () -> learner + " on " + stream + ": " + mean);
    }

    private double mean(String stream, String learner) throws IOException {
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("out").resolve("results.csv"))) {
            return lines.stream()
                    .filter(line -> line.getField("stream").equals(stream)
                            && line.getField("learner").equals(learner)
                            && line.getField("metric").equals("acc"))
                    .mapToDouble(line -> Double.parseDouble(line.getField("mean")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
