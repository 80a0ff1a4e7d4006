package org.taagem.report.stats;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.taagem.experiment.RunStatus;
import org.taagem.report.StoredRun;
import org.taagem.report.StoredRuns;
import org.taagem.report.stats.RunSelection.LeftOut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.taagem.report.stats.MadeUpRuns.run;
import static org.taagem.report.stats.MadeUpRuns.withStatus;

class RunSelectionTest {
    private static final StoredRun FIRST = run("first", 0.5, "seed", 1L);
    private static final StoredRun SECOND = run("second", 0.6, "seed", 2L);
    private static final StoredRun THIRD = run("third", 0.7, "seed", 3L);

    private static RunSelection newest(int most, StoredRun... runs) {
        return RunSelection.newest(new StoredRuns(List.of(runs), List.of()), most);
    }

    @Test
    void newest_moreThanAskedFor_takesTheFirstAndCountsTheOthers() {
        assertEquals(
                new RunSelection(List.of(THIRD, SECOND), 1, List.of(), List.of()), newest(2, THIRD, SECOND, FIRST));
    }

    @Test
    void newest_notFinished_isLeftOutAndDoesNotCount() {
        assertEquals(
                new RunSelection(
                        List.of(SECOND),
                        0,
                        List.of(
                                new LeftOut(Path.of("runs", "third"), "running"),
                                new LeftOut(Path.of("runs", "first"), "failed")),
                        List.of()),
                newest(1, withStatus(THIRD, RunStatus.RUNNING), SECOND, withStatus(FIRST, RunStatus.FAILED)));
    }

    @Test
    void newest_sameRunTwice_countsOnce() {
        StoredRun again = run("again", 0.5, "seed", 1L, "output_dir", "elsewhere");
        assertEquals(
                new RunSelection(
                        List.of(FIRST, SECOND),
                        0,
                        List.of(new LeftOut(Path.of("runs", "again"), "same seed and same numbers as first")),
                        List.of()),
                newest(5, FIRST, again, SECOND));
    }

    /** Two seeds may well come to the same accuracies; and one seed to others, if the program has changed. */
    @Test
    void newest_sameNumbersOrSameSeedAlone_countTwice() {
        StoredRun otherSeed = run("other seed", 0.5, "seed", 2L);
        StoredRun otherNumbers = run("other numbers", 0.51, "seed", 1L);
        assertEquals(
                List.of(FIRST, otherSeed, otherNumbers),
                newest(5, FIRST, otherSeed, otherNumbers).runs());
    }

    @Test
    void newest_unreadable_isTold() {
        List<StoredRuns.Unreadable> unreadable = List.of(new StoredRuns.Unreadable(Path.of("x"), "damaged"));
        assertEquals(
                unreadable,
                RunSelection.newest(new StoredRuns(List.of(), unreadable), 1).unreadable());
    }
}
