package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.taagem.datasets.DataSource;
import org.taagem.datasets.DatasetFacts;
import org.taagem.datasets.DatasetFinder;
import org.taagem.datasets.DatasetNotFoundException;
import org.taagem.datasets.FoundFiles;
import org.taagem.datasets.KnownDataset;
import org.taagem.datasets.KnownFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells all that is known of a data set. */
@Command(
        name = "info",
        description = "Tells what a data set is, its licence, its files with their SHA-256, and where it comes from.",
        mixinStandardHelpOptions = true)
final class DataInfoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataName name = new DataName();

    @Override
    public Integer call() throws IOException {
        DatasetFinder finder = name.finder();
        PrintWriter out = spec.commandLine().getOut();
        facts(finder.dataset(), out);
        line(out, "now", where(finder));
        out.println();
        out.println("Files:");
        for (KnownFile file : finder.dataset().files()) {
            out.printf(Locale.ROOT, "  %-38s %,13d bytes%n", file.name(), file.bytes());
            out.println("    SHA-256 " + file.sha256().orElse("not published; what it is fetched in is verified"));
        }
        out.println();
        out.println("Sources, in the order in which they are tried:");
        for (DataSource source : finder.dataset().sources()) {
            out.println("  " + source.name());
            new TreeMap<>(source.checksums())
                    .forEach((file, sha256) -> out.println("    SHA-256 " + sha256 + " " + file));
        }
        out.flush();
        return 0;
    }

    private static void facts(KnownDataset dataset, PrintWriter out) {
        DatasetFacts facts = dataset.facts();
        line(out, "name", dataset.name());
        line(out, "content", facts.title());
        line(out, "images", facts.shape() + " pixels, " + facts.shape().pixels() + " inputs");
        line(out, "classes", String.valueOf(facts.classes()));
        line(out, "training", String.format(Locale.ROOT, "%,d images", facts.trainSize()));
        line(out, "test", String.format(Locale.ROOT, "%,d images", facts.testSize()));
        line(out, "licence", facts.licence());
        line(out, "cite", facts.citation());
        line(out, "homepage", facts.homepage());
        line(out, "variable", dataset.variable());
    }

    private static void line(PrintWriter out, String key, String value) {
        out.printf(Locale.ROOT, "%-9s %s%n", key, value);
    }

    private static String where(DatasetFinder finder) throws IOException {
        try {
            Optional<FoundFiles> found = finder.locate(Optional.empty());
            return found.map(FoundFiles::place).orElse("to be fetched");
        } catch (DatasetNotFoundException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
