package org.taagem.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.taagem.experiment.DataFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs every task type with several seeds. */
@Command(
        name = "batch",
        description =
                "Trains on several task types with several seeds each, some runs at once, and ends with a table of"
                        + " means. Takes the options of train, which count for every run.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        modelTransformer = BatchOptions.OfSeveralRuns.class,
        footer = {
            "",
            "Options may be written with - or _ between their words. docs/batch.md has an example.",
            "",
            "Exit codes: 0 all went well, 1 a run or something else failed, 2 bad usage, 130 interrupted (143 by SIGTERM)."
        })
final class BatchCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private BatchOptions options = new BatchOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        BatchPlan plan = options.plan();
        int jobs = Math.min(options.jobs(), plan.slots().size());
        TrainSettings first = plan.first(DataFacts.USUAL);
        Tracking.check(first);
        TrainCommand.prepareRecords();
        Terminal terminal = Terminal.of(System.getProperties());
        KernelSearch kernel = KernelSearch.begin(first.kernel());
        BatchData data = BatchData.load(first.data(), plan.seeds().first(), jobs, terminal.environment());
        TrainSession.Screen screen = new TrainSession.Screen(
                spec.commandLine().getOut(), spec.commandLine().getErr(), terminal);
        try (BatchSession session = BatchSession.begin(new BatchSession.Setup(plan, data, kernel.result()), screen)) {
            BatchReport report = session.run(jobs);
            return session.isStopped() ? INTERRUPTED : report.hasFailures() ? TaagemCommand.FAILED : 0;
        }
    }
}
