package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.taagem.experiment.ConfigException;
import org.taagem.mlflow.BeingDeliveredException;
import org.taagem.mlflow.MlflowException;
import org.taagem.mlflow.MlflowPush;
import org.taagem.mlflow.MlflowPush.Pushed;
import org.taagem.report.RunRecordFile;
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
            Path folder = PathText.parse("RUN", run);
            if (Files.exists(folder) && !Files.exists(folder.resolve(RunRecordFile.NAME))) {
                throw new ConfigException("RUN is '" + run + "', which is no run's folder: it has no "
                        + RunRecordFile.NAME + "; expected the folder of a run (taagem mlflow import brings whatever is"
                        + " below a folder)");
            }
            all.add(StoredRun.read(folder));
        }
        PrintWriter out = spec.commandLine().getOut();
        push.check(experiment(all.get(0)));
        Set<String> experiments = new LinkedHashSet<>();
        boolean complete = true;
        for (StoredRun run : all) {
            experiments.add(push.experiment(experiment(run), run.path()));
            complete &= push(run, push, items);
            out.flush();
        }
        for (String each : experiments) {
            items.endParents(push, each);
        }
        return complete ? 0 : TaagemCommand.FAILED;
    }

    /** Brings a run; what a server has against it is none of the others' business. */
    private boolean push(StoredRun run, MlflowPush push, MlflowItems items) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (MlflowItems.isGoingOn(run)) {
            out.println("going on       " + run.path() + ": it delivers by itself, or push it when it is over");
            return false;
        }
        try {
            Pushed pushed = push.push(experiment(run), run.path(), items.of(run, Map.of()));
            out.println((pushed.sent() ? "delivered      " : "there already  ") + run.path() + "  " + pushed.page());
            return true;
        } catch (BeingDeliveredException e) {
            out.println(MlflowItems.beingDelivered(run));
            return false;
        } catch (MlflowException e) {
            if (e.kind() != MlflowException.Kind.INVALID) {
                throw e;
            }
            spec.commandLine().getErr().println("taagem: " + run.path() + ": " + TaagemCommand.oneLine(e));
            return false;
        }
    }

    private String experiment(StoredRun run) {
        return MlflowServerOption.checked(experiment)
                .orElse(String.valueOf(run.record().config().getOrDefault("experiment_name", "taagem")));
    }
}
