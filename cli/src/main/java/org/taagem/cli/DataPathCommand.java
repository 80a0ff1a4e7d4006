package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.taagem.datasets.FoundFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says where a data set is, for other programs to use it. */
@Command(
        name = "path",
        description = "Prints the folder that a data set is in, and nothing else; fails if it is not here.",
        mixinStandardHelpOptions = true)
final class DataPathCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataName name = new DataName();

    @Mixin
    private DataName.Folder folder = new DataName.Folder();

    @Override
    public Integer call() throws IOException {
        FoundFiles found = DataVerifyCommand.located(name.finder(), folder);
        PrintWriter out = spec.commandLine().getOut();
        out.println(found.folder());
        out.flush();
        return 0;
    }
}
