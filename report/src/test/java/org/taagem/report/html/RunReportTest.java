package org.taagem.report.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.data.Sample;
import org.taagem.experiment.Evaluation;
import org.taagem.experiment.Experiment;
import org.taagem.experiment.LossSeries;
import org.taagem.experiment.MemoryContents;
import org.taagem.experiment.Run;
import org.taagem.experiment.RunOptions;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunRecorder;
import org.taagem.experiment.StreamFacts;
import org.taagem.metrics.Metric;
import org.taagem.random.Seeds;
import org.taagem.report.KeptSamples;
import org.taagem.report.MemoryFile;
import org.taagem.report.Records;
import org.taagem.report.RunRecordFile;
import org.taagem.report.TaskSamples;
import org.taagem.report.TinyRun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunReportTest {
    private static final int MEGABYTE = 1 << 20;

    /** A real run of two tasks, with all that lies beside its record. */
    private static ReportedRun tiny(Map<String, Object> config) {
        Experiment experiment = TinyRun.experiment(config);
        RunRecorder recorder = TinyRun.recorder(config, experiment);
        try (Run run = experiment.begin(recorder, RunOptions.USUAL)) {
            run.run(() -> false);
            KeptSamples kept = KeptSamples.of(experiment, run);
            return new ReportedRun("tiny", recorder.record(), Optional.of(recorder.losses()), Optional.of(kept));
        }
    }

    private static ReportedRun bare(RunRecord record) {
        return new ReportedRun("bare", record, Optional.empty(), Optional.empty());
    }

    private static String html(ReportedRun run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunReport.page(run).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> figures(ReportedRun run) {
        return RunReport.page(run).all(ChartFigure.class).stream()
                .map(ChartFigure::id)
                .toList();
    }

    private static <T extends Chart> T chart(ReportedRun run, String id, Class<T> type) {
        return RunReport.page(run).all(ChartFigure.class).stream()
                .filter(figure -> figure.id().equals(id))
                .map(figure -> type.cast(figure.chart()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> notes(ReportedRun run) {
        return RunReport.page(run).all(Note.class).stream().map(Note::text).toList();
    }

    @Test
    void page_wholeRun_hasEveryFigureAndNothingMissing() {
        ReportedRun run = tiny(TinyRun.config());
        assertEquals(
                List.of(
                        "accuracy-by-task",
                        "average-accuracy",
                        "accuracy-matrix",
                        "forgetting-by-task",
                        "loss",
                        "learning-rate",
                        "projection-rate",
                        "time",
                        "memory-by-label",
                        "memory-by-origin",
                        "memory-clusters"),
                figures(run));
        assertEquals(List.of(), notes(run));
        assertEquals(1, RunReport.page(run).all(ImageTable.class).size());
    }

    @Test
    void page_wholeRun_drawsTheNumbersOfItsRecord() {
        ReportedRun run = tiny(TinyRun.config());
        RunRecord record = run.record();
        LineChart accuracy = chart(run, "accuracy-by-task", LineChart.class);
        HeatMap matrix = chart(run, "accuracy-matrix", HeatMap.class);
        BarChart forgetting = chart(run, "forgetting-by-task", BarChart.class);
        LineChart loss = chart(run, "loss", LineChart.class);

        assertEquals(List.of(30.0, 60.0), accuracy.lines().get(0).x());
        assertEquals(
                record.evaluations().stream()
                        .map(evaluation -> evaluation.individualAccuracies().get(0))
                        .toList(),
                accuracy.lines().get(0).y());
        assertEquals(List.of(60.0), accuracy.lines().get(1).x());
        assertEquals(List.of(new LineChart.Mark(0, "task 1"), new LineChart.Mark(30, "task 2")), accuracy.marks());
        assertEquals(record.tasks().stream().map(task -> task.accuracies()).toList(), matrix.values());
        assertEquals(
                record.summary().get(Metric.FORGETTING).orElseThrow(),
                forgetting.bars().get(0).values().get(0));
        assertEquals(
                record.summary().get(Metric.BWT).orElseThrow(),
                forgetting.bars().get(1).values().get(0));
        assertEquals(60, loss.lines().get(0).y().size());
        assertEquals(
                run.losses().orElseThrow().loss(59), loss.lines().get(0).y().get(59));
    }

    @Test
    void page_wholeRun_showsEverySampleInMemory() {
        ReportedRun run = tiny(TinyRun.config());
        PointCloud cloud = chart(run, "memory-clusters", PointCloud.class);
        int points =
                cloud.views().stream().mapToInt(view -> view.points().size()).sum();
        Evaluation last =
                run.record().evaluations().get(run.record().evaluations().size() - 1);

        assertEquals(last.memorySize(), points);
        assertEquals(
                List.of("label 0", "label 1", "label 2"),
                cloud.views().stream().map(PointCloud.View::name).toList());
        assertTrue(cloud.views().stream().allMatch(view -> view.images().isPresent()));
        assertTrue(
                cloud.views().get(0).note().contains(" in 2 clusters; "),
                cloud.views().get(0).note());
    }

    @Test
    void page_learnerWithoutMemory_saysSo() throws Exception {
        Map<String, Object> config = new LinkedHashMap<>(TinyRun.config());
        config.put("strategy", "sgd");
        ReportedRun run = tiny(config);

        assertEquals(List.of(), notes(run));
        assertFalse(figures(run).contains("memory-clusters"));
        assertTrue(html(run).contains("the learner keeps no samples"));
        assertTrue(html(run).contains("No gradient was compared"));
    }

    @Test
    void page_memoryWithoutClusters_saysWhatIsNotKnown() {
        Map<String, Object> config = new LinkedHashMap<>(TinyRun.config());
        config.put("memory", "reservoir");
        String caption = RunReport.page(tiny(config)).all(ChartFigure.class).stream()
                .filter(figure -> figure.id().equals("memory-clusters"))
                .map(ChartFigure::caption)
                .findFirst()
                .orElseThrow();
        assertTrue(caption.contains("This memory has no clusters"), caption);
    }

    @Test
    void page_nothingBesideTheRecord_saysWhatIsMissing() {
        assertEquals(
                List.of(
                        "The losses of all batches are not there (batch_losses.csv); below are their means over epochs.",
                        "What was in memory at the end is not there (memory.taagem), so its clusters cannot be shown.",
                        "Sample images of the tasks are not there (memory.taagem)."),
                notes(bare(Records.finished())));
    }

    @Test
    void page_runThatHasJustBegun_saysWhatIsMissing() throws Exception {
        ReportedRun run = bare(Records.begun());
        assertEquals(List.of(), figures(run));
        assertEquals(
                "This run had not ended when the page was made: after 0 of 2 tasks; figures that need all of them are not"
                        + " defined.",
                notes(run).get(0));
        assertTrue(html(run).contains("only 0 of 2 tasks learned") || html(run).contains("no task has been learned"));
    }

    @Test
    void page_divergedRun_isMade() throws Exception {
        String html = html(bare(Records.diverged()));
        assertTrue(html.contains("This run failed after 1 of 2 tasks"));
        assertTrue(html.contains("the run &quot;diverged&quot; ✗"));
    }

    @Test
    void page_hostileNames_stayText() throws Exception {
        RunRecord record = Records.finished();
        StreamFacts stream = record.stream();
        StreamFacts hostile = new StreamFacts(
                SamplePage.HOSTILE,
                SamplePage.HOSTILE,
                Map.of(SamplePage.HOSTILE, "a"),
                Map.of(),
                stream.classes(),
                List.of(SamplePage.HOSTILE, SamplePage.HOSTILE),
                stream.trainSamples(),
                stream.testSamples(),
                stream.epochs(),
                stream.steps(),
                false);
        RunRecord renamed = new RunRecord(
                record.schema(),
                record.status(),
                Map.of("strategy", SamplePage.HOSTILE, SamplePage.HOSTILE, SamplePage.HOSTILE, "seed", 1L),
                record.environment(),
                hostile,
                record.untrainedAccuracies(),
                record.evaluations(),
                record.tasks(),
                record.summary(),
                record.wallTime());
        String html = html(bare(renamed)).replace(PageAssets.scripts().get(0), "");
        assertEquals(PageAssets.scripts().size() + 1, html.split("</script>", -1).length - 1);
        assertFalse(html.contains("<img"));
        assertTrue(html.contains("&lt;/script&gt;&lt;script&gt;document.title"));
    }

    /** 120,000 steps and 300 images of 28 x 28 pixels in memory. */
    @Test
    void page_longRun_staysSmall() throws Exception {
        LossSeries losses = new LossSeries(120_000);
        RandomGenerator random = new Seeds(0).named("losses");
        for (int i = 0; i < 120_000; i++) {
            losses.add(random.nextDouble(), random.nextDouble());
        }
        List<MemoryContents.Kept> kept = new ArrayList<>();
        for (int id = 0; id < 300; id++) {
            float[] pixels = new float[784];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = random.nextFloat();
            }
            kept.add(new MemoryContents.Kept(
                    new Sample(id, FeatureVector.of(pixels), id % 10), id % 2, id / 30, id % 3));
        }
        TaskSamples tasks = new TaskSamples("t", new ImageShape(28, 28), List.of(), List.of());
        KeptSamples samples = new KeptSamples(Optional.of(new MemoryContents(true, kept)), Optional.of(tasks));
        int bytes = html(new ReportedRun("long", Records.finished(), Optional.of(losses), Optional.of(samples)))
                .length();
        assertTrue(bytes < 2 * MEGABYTE, () -> bytes + " bytes");
    }

    /** 120,000 steps, tested every ten of them on up to ten tasks. */
    @Test
    void page_runTestedVeryOften_staysSmallAndLosesNoDip() throws Exception {
        RandomGenerator random = new Seeds(1).named("evaluations");
        List<Evaluation> evaluations = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            int seen = 1 + i / 1200;
            List<Double> accuracies = new ArrayList<>();
            Map<Integer, Integer> counts = new LinkedHashMap<>();
            for (int task = 0; task < seen; task++) {
                accuracies.add(i == 7777 ? 0.0 : 0.5 + random.nextDouble() / 2);
                counts.put(task, random.nextInt(100));
            }
            evaluations.add(new Evaluation(
                    seen,
                    10L * (i + 1),
                    seen - 1,
                    0.5,
                    IntStream.range(0, seen).boxed().toList(),
                    accuracies,
                    random.nextDouble(),
                    random.nextDouble(),
                    OptionalDouble.empty(),
                    300,
                    counts,
                    counts,
                    OptionalDouble.of(random.nextDouble())));
        }
        ReportedRun run = bare(testedSo(evaluations));

        int bytes = html(run).length();
        LineChart accuracy = chart(run, "accuracy-by-task", LineChart.class);
        LineChart memory = chart(run, "memory-by-label", LineChart.class);

        assertTrue(bytes < 4 * MEGABYTE, () -> bytes + " bytes");
        assertEquals(0.0, Collections.min(accuracy.lines().get(0).y()));
        assertEquals(10.0, accuracy.lines().get(0).x().get(0));
        assertEquals(
                1, memory.lines().stream().map(LineChart.Line::x).distinct().count());
        assertTrue(
                html(run).contains("Of 12,000 evaluations, some are drawn: those where a line is lowest or highest"));
    }

    private static RunRecord testedSo(List<Evaluation> evaluations) {
        RunRecord record = Records.finished();
        StreamFacts stream = record.stream();
        return new RunRecord(
                record.schema(),
                record.status(),
                record.config(),
                record.environment(),
                new StreamFacts(
                        stream.dataset(),
                        stream.source(),
                        stream.sha256(),
                        Map.of(),
                        stream.classes(),
                        Collections.nCopies(10, "task"),
                        List.of(),
                        List.of(),
                        10,
                        120_000,
                        false),
                List.of(),
                evaluations,
                record.tasks(),
                record.summary(),
                record.wallTime());
    }

    @Test
    void page_processDied_saysSo() {
        ReportedRun cutOff = new ReportedRun("cut off", Records.begun(), Optional.empty(), Optional.empty(), true);
        assertEquals(
                "This run was cut off, for its process died, after 0 of 2 tasks; figures that need all of them are not"
                        + " defined.",
                notes(cutOff).get(0));
    }

    @Test
    void read_folder_findsWhatLiesBesideTheRecord(@TempDir Path folder) throws Exception {
        ReportedRun run = tiny(TinyRun.config());
        RunRecordFile.write(folder, run.record());
        RunRecordFile.writeLosses(folder, run.losses().orElseThrow());
        MemoryFile.write(folder, run.kept().orElseThrow());

        ReportedRun read = ReportedRun.read(folder);
        assertEquals(run.record(), read.record());
        assertEquals(run.kept(), read.kept());
        assertEquals(60, read.losses().orElseThrow().size());
    }

    @Test
    void images_tooLarge_areShrunk() {
        FeatureVector image = FeatureVector.of(0, 1, 0, 1, 1, 0, 1, 0, 0);
        Images images = Images.of(new ImageShape(3, 3), List.of(image), 4);
        assertEquals(2, images.width());
        assertEquals(2, images.height());
        // quarters: (0 + 1 + 1 + 1) / 4, (0 + 0) / 2, (1 + 0) / 2, 0
        assertEquals(
                List.of(191, 0, 128, 0),
                List.of(
                        Byte.toUnsignedInt(images.pixels()[0]),
                        Byte.toUnsignedInt(images.pixels()[1]),
                        Byte.toUnsignedInt(images.pixels()[2]),
                        Byte.toUnsignedInt(images.pixels()[3])));
    }
}
