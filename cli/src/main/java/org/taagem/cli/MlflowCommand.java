package org.taagem.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What there is to do with an MLflow server beside training. */
@Command(
        name = "mlflow",
        description = "Brings runs to an MLflow server that were made without it, or while it was away.",
        subcommands = {MlflowPushCommand.class, MlflowImportCommand.class},
        mixinStandardHelpOptions = true)
final class MlflowCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given; try 'taagem mlflow push RUN'");
    }
}
