package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.datasets.DatasetFacts;
import org.taagem.datasets.DatasetFinder;
import org.taagem.datasets.DatasetNotFoundException;
import org.taagem.datasets.Environment;
import org.taagem.datasets.FoundFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One line for each data set. */
@Command(
        name = "list",
        description = "Lists the data sets that taagem can find or fetch, with where each is now.",
        mixinStandardHelpOptions = true)
final class DataListCommand implements Callable<Integer> {
    private static final String LINE = "%-14s %9s %7s %7s %8s  %s%n";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Environment environment = Terminal.of(System.getProperties()).environment();
        out.printf(Locale.ROOT, LINE, "name", "training", "test", "image", "classes", "where");
        for (String name : DatasetFinder.names()) {
            DatasetFinder finder = DatasetFinder.of(name, environment);
            DatasetFacts facts = finder.dataset().facts();
            out.printf(
                    Locale.ROOT,
                    LINE,
                    name,
                    facts.trainSize(),
                    facts.testSize(),
                    facts.shape(),
                    facts.classes(),
                    where(finder));
        }
        out.flush();
        return 0;
    }

    private static String where(DatasetFinder finder) throws IOException {
        try {
            Optional<FoundFiles> found = finder.locate(Optional.empty());
            return found.map(FoundFiles::place).orElse("to be fetched");
        } catch (DatasetNotFoundException e) {
            return "not where " + finder.dataset().variable() + " says";
        }
    }
}
