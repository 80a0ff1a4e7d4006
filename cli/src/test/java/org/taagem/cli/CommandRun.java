package org.taagem.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * What the command did inside this process.
 *
 * @param exit its exit code
 * @param out what it told
 * @param err what it complained of
 */
record CommandRun(int exit, String out, String err) {
    /** Runs a command line as {@code main} does, as on a terminal of 80 columns without colours. */
    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = TaagemCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(80)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        int exit = command.execute(OptionSpelling.normalise(arguments));
        return new CommandRun(exit, out.toString(), err.toString());
    }
}
