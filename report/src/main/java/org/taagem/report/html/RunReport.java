package org.taagem.report.html;

import java.util.List;

/**
 * The report of a run: what came out first, then how it came about, then with which settings. It is made of the run's record
 * and what lies beside it, and says what is not there.
 */
public final class RunReport {
    /** Name of the report's file in the run's folder. */
    public static final String NAME = "report.html";

    private RunReport() {}

    /**
     * Makes a report.
     *
     * @param run the run
     * @return a page; at most 4 MB, however long the run, if its stream has no more than a hundred tasks
     */
    public static Page page(ReportedRun run) {
        RunTables tables = new RunTables(run);
        return new Page(
                run.name(),
                "Report of a run",
                List.of(
                        tables.summary(),
                        new AccuracyFigures(run.record()).section(),
                        new TrainingFigures(run).section(),
                        new MemoryFigures(run).section(),
                        SampleFigures.section(run.kept()),
                        tables.settings()));
    }
}
