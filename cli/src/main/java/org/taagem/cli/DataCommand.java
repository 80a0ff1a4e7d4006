package org.taagem.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to do with data sets without learning them. */
@Command(
        name = "data",
        description = "Lists, fetches, verifies and shows the data sets that taagem knows.",
        subcommands = {
            DataListCommand.class,
            DataFetchCommand.class,
            DataVerifyCommand.class,
            DataPathCommand.class,
            DataInfoCommand.class,
            DataShowCommand.class
        },
        mixinStandardHelpOptions = true)
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given; try 'taagem data list'");
    }
}
