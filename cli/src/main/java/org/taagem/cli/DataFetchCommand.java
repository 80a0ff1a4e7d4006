package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.taagem.datasets.DatasetFinder;
import org.taagem.datasets.FoundFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Fills the cache ahead of time, for a machine that will have no network. */
@Command(
        name = "fetch",
        description = "Fetches a data set into the cache and verifies it, unless it is there already.",
        mixinStandardHelpOptions = true)
final class DataFetchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataName name = new DataName();

    @Override
    public Integer call() throws IOException, InterruptedException {
        DatasetFinder finder = name.finder();
        FoundFiles found = finder.fetch();
        PrintWriter out = spec.commandLine().getOut();
        out.println(finder.dataset().name() + ": " + found.place() + ", verified");
        out.flush();
        return 0;
    }
}
