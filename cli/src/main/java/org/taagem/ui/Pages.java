package org.taagem.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.taagem.report.StoredRun;
import org.taagem.report.StoredRuns;
import org.taagem.report.html.Content;
import org.taagem.report.html.Note;
import org.taagem.report.html.Page;
import org.taagem.report.html.ReportedRun;
import org.taagem.report.html.RunReport;
import org.taagem.report.html.Section;
import org.taagem.report.stats.Comparison;
import org.taagem.report.stats.ComparisonPage;
import org.taagem.report.stats.Confidence;
import org.taagem.report.stats.Contender;
import org.taagem.report.stats.RunGroup;
import org.taagem.report.stats.RunGroups;
import org.taagem.report.stats.RunSelection;

/** Pages that are made when somebody asks for them, of what the runs' folders hold at that moment. */
final class Pages {
    private static final Page.Link BACK = new Page.Link("./", "All runs");

    private Pages() {}

    /**
     * Makes the report of a run. A page that lies in the run's folder is not given out: nobody knows who wrote it.
     *
     * @throws IOException if something of the run is damaged
     */
    static Answer report(StoredRun run) throws IOException {
        Optional<Path> link = link(run.path());
        if (link.isPresent()) {
            return Answer.refusal(
                    Answer.FORBIDDEN,
                    "'" + link.get() + "' is a link, and links are not followed; 'taagem report " + run.path()
                            + "' makes the report");
        }
        return answer(RunReport.page(ReportedRun.of(run)));
    }

    /** Finds what would lead out of a run's folder. */
    private static Optional<Path> link(Path run) throws IOException {
        if (!Files.isDirectory(run)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(Files::isSymbolicLink).findFirst();
        }
    }

    /** Compares runs: those of one configuration are one side; if all are of one, each is a side of its own. */
    static Answer comparison(List<StoredRun> runs) throws IOException {
        RunSelection selection = RunSelection.newest(new StoredRuns(runs, List.of()), runs.size());
        Page page = ComparisonPage.of(Comparison.of(contenders(selection.runs())), Confidence.USUAL);
        List<Section> sections = new ArrayList<>(page.sections());
        if (!selection.leftOut().isEmpty()) {
            List<Content> notes = selection.leftOut().stream()
                    .<Content>map(left -> new Note(left.path().getFileName() + ": " + left.reason()))
                    .toList();
            sections.add(0, new Section("left-out", "Left out", notes));
        }
        return answer(new Page(page.title(), page.subtitle(), sections));
    }

    private static List<Contender> contenders(List<StoredRun> runs) {
        Map<String, List<RunGroup>> byType = new TreeMap<>();
        RunGroups.of(runs).forEach(group -> byType.computeIfAbsent(group.taskType(), type -> new ArrayList<>())
                .add(group));
        return byType.values().stream()
                .flatMap(groups -> groups.size() > 1
                        ? Contender.of(groups).stream()
                        : groups.get(0).runs().stream().map(Pages::alone))
                .toList();
    }

    private static Contender alone(StoredRun run) {
        return new Contender(run.name(), RunGroups.of(List.of(run)).get(0));
    }

    private static Answer answer(Page page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        page.with(BACK).writeTo(bytes);
        return Answer.wholePage(bytes.toByteArray());
    }
}
