package org.taagem.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.taagem.experiment.ConfigException;
import org.taagem.report.TaskPage;
import org.taagem.report.TaskPicture;
import org.taagem.report.TaskSamples;
import org.taagem.state.AtomicFile;
import org.taagem.stream.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws what a stream shows. */
@Command(
        name = "show",
        description =
                "Draws sample images of every task, with their labels: a row for each task, a column for each label.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Exit codes: 0 all went well, 1 something failed, 2 bad usage."})
final class DataShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StreamOptions options = new StreamOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "the picture, .png or .html (default: tasks.png)")
    private String output = "tasks.png";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path file = PathText.parse("--output", output);
        boolean html = isHtml(file);
        StreamSetup setup = StreamSetup.load(options.effective(), Terminal.of(System.getProperties()));
        String type = setup.config().scenario().name();
        List<Task> tasks = setup.stream().tasks();
        TaskSamples samples = TaskSamples.of(
                        setup.data().name() + ", task_type " + type, tasks, setup.classNames(tasks.size()))
                .orElseThrow(() -> new ConfigException(
                        "dataset_name is '" + setup.settings().data().dataset()
                                + "', which is not made of images, and nothing else can be shown"));
        byte[] bytes = html ? TaskPage.html(samples).getBytes(StandardCharsets.UTF_8) : TaskPicture.png(samples);
        write(file, bytes);
        spec.commandLine().getOut().println("written  " + file);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static boolean isHtml(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".png") && !name.endsWith(".html")) {
            throw new ConfigException("--output is '" + file + "'; expected a name that ends in .png or .html");
        }
        return name.endsWith(".html");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new IOException("cannot write " + file + ": "
                    + (Files.isDirectory(file) ? "it is a folder" : "its folder does not exist") + "; check --output");
        }
        try {
            AtomicFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new IOException("cannot write " + file + ": " + e.getMessage() + "; check --output", e);
        }
    }
}
