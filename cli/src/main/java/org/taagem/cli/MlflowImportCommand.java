package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.experiment.ConfigException;
import org.taagem.mlflow.BeingDeliveredException;
import org.taagem.mlflow.MlflowLookup;
import org.taagem.mlflow.MlflowPush;
import org.taagem.mlflow.TrackingServer;
import org.taagem.report.StoredRun;
import org.taagem.report.StoredRuns;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the runs of a folder to a server. */
@Command(
        name = "import",
        description = "Brings the runs of a folder to an MLflow server: taagem's own records and results of the Python"
                + " original.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Exit codes: 0 all are there, 1 something failed, 2 bad usage."})
final class MlflowImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--input_dir", paramLabel = "DIR", required = true, description = "where the runs are")
    private String inputDir = "";

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /** How many. */
    static final class Which {
        @Option(names = "--last", paramLabel = "N", description = "the newest N, 1 or more")
        private Optional<Integer> last = Optional.empty();

        @Option(names = "--all", description = "all")
        private boolean all;
    }

    @Option(
            names = "--dry_run",
            description = "say what would be imported, and what is there already; nothing is changed")
    private boolean dryRun;

    @Mixin
    private MlflowServerOption server = new MlflowServerOption();

    @Option(
            names = "--experiment_name",
            paramLabel = "NAME",
            description = "the experiment that they go to (default: the name of the folder)")
    private Optional<String> experiment = Optional.empty();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = PathText.parse("--input_dir", inputDir);
        StoredRuns found = StoredRuns.below(folder);
        found.unreadable().forEach(file -> spec.commandLine().getErr().println("taagem: warning: " + file.reason()));
        PrintWriter out = spec.commandLine().getOut();
        List<StoredRun> runs = chosen(found.runs(), out);
        if (runs.isEmpty()) {
            throw new ConfigException("--input_dir is '" + folder + "', where there is no run that is over; expected a"
                    + " folder with runs below it, such as test_results");
        }
        String name = MlflowServerOption.checked(experiment)
                .orElse(String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        boolean complete = dryRun ? tell(runs, name, out) : importAll(runs, name, out);
        out.flush();
        return complete && found.unreadable().isEmpty() ? 0 : TaagemCommand.FAILED;
    }

    private boolean tell(List<StoredRun> runs, String name, PrintWriter out) throws IOException, InterruptedException {
        MlflowLookup lookup = MlflowLookup.of(server.server(), name, runs.size());
        for (StoredRun run : runs) {
            String line =
                    switch (lookup.arrival(run.record())) {
                        case ABSENT -> "would be imported into '" + name + "'  ";
                        case PARTIAL -> "would be completed in '" + name + "'  ";
                        case DELIVERED -> "there already  ";
                    };
            out.println(line + run.path());
        }
        return true;
    }

    private List<StoredRun> chosen(List<StoredRun> newestFirst, PrintWriter out) throws IOException {
        int most = which.all ? Integer.MAX_VALUE : which.last.orElseThrow();
        if (most < 1) {
            throw new ConfigException("--last is " + most + "; expected 1 or more");
        }
        List<StoredRun> over = new ArrayList<>();
        for (StoredRun run : newestFirst) {
            if (MlflowItems.isGoingOn(run)) {
                out.println("going on       " + run.path() + ": left out; import it when it is over");
            } else {
                over.add(run);
            }
        }
        return over.subList(0, Math.min(most, over.size()));
    }

    /** Says whether all have arrived. */
    private boolean importAll(List<StoredRun> runs, String name, PrintWriter out)
            throws IOException, InterruptedException {
        TrackingServer to = server.server();
        MlflowPush push = new MlflowPush(to);
        ImportLock lock = ImportLock.take(
                new ImportLock.Target(to.address(), name),
                Terminal.of(System.getProperties()).environment().cacheFolder());
        try {
            push.check(name);
            push.prepareImport(name, runs.size());
            MlflowItems items = new MlflowItems();
            boolean complete = importEach(new Import(push, items, name), runs, out);
            items.endParents(push, name);
            return complete;
        } finally {
            lock.close();
        }
    }

    private record Import(MlflowPush push, MlflowItems items, String name) {}

    private static boolean importEach(Import to, List<StoredRun> runs, PrintWriter out)
            throws IOException, InterruptedException {
        String now =
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString();
        boolean complete = true;
        try (ImportConsole console = new ImportConsole(out, Terminal.of(System.getProperties()), runs.size())) {
            for (StoredRun run : runs) {
                Map<String, String> tags = new LinkedHashMap<>();
                tags.put("source", "imported");
                tags.put("original_filename", run.name());
                tags.put("import_timestamp", now);
                MlflowPush.Item item = to.items.of(run, tags);
                try {
                    console.done(
                            run,
                            Files.isDirectory(run.path())
                                    ? to.push.importFolder(to.name, run.path(), item)
                                    : to.push.importRun(to.name, item));
                } catch (BeingDeliveredException e) {
                    console.leftOut(run);
                    complete = false;
                }
            }
        }
        return complete;
    }
}
