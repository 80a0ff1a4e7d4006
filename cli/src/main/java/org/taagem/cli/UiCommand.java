package org.taagem.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.taagem.experiment.ConfigException;
import org.taagem.ui.UiServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the runs below a folder in a browser. */
@Command(
        name = "ui",
        description =
                "Shows runs on a web page of this machine: a list that filters and sorts, each run's report, those that"
                        + " still go on as they do, and several side by side.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Only this machine is answered, and nothing is changed. Ctrl-C ends it.",
            "docs/ui.md has more.",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 bad usage."
        })
final class UiCommand implements Callable<Integer> {
    private static final int MOST = 65_535;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "the folder of the runs, and of folders of runs (default: ${DEFAULT-VALUE})")
    private String dir = "test_results";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "the port, or 0 for any that is free (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = folder();
        if (port < 0 || port > MOST) {
            throw new ConfigException("--port is " + port + "; expected 0 to " + MOST);
        }
        PrintWriter out = spec.commandLine().getOut();
        UiServer server = UiServer.start(folder, port, spec.commandLine().getErr());
        endInOrder(server);
        out.println("taagem ui is at " + server.address());
        out.println("It shows the runs in " + folder + " to this machine alone. Ctrl-C ends it.");
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private Path folder() {
        Path folder = PathText.parse("--dir", dir);
        if (!Files.isDirectory(folder)) {
            throw new ConfigException(
                    "--dir is '" + folder + "', where there is no folder; expected that of your runs, which"
                            + " 'taagem train --lite' makes");
        }
        return folder;
    }

    /** To be ended by Ctrl-C is the usual way, and no failure, as Java would have it. */
    private static void endInOrder(UiServer server) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            Runtime.getRuntime().halt(0);
                        },
                        "ui-end"));
    }
}
