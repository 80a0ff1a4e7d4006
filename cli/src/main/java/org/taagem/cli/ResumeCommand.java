package org.taagem.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on with a training that was cut off. */
@Command(
        name = "resume",
        description = "Goes on with a training that was stopped or cut off, and ends as if it had never been.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Options may be written with - or _ between their words.",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 bad usage, 130 interrupted (143 by SIGTERM)."
        })
final class ResumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "the run's folder")
    private String run = "";

    @Option(
            names = "--data_dir",
            paramLabel = "DIR",
            description = "where to look for a data set that taagem knows (default: where the run found it)")
    private Optional<String> dataDir = Optional.empty();

    @Option(
            names = "--kernel",
            paramLabel = "NAME",
            description = "what computes from now on: auto, plain or simd (default: as the run was told)")
    private Optional<String> kernel = Optional.empty();

    @Option(names = "--no_verbose", description = "say one plain line per task (default: as the run was told)")
    private boolean noVerbose;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CutOffRun cutOff = CutOffRun.read(PathText.parse("RUN", run), changes());
        TrainSettings settings = cutOff.settings();
        Tracking.check(settings);
        Terminal terminal = Terminal.of(System.getProperties());
        KernelSearch search = KernelSearch.begin(settings.kernel());
        Seeds seeds = new Seeds(settings.experiment().seed());
        TrainTest data = DataLoading.load(settings.data(), seeds, terminal.environment());
        TrainSession.Screen screen = new TrainSession.Screen(
                spec.commandLine().getOut(), spec.commandLine().getErr(), terminal);
        RecordedExperiment experiment =
                RecordedExperiment.resume(cutOff, data, search.result().kernel(), screen::warn);
        try (TrainSession session = new TrainSession(cutOff.settings(data), experiment, search.result(), screen)) {
            return TrainCommand.exitCode(session.run());
        }
    }

    private Map<String, Object> changes() {
        Map<String, Object> changes = new LinkedHashMap<>();
        dataDir.ifPresent(value -> changes.put("data_dir", value));
        kernel.ifPresent(value -> changes.put("kernel", value));
        if (noVerbose) {
            changes.put("verbose", false);
        }
        return changes;
    }
}
