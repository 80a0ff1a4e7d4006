package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.taagem.experiment.ConfigException;
import org.taagem.report.RunRecordFile;
import org.taagem.report.StoredRun;
import org.taagem.report.html.Page;
import org.taagem.report.html.PageFile;
import org.taagem.report.html.ReportedRun;
import org.taagem.report.html.RunReport;
import org.taagem.report.plot.ChartPicture.Format;
import org.taagem.report.plot.PictureFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the report of a run, or pictures of its charts. */
@Command(
        name = "report",
        description =
                "Makes a page of charts and tables of a run: one file that needs no network. Every run makes its own"
                        + " when it ends (key report).",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Options may be written with - or _ between their words.",
            "",
            "Exit codes: 0 all went well, 1 something failed, 2 bad usage."
        })
final class ReportCommand implements Callable<Integer> {
    private static final String PAGE = "html";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "RUN",
            description = "the run's folder, the record in it, or a .pkl of the Python original")
    private String run = "";

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "KIND",
            description =
                    "html for the page, png or svg for pictures of its charts, ready for a paper; or several, such as"
                            + " png,svg (default: html)")
    private List<String> formats = List.of(PAGE);

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "the page, or if there are pictures, the folder of everything (default: report.html in the run's"
                            + " folder or beside the .pkl, and pictures in figures there)")
    private Optional<String> output = Optional.empty();

    @Override
    public Integer call() throws IOException {
        boolean page = formats.contains(PAGE);
        Set<Format> pictures = pictures();
        StoredRun stored = stored(PathText.parse("RUN", run));
        Optional<Path> chosen =
                output.isPresent() ? Optional.of(PathText.parse("--output", output.get())) : Optional.empty();
        Page report = RunReport.page(ReportedRun.of(stored));
        if (page && pictures.isEmpty()) {
            write(chosen.orElse(beside(stored.path())), report);
        } else {
            Path folder = chosen.orElse(beside(stored.path()).resolveSibling("figures"));
            List<Path> written = PictureFolder.write(folder, report, pictures);
            written.forEach(this::tell);
            if (page) {
                write(chosen.isPresent() ? folder.resolve(RunReport.NAME) : beside(stored.path()), report);
            }
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Set<Format> pictures() {
        Set<Format> pictures = EnumSet.noneOf(Format.class);
        for (String format : formats) {
            if (format.equals("png") || format.equals("svg")) {
                pictures.add(Format.valueOf(format.toUpperCase(Locale.ROOT)));
            } else if (!format.equals(PAGE)) {
                throw new ConfigException(
                        "--format is '" + format + "'; expected html, png or svg, or several with commas");
            }
        }
        return pictures;
    }

    private void write(Path file, Page report) throws IOException {
        PageFile.write(file, report);
        tell(file);
    }

    private void tell(Path file) {
        spec.commandLine().getOut().println("written  " + file);
    }

    private static Path beside(Path run) {
        return Files.isDirectory(run)
                ? run.resolve(RunReport.NAME)
                : run.resolveSibling(run.getFileName() + ".html"); // a result of the Python original
    }

    private static StoredRun stored(Path run) throws IOException {
        if (!Files.exists(run) || (Files.isDirectory(run) && !Files.exists(run.resolve(RunRecordFile.NAME)))) {
            throw new ConfigException("RUN is '" + run + "', where there is no " + RunRecordFile.NAME
                    + "; expected the folder of a run, such as test_results/ta_agem_..., which it told when it began");
        }
        return StoredRun.read(run);
    }
}
