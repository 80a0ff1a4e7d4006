package org.taagem.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;

import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DivergedException;
import org.taagem.report.HarmlessText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command without a sub-command. */
@Command(
        name = "taagem",
        description = "Continual learning: models that keep learning from a drifting stream and do not forget.",
        subcommands = {
            TrainCommand.class,
            ResumeCommand.class,
            BatchCommand.class,
            BenchCommand.class,
            PlanCommand.class,
            LearnCommand.class,
            PredictCommand.class,
            ShowCommand.class,
            ReportCommand.class,
            StatsCommand.class,
            CompareCommand.class,
            ConvertCommand.class,
            ExportCommand.class,
            UiCommand.class,
            DataCommand.class,
            MlflowCommand.class,
            DefaultsCommand.class,
            PresetsCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = TaagemCommand.Version.class,
        footer = {"", "Exit codes: 0 all went well, 1 something failed, 2 bad usage."})
final class TaagemCommand implements Runnable {
    static final int FAILED = 1;
    static final int BAD_USAGE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Makes the command as {@code main} runs it. */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new TaagemCommand());
        commandLine.setHelpFactory(TaagemCommand::help);
        commandLine.setParameterExceptionHandler(TaagemCommand::badUsage);
        IExecutionExceptionHandler failed = TaagemCommand::failed;
        commandLine.setExecutionExceptionHandler(failed);
        commandLine.setExecutionStrategy(TaagemCommand::withinMemory);
        commandLine.setUsageHelpAutoWidth(true);
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given; try 'taagem train --lite'");
    }

    /** A large network or memory is no bug, and no trace helps to mend it. */
    private static int withinMemory(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            parsed.commandSpec().commandLine().getErr().println("taagem: " + outOfMemory(e));
            return FAILED;
        }
    }

    /** Says in one line what can be done about it. */
    static String outOfMemory(OutOfMemoryError e) {
        return String.format(
                Locale.ROOT,
                "out of memory (%s; Java may take %.1f GB): make the network, the memory, the batches or the stream smaller,"
                        + " or allow more, such as TAAGEM_JAVA_OPTS=-Xmx8g",
                e.getMessage(),
                Runtime.getRuntime().maxMemory() / 1e9);
    }

    /** The defaults are read when somebody asks for help, and not at every start. */
    private static CommandLine.Help help(CommandSpec spec, CommandLine.Help.ColorScheme colours) {
        spec.commandLine().setResourceBundle(new Defaults(ConfigFiles.defaults()));
        return new CommandLine.Help(spec, colours);
    }

    private static int badUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println("taagem: " + oneLine(e) + " ("
                        + command.getCommandSpec().qualifiedName() + " -h shows the options)");
        return BAD_USAGE;
    }

    /** What a user can mend is told in one line. Anything else is a bug of taagem's, and its trace helps to find it. */
    private static int failed(Exception e, CommandLine command, ParseResult parsed) throws Exception {
        if (e instanceof ConfigException) {
            command.getErr().println("taagem: " + oneLine(e));
            return BAD_USAGE;
        }
        if (e instanceof DivergedException || e instanceof IOException || e instanceof UncheckedIOException) {
            command.getErr().println("taagem: " + oneLine(e));
            return FAILED;
        }
        throw e;
    }

    /** What a file holds may be part of the message, and is not to steer the terminal. */
    static String oneLine(Exception e) {
        return HarmlessText.of(
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }

    /** Tells the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            BuildInfo build = BuildInfo.read();
            return new String[] {
                "taagem " + build.version() + " (" + build.commit() + ")",
                "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
            };
        }
    }

    /**
     * Puts the defaults of the file into the help texts, where {@code ${bundle:default.key}} stands for one. Not by the key
     * alone: picocli would take that for the description of the option of the same name.
     */
    private static final class Defaults extends ListResourceBundle {
        private final Map<String, Object> values;

        Defaults(Map<String, Object> values) {
            this.values = values;
        }

        @Override
        protected Object[][] getContents() {
            return values.entrySet().stream()
                    .map(entry -> new Object[] {"default." + entry.getKey(), String.valueOf(entry.getValue())})
                    .toArray(Object[][]::new);
        }
    }
}
