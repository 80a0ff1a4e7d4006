package org.taagem.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the file of defaults: the list of all keys, with comments, and a start for a file of one's own. */
@Command(
        name = "defaults",
        description = "Prints every configuration key with its default, as a file for --config.",
        mixinStandardHelpOptions = true)
final class DefaultsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().getOut().print(ConfigFiles.defaultsText());
        spec.commandLine().getOut().flush();
    }
}
