package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a table of learners on streams. */
@Command(
        name = "bench",
        description =
                "Runs every learner of a specification on every stream with several seeds, some runs at once, and writes"
                        + " tables of means, intervals and tests as Markdown, CSV and HTML.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The command line goes before the specification. Again with the same one, what is missing is run. docs/bench.md has the"
                    + " format and examples.",
            "",
            "Exit codes: 0 all went well, 1 a run or something else failed, 2 bad usage, 130 interrupted (143 by SIGTERM)."
        })
final class BenchCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;
    private static final int MOST = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "SPEC", description = "a YAML file of learners, streams and seeds")
    private String specification = "";

    @Option(
            names = {"-o", "--output_dir"},
            paramLabel = "DIR",
            description = "where everything is written (default: test_results/ and the specification's name)")
    private Optional<String> outputDir = Optional.empty();

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "runs at once, 1 to " + MOST + " (default: as many as there are processors)")
    private Optional<Integer> jobs = Optional.empty();

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "write the tables to this file, too, and pictures to a folder beside it (default: none)")
    private Optional<String> markdown = Optional.empty();

    @Option(
            names = "--tables_only",
            description = "run nothing, and write the tables of the runs that are there (default: false)")
    private boolean tablesOnly;

    @Mixin
    private TrackingOptions tracking = new TrackingOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        BenchRequest request = request();
        TrainSettings first = request.plan().cells().get(0).settings(DataFacts.USUAL);
        Tracking.check(first);
        TrainCommand.prepareRecords();
        Terminal terminal = Terminal.of(System.getProperties());
        KernelSearch kernel = KernelSearch.begin(first.kernel());
        BenchData data = BenchData.load(request.plan(), request.jobs(), terminal.environment());
        request.plan().cells().forEach(cell -> request.plan().checkBudget(cell, DataFacts.of(data.first(cell))));
        TrainSession.Screen screen = new TrainSession.Screen(
                spec.commandLine().getOut(), spec.commandLine().getErr(), terminal);
        try (BenchSession session = BenchSession.begin(request, data, screen)) {
            boolean failed = session.run(kernel.result().kernel());
            return session.isStopped() ? INTERRUPTED : failed ? TaagemCommand.FAILED : 0;
        }
    }

    private BenchRequest request() throws IOException {
        Path file = PathText.parse("SPEC", specification);
        String text = ConfigFiles.text(file, "SPEC");
        Map<String, Object> values = YamlText.parse(text, specification);
        Optional<String> config = BenchSpecReader.config(values, specification);
        Map<String, Object> given = new LinkedHashMap<>();
        tracking.addTo(given);
        BenchSpec read = BenchSpecReader.read(
                        values, config.isPresent() ? ConfigFiles.read(config.get()) : Map.of(), specification)
                .with(given);
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        Path folder = outputDir.isPresent()
                ? PathText.parse("--output_dir", outputDir.get())
                : Path.of("test_results").resolve(name);
        return new BenchRequest(
                BenchPlan.of(read, folder),
                new BenchRequest.Source(specification, text),
                jobs(),
                new BenchRequest.Tables(markdown.map(path -> PathText.parse("--markdown", path)), tablesOnly));
    }

    private int jobs() {
        int number = jobs.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        if (number < 1 || number > MOST) {
            throw new ConfigException("--jobs is " + number + "; expected 1 to " + MOST);
        }
        return number;
    }
}
