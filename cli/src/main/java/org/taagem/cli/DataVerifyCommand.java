package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.taagem.datasets.DatasetFinder;
import org.taagem.datasets.DatasetNotFoundException;
import org.taagem.datasets.FileCheck;
import org.taagem.datasets.FoundFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares the files of a data set with the published ones. */
@Command(
        name = "verify",
        description = "Compares every file of a data set, wherever it is now, with the published one.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 all files are as published, 1 a file differs or cannot be verified, 2 bad usage."})
final class DataVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataName name = new DataName();

    @Mixin
    private DataName.Folder folder = new DataName.Folder();

    @Override
    public Integer call() throws IOException {
        DatasetFinder finder = name.finder();
        FoundFiles found = located(finder, folder);
        PrintWriter out = spec.commandLine().getOut();
        out.println(finder.dataset().name() + ": " + found.place());
        List<FileCheck> checks = finder.verify(found);
        for (FileCheck check : checks) {
            out.println(String.format(
                            Locale.ROOT,
                            "%-9s  %s  %s  %s",
                            check.state().name().toLowerCase(Locale.ROOT),
                            check.sha256(),
                            check.name(),
                            check.problem().orElse(""))
                    .stripTrailing());
        }
        out.flush();
        return checks.stream().allMatch(check -> check.state() == FileCheck.State.VERIFIED) ? 0 : TaagemCommand.FAILED;
    }

    /** Returns the files where they are now, or fails with what to do. */
    static FoundFiles located(DatasetFinder finder, DataName.Folder folder) throws IOException {
        String name = finder.dataset().name();
        return finder.locate(folder.path())
                .orElseThrow(() -> new DatasetNotFoundException(
                        "data set " + name + " is not here; 'taagem data fetch " + name + "' fetches it"));
    }
}
