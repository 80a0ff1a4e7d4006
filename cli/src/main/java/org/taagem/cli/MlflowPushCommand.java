package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.experiment.RunStatus;
import org.taagem.mlflow.MlflowPush;
import org.taagem.report.RunLock;
import org.taagem.report.StoredRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Delivers what a server has not got of runs. */
@Command(
        name = "push",
        description = "Delivers runs to an MLflow server, or what it has not got of them yet. Doing it again changes"
                + " nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Exit codes: 0 all were delivered, 1 something failed, 2 bad usage."})
final class MlflowPushCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "the folders of runs")
    private List<String> runs = List.of();

    @Mixin
    private MlflowServerOption server = new MlflowServerOption();

    @Option(
            names = "--experiment_name",
            paramLabel = "NAME",
            description = "the experiment that they go to (default: the run's own experiment_name)")
    private Optional<String> experiment = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
        MlflowPush push = new MlflowPush(server.server());
        MlflowItems items = new MlflowItems();
        List<StoredRun> all = new ArrayList<>();
        for (String run : runs) {
            all.add(StoredRun.read(PathText.parse("RUN", run)));
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean complete = true;
        for (StoredRun run : all) {
            if (isGoingOn(run)) {
                out.println("going on   " + run.path() + ": it delivers by itself, or push it when it is over");
                complete = false;
            } else {
                String name = experiment.orElse(
                        String.valueOf(run.record().config().getOrDefault("experiment_name", "taagem")));
                out.println("delivered  " + run.path() + "  " + push.push(name, run.path(), items.of(run, Map.of())));
            }
            out.flush();
        }
        return complete ? 0 : TaagemCommand.FAILED;
    }

    private static boolean isGoingOn(StoredRun run) throws IOException {
        return run.record().status() == RunStatus.RUNNING && RunLock.isHeld(run.path());
    }
}
