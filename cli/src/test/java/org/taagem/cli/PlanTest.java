package org.taagem.cli;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlanTest {
    private static CommandRun plan(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "plan";
        arguments[1] = "--lite";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return CommandRun.of(arguments);
    }

    @Test
    void plan_continuous_showsTasksRunsOfEpochsAndTotals() {
        assertEquals(
                new CommandRun(0, """
                  task_type              rotation
                  rotation_degrees       20.0
                  samples_per_task       slice
                  num_tasks              2
                  num_epochs             [5, 4]
                  schedule               continuous
                  num_transition_epochs  3
                  blurry_share           0.1
                  batch_size             50
                  seed                   0
                  data                   built in: the first 1,000 + 200 images of each digit of MNIST

                  task                                      training      test
                     1  rotated by 0 degrees                    5000      1000
                     2  rotated by 20 degrees                   5000      1000
                   all                                         10000      2000

                     epochs  task  batches   its own of others
                        1-3     1      100      5000         -
                          4     1      100      3400      1600  32.0 % of task 2
                          5     1      100      1700      3300  66.0 % of task 2
                        6-7     2      100      5000         -
                          8     2      100      3400      1600  32.0 % of task 1
                          9     2      100      1700      3300  66.0 % of task 1

                  2 tasks, 9 epochs, 900 batches, 45000 samples shown
                """, ""),
                plan(
                        "-t",
                        "rotation",
                        "--set=schedule=continuous",
                        "--set=num_epochs=[5,4]",
                        "--set=num_transition_epochs=3"));
    }

    @Test
    void plan_blurry_saysThatAllOthersAreMixedIn() {
        CommandRun run = plan("--set=schedule=blurry", "--set=num_tasks=5", "--set=blurry_share=0.25");

        assertEquals(
                List.of(
                        "       1-20     1       40      1500       500  25.0 % of all other tasks",
                        "     81-100     5       40      1500       500  25.0 % of all other tasks"),
                run.out()
                        .lines()
                        .filter(line -> line.contains("1-20") || line.contains("81-100"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"sequential, 40", "half_and_half, 50", "random, 40", "continuous, 80", "blurry, 40"})
    void plan_tenTasksOfTwentyEpochs_fitsIntoSomeLines(String schedule, int most) {
        CommandRun run = plan("--set=num_tasks=10", "--set=schedule=" + schedule);

        assertTrue(run.out().lines().count() <= most, run::out);
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 90), run::out);
        assertTrue(run.out().contains("10 tasks, 200 epochs, 4000 batches, 200000 samples shown"), run::out);
    }

    @Test
    void plan_json_hasEveryEpoch() throws Exception {
        JsonNode plan = new ObjectMapper()
                .readTree(plan("--json", "--set=schedule=blurry", "--set=num_epochs=2")
                        .out());

        assertEquals("blurry", plan.get("config").get("schedule").textValue());
        assertEquals(2, plan.get("tasks").size());
        assertEquals("permutation 1", plan.get("tasks").get(1).get("name").textValue());
        assertEquals(4, plan.get("epochs").size());
        JsonNode third = plan.get("epochs").get(2);
        assertEquals(
                "{\"epoch\":3,\"task_id\":1,\"batches\":100,\"own_samples\":4500,\"other_samples\":500,"
                        + "\"mixed_with\":[0]}",
                third.toString());
        assertEquals(400, plan.get("batches").intValue());
    }

    @Test
    void plan_wrongConfiguration_isRefused() {
        assertEquals(
                new CommandRun(
                        2, "", "taagem: unknown key 'num_epoch'; did you mean 'num_epochs'?" + System.lineSeparator()),
                plan("--set=num_epoch=3"));
    }
}
