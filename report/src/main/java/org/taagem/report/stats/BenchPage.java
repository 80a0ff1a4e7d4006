package org.taagem.report.stats;

import java.util.ArrayList;
import java.util.List;

import org.taagem.report.html.Content;
import org.taagem.report.html.Note;
import org.taagem.report.html.Page;
import org.taagem.report.html.Section;
import org.taagem.report.html.Table;
import org.taagem.report.html.Text;

/** What has come of a bench, as a page. */
final class BenchPage {
    private static final ComparisonTable.Style STYLE = new ComparisonTable.Style("±", "", " (best)");

    private BenchPage() {}

    static Page of(BenchResults results, Confidence confidence) {
        BenchTables tables = new BenchTables(results, confidence, STYLE);
        List<Section> sections = new ArrayList<>();
        sections.add(made(results));
        if (results.varied().isEmpty() && results.streams().size() > 1) {
            sections.add(
                    new Section("summary", "All streams", List.of(table("ACC on every stream", tables.summary()))));
        }
        int number = 0;
        for (String stream : results.streams()) {
            List<Content> contents = new ArrayList<>();
            if (results.varied().isPresent()) {
                contents.add(BenchFigures.of(results, stream, confidence));
            }
            contents.add(table(stream, tables.of(stream)));
            sections.add(new Section("stream-" + ++number, stream, contents));
        }
        if (!results.again().isEmpty()) {
            sections.add(again(results, tables, new BenchAgain(results, confidence, STYLE)));
        }
        List<Content> legend = tables.legend().stream().<Content>map(Text::new).toList();
        sections.add(new Section("how-to-read", "How to read it", legend));
        return new Page(results.heading().title(), results.heading().about(), sections);
    }

    private static Section again(BenchResults results, BenchTables tables, BenchAgain again) {
        List<Content> contents = new ArrayList<>(List.of(new Text(again.summary())));
        if (results.streams().size() > 1) {
            contents.add(table("ACC on every stream, again", tables.summaryAgain()));
        }
        results.streams().forEach(stream -> contents.add(table(stream + ", again", again.of(stream))));
        return new Section("again", "With other seeds", contents);
    }

    private static Section made(BenchResults results) {
        List<Content> contents = new ArrayList<>();
        results.missing().forEach(line -> contents.add(new Note(line)));
        List<List<String>> facts = results.heading().facts().entrySet().stream()
                .map(fact -> List.of(fact.getKey(), fact.getValue().replace("`", ""))) // which are Markdown's
                .toList();
        contents.add(new Table("Where the numbers come from", List.of("what", "which"), facts));
        return new Section("made", "How it was made", contents);
    }

    private static Table table(String caption, List<List<String>> rows) {
        return new Table(caption, rows.get(0), rows.subList(1, rows.size()));
    }
}
