package org.taagem.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;

import org.taagem.data.TrainTest;
import org.taagem.experiment.DataFacts;
import org.taagem.experiment.RunStatus;
import org.taagem.random.Seeds;
import org.taagem.report.RunRecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Learns a task stream and records how it went. */
@Command(
        name = "train",
        description = "Learns a stream of tasks, one after the other, and measures what is remembered of each.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Options may be written with - or _ between their words. The command line goes before the file of --config,"
                    + " and the file before the defaults.",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 bad usage, 130 interrupted (143 by SIGTERM)."
        })
final class TrainCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TrainOptions options = new TrainOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Object> keys = options.effective();
        TrainSettings settings = TrainSettings.read(keys);
        Tracking.check(settings);
        prepareRecords();
        Terminal terminal = Terminal.of(System.getProperties());
        KernelSearch kernel = KernelSearch.begin(settings.kernel());
        Seeds seeds = new Seeds(settings.experiment().seed());
        TrainTest data = DataLoading.load(settings.data(), seeds, terminal.environment());
        TrainSettings fitting = TrainSettings.read(keys, DataFacts.of(data));
        TrainSession.Screen screen = new TrainSession.Screen(
                spec.commandLine().getOut(), spec.commandLine().getErr(), terminal);
        try (TrainSession session = TrainSession.begin(fitting, data, kernel.result(), screen)) {
            return exitCode(session.run());
        }
    }

    static int exitCode(RunStatus status) {
        return status == RunStatus.FINISHED ? 0 : INTERRUPTED;
    }

    /** Beside the loading of the data; a run begins with writing its record. */
    static void prepareRecords() {
        Thread preparing = new Thread(RunRecordFile::prepare, "prepare-records");
        preparing.setDaemon(true);
        preparing.start();
    }
}
