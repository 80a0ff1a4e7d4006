package org.taagem.cli;

/** Starts the {@code taagem} command. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the program with its exit code: 0 if all went well, 1 if something failed, 2 if it was
     * asked for wrongly.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(TaagemCommand.commandLine().execute(OptionSpelling.normalise(args)));
    }
}
