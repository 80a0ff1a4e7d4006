package org.taagem.report.stats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.report.html.Axis;
import org.taagem.report.html.ChartFigure;
import org.taagem.report.html.LineChart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BenchReportTest {
    private static final BenchResults.Heading HEADING = new BenchResults.Heading(
            "Made up", "Two learners.", Map.of("command", "`taagem bench x.yaml`"), "seeds: 1-3\nstreams: {}\n");

    private final Path folder;

    BenchReportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static BenchEntry entry(String stream, String learner, double value, Double... accuracies) {
        OptionalDouble at = Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        return BenchTableTest.entry(new BenchEntry.Place(stream, learner, at), false, accuracies);
    }

    private static BenchResults results() {
        return new BenchResults(
                HEADING,
                "ta-a-gem",
                Optional.empty(),
                List.of(
                        entry("rotation", "ta-a-gem", Double.NaN, 0.5, 0.6, 0.7),
                        entry("rotation", "er", Double.NaN, 0.6, 0.8, 1.0),
                        entry("split", "ta-a-gem", Double.NaN, 0.5, 0.5, 0.5),
                        entry("split", "er", Double.NaN, 0.2, 0.3, 0.4)),
                List.of(),
                List.of("failed: er on split, seed 4: no room"));
    }

    private static BenchResults varied() {
        return new BenchResults(
                HEADING,
                "er",
                Optional.of("memory_size_q"),
                List.of(
                        entry("rotation", "er", 2, 0.5, 0.6, 0.7),
                        entry("rotation", "sgd", 2, 0.3, 0.2, 0.1),
                        entry("rotation", "er", 10, 0.6, 0.8, 1.0),
                        entry("rotation", "sgd", 10, 0.3, 0.2, 0.1)),
                List.of(),
                List.of());
    }

    @Test
    void markdown_twoStreams_hasHeadingSummaryAndATableOfEach() {
        assertEquals(
                """
                # Made up

                Two learners.

                - command: `taagem bench x.yaml`

                - failed: er on split, seed 4: no room

                ## All streams

                | ACC      | rotation          | split           | mean  |
                |----------|-------------------|-----------------|-------|
                | ta-a-gem | 0.600 ± 0.573 ≈   | **0.500**       | 0.550 |
                | er       | **0.800 ± 1.146** | 0.300 ± 0.573 ≈ | 0.550 |

                ## rotation

                | learner  | runs | ACC               | minus ta-a-gem | p (Holm) | mean overall  | forgetting    | wall time, s | memory, samples |
                |----------|------|-------------------|----------------|----------|---------------|---------------|--------------|-----------------|
                | ta-a-gem | 3    | 0.600 ± 0.573 ≈   | -              | -        | 0.683 ± 0.287 | 0.300 ± 0.573 | 2.5          | 30              |
                | er       | 3    | **0.800 ± 1.146** | +0.200 ± 0.573 | 0.0742   | 0.783 ± 0.573 | 0.100 ± 1.146 | 2.5          | 30              |
                """,
                String.join(
                                "\n",
                                new BenchReport(results(), Confidence.USUAL)
                                        .markdown("x")
                                        .subList(0, 21)) + "\n");
    }

    @Test
    void markdown_something_endsWithTheSpecification() {
        List<String> lines = new BenchReport(results(), Confidence.USUAL).markdown("x");
        assertEquals(
                List.of("```yaml", "seeds: 1-3", "streams: {}", "```"), lines.subList(lines.size() - 4, lines.size()));
    }

    @Test
    void tables_somethingVaried_haveARowForEachValue() {
        assertEquals("""
                ## rotation

                | memory_size_q | er                | sgd             |
                |---------------|-------------------|-----------------|
                | 2             | **0.600 ± 0.573** | 0.200 ± 0.573 ≈ |
                | 10            | **0.800 ± 1.146** | 0.200 ± 0.573 ≈ |

                """, String.join("\n", new BenchReport(varied(), Confidence.USUAL).tables("±")) + "\n");
    }

    @Test
    void tables_otherSeeds_standBesideTheFirst() {
        BenchResults results = new BenchResults(
                HEADING,
                "ta-a-gem",
                Optional.empty(),
                List.of(
                        entry("rotation", "ta-a-gem", Double.NaN, 0.5, 0.6, 0.7),
                        entry("rotation", "er", Double.NaN, 0.6, 0.8, 1.0)),
                List.of(
                        entry("rotation", "ta-a-gem", Double.NaN, 0.5, 0.5, 0.5),
                        entry("rotation", "er", Double.NaN, 0.2, 0.3, 0.4)),
                List.of());

        List<String> lines = new BenchReport(results, Confidence.USUAL).tables("±");
        assertEquals("""
                ## With other seeds

                The best learner, of those that are not told of tasks, is the same with both on 0 of 1 streams; Spearman's correlation of the ranks is at least -1.00. A rank is that of the mean ACC among the learners all of whose runs finished, with both.

                ### rotation, again

                | learner  | ACC, seeds 1, 2, 3 | rank | ACC, seeds 1, 2, 3 | rank again |
                |----------|--------------------|------|--------------------|------------|
                | ta-a-gem | 0.600 ± 0.573 ≈    | 2    | **0.500**          | 1          |
                | er       | **0.800 ± 1.146**  | 1    | 0.300 ± 0.573 ≈    | 2          |

                """, String.join("\n", lines.subList(lines.indexOf("## With other seeds"), lines.size())) + "\n");
        BenchCsv csv = new BenchCsv(results, Confidence.USUAL);
        assertEquals(13, csv.runs().size(), "three seeds of four");
        assertEquals(
                List.of("er", "", "again", "1"),
                csv.runs().get(10).subList(1, 5),
                "a line says which of the tables it is of");
        List<String> means = csv.means().stream()
                .filter(line -> line.get(5).equals("acc"))
                .map(line -> line.get(1) + " " + line.get(4) + " " + line.get(8) + " " + line.get(13))
                .toList();
        assertEquals(4, means.size());
        assertTrue(means.get(3).startsWith("er again 0.3"), means::toString);
        assertTrue(means.get(3).contains(" -0.2"), means::toString);
    }

    /** Before, a learner that had not been run with the other seeds yet made the best another one. */
    @Test
    void tables_runsWithOtherSeedsMissing_countWhatIsThere() {
        BenchEntry later = BenchTableTest.missing(entry("split", "ta-a-gem", Double.NaN), 3);
        assertEquals(
                "The best learner, of those that are not told of tasks, is the same with both on 1 of 1 streams; Spearman's"
                        + " correlation of the ranks is at least 1.00. Of 1 of 2 streams runs are missing. A rank is that of the"
                        + " mean ACC among the learners all of whose runs finished, with both.",
                again(List.of(
                        results().entries().get(0),
                        results().entries().get(1),
                        later,
                        results().entries().get(3))));
        BenchEntry none = BenchTableTest.missing(entry("rotation", "er", Double.NaN), 3);
        assertEquals(
                "Of 2 of 2 streams runs are missing. A rank is that of the mean ACC among the learners all of whose runs"
                        + " finished, with both.",
                again(List.of(
                        results().entries().get(0),
                        none,
                        later,
                        results().entries().get(3))));
    }

    private static String again(List<BenchEntry> again) {
        BenchResults results = new BenchResults(
                HEADING, "ta-a-gem", Optional.empty(), results().entries(), again, List.of());
        List<String> lines = new BenchReport(results, Confidence.USUAL).tables("±");
        return lines.get(lines.indexOf("## With other seeds") + 2);
    }

    /** The mean of the seeds that went well would look like that of all. */
    @Test
    void figure_runsMissing_hasAGap() {
        List<BenchEntry> entries = new ArrayList<>(varied().entries());
        entries.set(2, BenchTableTest.missing(entry("rotation", "er", 10, 0.6, 0.8), 1));
        BenchResults results =
                new BenchResults(HEADING, "er", Optional.of("memory_size_q"), entries, List.of(), List.of());

        ChartFigure figure = BenchFigures.of(results, "rotation", Confidence.USUAL);
        assertEquals(
                List.of(0.6, Double.NaN),
                ((LineChart) figure.chart()).lines().get(0).y());
        assertTrue(
                figure.caption().endsWith(" A line has a gap where a run diverged or is missing."), figure.caption());
        assertFalse(BenchFigures.of(varied(), "rotation", Confidence.USUAL)
                .caption()
                .contains("gap"));
    }

    @Test
    void tables_otherSeedsOnTwoStreams_beginWithAllStreams() {
        BenchResults results = new BenchResults(
                HEADING,
                "ta-a-gem",
                Optional.empty(),
                results().entries(),
                results().entries(),
                List.of());
        List<String> lines = new BenchReport(results, Confidence.USUAL).tables("±");
        int again = lines.indexOf("### All streams, again");
        int first = lines.indexOf("## All streams");
        assertTrue(again > first && first >= 0, lines::toString);
        assertEquals(lines.subList(first + 1, first + 7), lines.subList(again + 1, again + 7));
        assertEquals("", lines.get(again + 6), "after two learners");
    }

    @Test
    void figure_moreThanADecade_isLogarithmic() {
        assertEquals(Axis.Scale.LINEAR, axis(2, 20).scale());
        assertEquals(Axis.logarithmic("memory_size_q", 2, 21), axis(2, 21));
        assertEquals(Axis.Scale.LINEAR, axis(0, 21).scale(), "0 has no logarithm");
    }

    private static Axis axis(double least, double most) {
        BenchResults results = new BenchResults(
                HEADING,
                "er",
                Optional.of("memory_size_q"),
                List.of(entry("rotation", "er", least, 0.5), entry("rotation", "er", most, 0.5)),
                List.of(),
                List.of());
        return ((LineChart)
                        BenchFigures.of(results, "rotation", Confidence.USUAL).chart())
                .x();
    }

    @Test
    void figure_somethingVaried_isALineForEachLearnerInABandOfItsInterval() {
        LineChart chart = (LineChart)
                BenchFigures.of(varied(), "rotation", Confidence.USUAL).chart();
        assertEquals(
                List.of("er", "sgd"),
                chart.lines().stream().map(LineChart.Line::name).toList());
        LineChart.Line er = chart.lines().get(0);
        assertEquals(List.of(2.0, 10.0), er.x());
        assertEquals(0.6, er.y().get(0), 1e-12);
        assertEquals(0.6 - 0.573, er.band().orElseThrow().low().get(0), 5e-4);
        assertEquals(1, er.band().orElseThrow().high().get(1), "0.8 + 1.146 is no accuracy");
    }

    @Test
    void write_somethingVaried_writesTablesPageAndPictures() throws IOException {
        Path made = folder.resolve("made");
        List<Path> written = new BenchReport(varied(), Confidence.USUAL).write(made);

        assertEquals(
                List.of(
                        "results.md",
                        "results/acc-rotation.png",
                        "results/acc-rotation.svg",
                        "results.csv",
                        "runs.csv",
                        "results.html"),
                written.stream().map(file -> made.relativize(file).toString()).toList());
        String markdown = Files.readString(made.resolve("results.md"));
        assertTrue(markdown.contains("![rotation: ACC against memory_size_q](results/acc-rotation.svg)"), markdown);
        assertEquals(13, Files.readAllLines(made.resolve("runs.csv")).size(), "three seeds of four");
        List<String> means = Files.readAllLines(made.resolve("results.csv"));
        assertTrue(
                means.stream()
                        .anyMatch(line -> line.startsWith("rotation,sgd,10.0,false,first,acc,3,0,0.1999")
                                && line.contains(",er,")),
                () -> "" + means);
    }
}
