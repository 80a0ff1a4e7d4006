package org.taagem.report.stats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.report.StoredRun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.taagem.report.stats.MadeUpRuns.run;

class StatsReportTest {
    private static StatsReport report(StoredRun... runs) {
        return new StatsReport(RunGroups.of(List.of(runs)), Confidence.USUAL);
    }

    /**
     * By hand: ACC 0.7, 0.8 and 0.9 have the mean 0.8, the deviation 0.1 and the interval 0.8 +- 9.9248 x 0.1 / root 3. The
     * original's average accuracy is the mean of 0.9, (ACC + 0.5) / 2 and ACC.
     */
    @Test
    void lines_threeRuns_areMeanDeviationAndInterval() {
        assertEquals(
                """
                ## rotation, ta-a-gem: 3 runs of mnist, seeds 1 to 3

                | metric                | runs | mean    | sd     | 99 % interval     |
                |-----------------------|------|---------|--------|-------------------|
                | ACC                   | 3    | 0.8000  | 0.1000 | 0.2270 to 1.3730  |
                | forgetting            | 3    | 0.1000  | 0.1000 | -0.4730 to 0.6730 |
                | BWT                   | 3    | -0.1000 | 0.1000 | -0.6730 to 0.4730 |
                | average accuracy      | 3    | 0.7833  | 0.0500 | 0.4968 to 1.0698  |
                | first-task accuracy   | 3    | 0.8333  | 0.0667 | 0.4513 to 1.2153  |
                | first-task forgetting | 3    | 0.1000  | 0.1000 | -0.4730 to 0.6730 |

                ```
                seed = [1, 2, 3]
                acc = [0.7, 0.8, 0.9]
                forgetting = [0.20000000000000007, 0.09999999999999998, 0.0]
                bwt = [-0.20000000000000007, -0.09999999999999998, 0.0]
                average_accuracy = [0.7333333333333334, 0.7833333333333333, 0.8333333333333334]
                first_task_accuracy = [0.7666666666666666, 0.8333333333333334, 0.9]
                first_task_forgetting = [0.20000000000000007, 0.09999999999999998, 0.0]
                ```
                """,
                String.join(
                                "\n",
                                report(run("c", 0.9, "seed", 3L), run("b", 0.8, "seed", 2L), run("a", 0.7, "seed", 1L))
                                        .lines(true))
                        + "");
    }

    @Test
    void lines_oneRun_saysWhyThereIsNoInterval() {
        List<String> lines = report(run("a", 0.7, "seed", 4L)).lines(false);
        assertEquals("## rotation, ta-a-gem: 1 run of mnist, seed 4", lines.get(0));
        assertEquals("| ACC                   | 1    | 0.7000  | -  | -             |", lines.get(4));
        assertEquals("all: no interval: one value has no spread", lines.get(lines.size() - 2));
    }

    @Test
    void lines_equalRunsWithoutSeeds_sayThatTheyAreEqual() {
        List<String> lines = report(run("a", 0.7), run("b", 0.7)).lines(true);
        assertEquals("## rotation, ta-a-gem: 2 runs of mnist", lines.get(0));
        assertEquals("| ACC                   | 2    | 0.7000  | 0.0000 | -             |", lines.get(4));
        assertEquals("all: no interval: all 2 values are equal", lines.get(11));
        assertEquals("acc = [0.7, 0.7]", lines.get(14));
    }

    @Test
    void lines_hostileName_cannotSteerTheTerminal() {
        List<String> lines =
                report(run("a", 0.7, "strategy", "x\u001b[2J\ny\u009b2J")).lines(true);
        assertEquals("## rotation, x?[2J?y?2J: 1 run of mnist", lines.get(0));
    }

    @Test
    void write_twoGroups_leavesThreeFiles(@TempDir Path folder) throws IOException {
        Path output = folder.resolve("a/b");
        List<Path> files = report(
                        run("a", 0.75, "seed", 1L), run("b", 0.25, "seed", 2L), run("c", 0.5, "strategy", "sgd, \"x\""))
                .write(output);
        assertEquals(
                List.of(output.resolve("stats.md"), output.resolve("stats.csv"), output.resolve("stats_runs.csv")),
                files);
        List<String> statistics = Files.readAllLines(files.get(1));
        assertEquals(13, statistics.size());
        assertEquals(
                "task_type,strategy,settings,dataset,metric,runs,mean,standard_deviation,confidence,low,high",
                statistics.get(0));
        assertEquals("rotation,\"sgd, \"\"x\"\"\",,mnist,acc,1,0.5,,0.99,,", statistics.get(1));
        assertEquals(
                "rotation,ta-a-gem,,mnist,acc,2,0.5,0.3535533905932738,0.99,-15.4141",
                statistics.get(7).substring(0, 67));
        List<String> runs = Files.readAllLines(files.get(2));
        assertEquals(4, runs.size());
        assertEquals(
                "task_type,strategy,settings,dataset,seed,acc,forgetting,bwt,fwt,learning_accuracy,"
                        + "average_anytime_accuracy,min_acc,stability_gap,memory_efficiency,projection_rate,"
                        + "average_accuracy,first_task_accuracy,first_task_forgetting,wall_time,path",
                runs.get(0));
        assertEquals("rotation,ta-a-gem,,mnist,1,0.75,", runs.get(2).substring(0, 32));
        assertEquals(",2.5,runs/a", runs.get(2).substring(runs.get(2).length() - 11));
        assertEquals("# Statistics", Files.readAllLines(files.get(0)).get(0));
    }

    @Test
    void write_folderIsAFile_saysSo(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        IOException refused =
                assertThrows(IOException.class, () -> report(run("a", 0.7)).write(file));
        assertEquals("cannot make folder '" + file + "': a file of this name is in the way", refused.getMessage());
    }

    @Test
    void seedText_rows_areRanges() {
        assertEquals("0, 2 to 4, 7, 8, 11", SeedText.of(List.of(0L, 2L, 3L, 4L, 7L, 8L, 11L)));
    }

    @Test
    void markdownTable_cellFromAFile_cannotEndACellOrALine() {
        assertEquals(
                List.of("| a     |", "|-------|", "| b\\|c? |"),
                MarkdownTable.lines(List.of(List.of("a"), List.of("b|c\n"))));
    }
}
