package org.taagem.report.stats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.taagem.report.stats.ComparisonTest.contender;
import static org.taagem.report.stats.ComparisonTest.runs;

class ComparisonReportTest {
    private static final Contender A = contender("a", runs(List.of(0.7, 0.8, 0.9)));
    private static final Contender B = contender("b", runs(List.of(0.6, 0.6, 0.6), "strategy", "sgd"));

    private static ComparisonReport report(Contender... contenders) {
        return new ComparisonReport(Comparison.of(List.of(contenders)), Confidence.USUAL);
    }

    /**
     * By hand: differences 0.1, 0.2 and 0.3 have t = 0.2 / (0.1 / root 3) = 3.46; for 2 degrees of freedom p is
     * 1 - t / root(t^2 + 2) = 0.0742, and the interval reaches 9.92 x 0.0577 to either side.
     */
    @Test
    void lines_twoOfTheSameSeeds_areMeansTestsAndSettings() {
        String text = String.join("\n", report(A, B).lines("+-"));
        assertTrue(text.startsWith("""
                ## rotation

                |                       | a                     | b                 |
                |-----------------------|-----------------------|-------------------|
                | strategy              | ta-a-gem              | sgd               |
                | runs                  | 3                     | 3                 |
                | seeds                 | 1 to 3                | 1 to 3            |
                | ACC                   | **0.8000 +- 0.1000**  | 0.6000 +- 0.0000  |
                | forgetting            | **0.1000 +- 0.1000**  | 0.3000 +- 0.0000  |
                | BWT                   | **-0.1000 +- 0.1000** | -0.3000 +- 0.0000 |
                | average accuracy      | **0.7833 +- 0.0500**  | 0.6833 +- 0.0000  |
                | first-task accuracy   | **0.8333 +- 0.0667**  | 0.7000 +- 0.0000  |
                | first-task forgetting | **0.1000 +- 0.1000**  | 0.3000 +- 0.0000  |

                """), text);
        assertTrue(
                text.contains("| ACC                   | 0.2000     | -0.3730 to 0.7730 | paired | 3.46  | 2.0 | 0.0742"
                        + " | d_z 2.00    | no      |\n"),
                text);
        assertTrue(text.contains("""

                | setting  | a        | b   |
                |----------|----------|-----|
                | strategy | ta-a-gem | sgd |

                The best mean is marked;"""), text);
        assertFalse(text.contains("warning"), text);
    }

    @Test
    void lines_otherSeeds_isWelch() {
        String text = String.join(
                "\n",
                report(A, contender("c", runs(List.of(0.2, 0.21, 0.22, 0.2)))).lines("±"));
        assertTrue(text.contains("| Welch |"), text);
        assertTrue(text.contains("| g "), text);
        assertTrue(text.contains("All settings that they share are the same."), text);
    }

    @Test
    void lines_threeContenders_nameEachPairAndCorrect() {
        List<String> lines =
                report(A, B, contender("c", runs(List.of(0.5, 0.55, 0.6)))).lines("±");
        String text = String.join("\n", lines);
        assertTrue(text.contains("| metric                | first - second | difference |"), text);
        assertTrue(text.contains("| p (Holm) |"), text);
        assertEquals(6, lines.stream().filter(line -> line.contains("| b - c ")).count(), text);
    }

    @Test
    void lines_oneRunEach_sayWhyThereIsNoTest() {
        List<String> lines = report(
                        contender("a", runs(List.of(0.7))), contender("b", runs(List.of(0.6), "removal", "furthest")))
                .lines("±");
        assertTrue(lines.contains("a - b: no test: a group has one value only"), () -> String.join("\n", lines));
        assertTrue(
                lines.contains("| ACC                   | **0.7000**  | 0.6000   |"), () -> String.join("\n", lines));
    }

    @Test
    void lines_onlyOne_sayThatThereIsNothingToCompare() {
        List<String> lines = report(A).lines("±");
        assertEquals(
                List.of("There is nothing to compare it with.", ""), lines.subList(lines.size() - 2, lines.size()));
    }

    @Test
    void lines_settingsThatOnlySomeHave_areToldWithoutAWarning() {
        List<String> lines = report(
                        contender("a", runs(List.of(0.7), "num_epochs", 5)),
                        contender("b", runs(List.of(0.6), "removal", "oldest", "task_column", "")),
                        contender("c", runs(List.of(0.6), "removal", "oldest", "task_column", "")))
                .lines("±");
        assertTrue(
                lines.containsAll(List.of(
                        "All settings that they share are the same.",
                        "only in the records of a: num_epochs=5",
                        "only in the records of b, c: removal=oldest, task_column=\"\"")),
                () -> String.join("\n", lines));
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("warning")), () -> String.join("\n", lines));
    }

    @Test
    void lines_otherStreamAndNetwork_warn() {
        List<String> lines = report(
                        contender("a", runs(List.of(0.7), "num_epochs", 5, "hidden_dim", 10)),
                        contender("b", runs(List.of(0.6), "num_epochs", 6, "hidden_dim", 9)))
                .lines("±");
        assertTrue(
                lines.containsAll(List.of(
                        "warning: rotation: the network differs too, not the method alone: hidden_dim",
                        "warning: rotation: the stream differs too, not the method alone: num_epochs")),
                () -> String.join("\n", lines));
    }

    @Test
    void write_twoContenders_leavesFourFiles(@TempDir Path folder) throws IOException {
        List<Path> files = report(A, B).write(folder);
        assertEquals(
                List.of("compare.md", "compare.csv", "compare_tests.csv", "compare.html"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        List<String> means = Files.readAllLines(files.get(1));
        assertEquals(13, means.size());
        assertEquals("rotation,b,sgd,acc,3,0.6,0.0,0.99,,false", means.get(2));
        List<String> tests = Files.readAllLines(files.get(2));
        assertEquals(7, tests.size());
        assertTrue(tests.get(1).startsWith("rotation,acc,a,b,paired,0.1999"), tests.get(1));
        assertTrue(tests.get(1).endsWith(","), tests.get(1));
        assertTrue(Files.readString(files.get(3)).startsWith("<!DOCTYPE html>"));
    }

    private static String page(Contender... contenders) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ComparisonPage.of(Comparison.of(List.of(contenders)), Confidence.USUAL).writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void page_twoContenders_hasThreeChartsWithBands() throws IOException {
        String page = page(A, B);
        for (String quantity : List.of("accuracy", "first-task-accuracy", "first-task-forgetting")) {
            assertTrue(page.contains("\"type-1-" + quantity + "\""), quantity);
        }
        assertTrue(page.contains("standard deviation\",\"low\":["));
        assertTrue(page.contains("0.8000 ± 0.1000 (best)"));
    }

    @Test
    void page_oneRunEach_hasNoBands() throws IOException {
        assertFalse(page(contender("a", runs(List.of(0.7)))).contains("\"band\":"));
    }

    @Test
    void page_hostileName_staysText() throws IOException {
        String page = page(contender("<img src=x onerror=alert(1)>", runs(List.of(0.7, 0.6))), B);
        assertFalse(page.contains("<img src=x"));
    }
}
