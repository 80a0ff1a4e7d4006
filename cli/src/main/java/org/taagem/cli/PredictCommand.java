package org.taagem.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.data.TableSettings.Header;
import org.taagem.datasets.rows.ColumnSettings;
import org.taagem.datasets.rows.SampleReader;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.Model;
import org.taagem.state.AtomicFile;
import org.taagem.state.FileReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a saved model about samples. */
@Command(
        name = "predict",
        description = "Says which class each sample most likely belongs to, as a saved model sees it. Learns nothing.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Answers are CSV: a line of names, then one line per sample. If the samples have labels, the accuracy is told"
                    + " too.",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 bad usage."
        })
final class PredictCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "MODEL",
            description = "the file of 'taagem learn --save', a model of 'taagem train', or the folder of a run")
    private Path model = Path.of("");

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to write the answers (default: standard output)")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--probabilities", description = "tell how likely each class is too (default: false)")
    private boolean probabilities;

    @Override
    public Integer call() throws IOException {
        if (output.isPresent()) {
            checkOutput(output.get());
        }
        Model loaded = SavedModel.read(model);
        AnswerNotes.of(loaded).forEach(note -> spec.commandLine().getErr().println("taagem: note: " + note));
        SampleReader samples = SampleInput.open(input, false, columns(loaded));
        Predictions predictions = new Predictions(loaded, samples, probabilities);
        PrintWriter told = output.isPresent()
                ? spec.commandLine().getOut()
                : spec.commandLine().getErr();
        if (output.isPresent()) {
            write(output.get(), predictions);
        } else {
            predictions.writeTo(spec.commandLine().getOut(), input.from.equals(SampleInput.STANDARD_INPUT));
        }
        predictions.summary().ifPresent(told::println);
        told.flush();
        return 0;
    }

    /** Answers that take the place of what they came from would be the end of it. */
    private void checkOutput(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        if (!input.from.equals(SampleInput.STANDARD_INPUT) && isSame(file, PathText.parse("--from", input.from))) {
            throw new ConfigException(
                    "--output is '" + file + "', the file that the samples come from; name another file");
        }
        if (isSame(file, SavedModel.file(model))) {
            throw new ConfigException("--output is '" + file + "', the file of the model; name another file");
        }
    }

    private static boolean isSame(Path file, Path other) throws IOException {
        return Files.exists(other) && Files.isSameFile(file, other);
    }

    private ColumnSettings columns(Model loaded) {
        String learned = loaded.origin().config().getOrDefault("label_column", "last");
        return new ColumnSettings(input.labelColumn.orElse(learned), header(), Optional.of(loaded.samples()), false);
    }

    private Optional<Boolean> header() {
        String text = input.header.orElse("auto");
        for (Header header : Header.values()) {
            if (header.name().equalsIgnoreCase(text)) {
                return SampleInput.header(header);
            }
        }
        throw new ConfigException("--header is '" + text + "'; expected true, false or auto");
    }

    private static void write(Path file, Predictions predictions) throws IOException {
        try {
            AtomicFile.write(file, out -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                predictions.writeTo(writer, false);
                writer.flush();
            });
        } catch (FileSystemException e) {
            throw new IOException("cannot write '" + file + "': " + FileReason.of(file, e) + "; check --output", e);
        }
    }
}
