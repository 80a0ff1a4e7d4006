package org.taagem.report.stats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.taagem.report.HarmlessText;
import org.taagem.report.html.Page;
import org.taagem.report.plot.ChartPicture.Format;
import org.taagem.report.plot.PictureFolder;
import org.taagem.state.AtomicFile;
import org.taagem.state.FileReason;

/** What has come of a bench, for people and as files. */
public final class BenchReport {
    /** Name of the file for people. */
    public static final String TABLE = "results.md";

    /** Name of the file with a line for every metric of every learner on every stream. */
    public static final String MEANS = "results.csv";

    /** Name of the file with a line for every run. */
    public static final String RUNS = "runs.csv";

    /** Name of the page. */
    public static final String PAGE = "results.html";

    private final BenchResults results;
    private final Confidence confidence;

    /**
     * Makes a report.
     *
     * @param results what it is on
     * @param confidence the level of its intervals and tests
     */
    public BenchReport(BenchResults results, Confidence confidence) {
        this.results = results;
        this.confidence = confidence;
    }

    /**
     * Writes the tables for a terminal.
     *
     * @param plusMinus what stands between a mean and its interval
     * @return the lines, in Markdown
     */
    public List<String> tables(String plusMinus) {
        List<String> lines = new ArrayList<>();
        addTables(lines, plusMinus, "");
        return lines;
    }

    /**
     * Writes everything as Markdown.
     *
     * @param figures where its pictures are, as a link from it begins; used only if something is varied
     * @return the lines
     */
    List<String> markdown(String figures) {
        BenchResults.Heading heading = results.heading();
        List<String> lines = new ArrayList<>(List.of("# " + heading.title(), ""));
        if (!heading.about().isEmpty()) {
            lines.addAll(List.of(heading.about(), ""));
        }
        heading.facts().forEach((name, value) -> lines.add("- " + name + ": " + value));
        lines.add("");
        if (!results.missing().isEmpty()) {
            results.missing().forEach(line -> lines.add("- " + line));
            lines.add("");
        }
        addTables(lines, "±", figures);
        lines.addAll(List.of("## How to read it", ""));
        new BenchTables(results, confidence, style("±")).legend().forEach(line -> lines.add("- " + line));
        lines.addAll(List.of("", "## Specification", "", "```yaml"));
        heading.specification().lines().forEach(lines::add);
        lines.add("```");
        lines.replaceAll(HarmlessText::of);
        return lines;
    }

    private static ComparisonTable.Style style(String plusMinus) {
        return new ComparisonTable.Style(plusMinus, "**", "**");
    }

    private void addTables(List<String> lines, String plusMinus, String figures) {
        BenchTables tables = new BenchTables(results, confidence, style(plusMinus));
        boolean varied = results.varied().isPresent();
        if (!varied && results.streams().size() > 1) {
            lines.addAll(List.of("## All streams", ""));
            lines.addAll(MarkdownTable.lines(tables.summary()));
            lines.add("");
        }
        for (String stream : results.streams()) {
            lines.addAll(List.of("## " + stream, ""));
            if (varied && !figures.isEmpty()) {
                String title = BenchFigures.of(results, stream, confidence).title();
                lines.addAll(List.of("![" + title + "](" + figures + "/" + BenchFigures.id(stream) + ".svg)", ""));
            }
            lines.addAll(MarkdownTable.lines(tables.of(stream)));
            lines.add("");
        }
        addAgain(lines, plusMinus);
    }

    private void addAgain(List<String> lines, String plusMinus) {
        if (results.again().isEmpty()) {
            return;
        }
        BenchAgain again = new BenchAgain(results, confidence, style(plusMinus));
        lines.addAll(List.of("## With other seeds", "", again.summary(), ""));
        if (results.streams().size() > 1) {
            lines.addAll(List.of("### All streams, again", ""));
            lines.addAll(MarkdownTable.lines(new BenchTables(results, confidence, style(plusMinus)).summaryAgain()));
            lines.add("");
        }
        for (String stream : results.streams()) {
            lines.addAll(List.of("### " + stream + ", again", ""));
            lines.addAll(MarkdownTable.lines(again.of(stream)));
            lines.add("");
        }
    }

    /**
     * Writes {@value #TABLE}, {@value #MEANS}, {@value #RUNS} and {@value #PAGE}, and the pictures of curves, in place of
     * older ones.
     *
     * @param folder where to; it is made if it is not there
     * @return the files
     * @throws IOException if one cannot be written; an old one is untouched then
     */
    public List<Path> write(Path folder) throws IOException {
        TableFiles files = new TableFiles(folder);
        BenchCsv csv = new BenchCsv(results, confidence);
        files.csv(MEANS, csv.means());
        files.csv(RUNS, csv.runs());
        files.page(PAGE, BenchPage.of(results, confidence));
        List<Path> written = new ArrayList<>(files.written());
        written.addAll(0, writeMarkdown(folder.resolve(TABLE))); // the first that people look for
        return written;
    }

    /**
     * Writes everything as Markdown, with the pictures of curves in a folder beside it that has its name without
     * {@code .md}.
     *
     * @param file where to; its folder is made if it is not there
     * @return the files
     * @throws IOException if one cannot be written; an old one is untouched then
     */
    public List<Path> writeMarkdown(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.md$", "");
        List<Path> written = new ArrayList<>(List.of(file));
        try {
            Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling(""));
            byte[] text = (String.join("\n", markdown(name)) + "\n").getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(file, out -> out.write(text));
        } catch (IOException e) {
            throw new IOException("cannot write '" + file + "': " + FileReason.of(file, e), e);
        }
        if (results.varied().isPresent()) {
            Page page = BenchPage.of(results, confidence);
            written.addAll(PictureFolder.write(file.resolveSibling(name), page, EnumSet.of(Format.SVG, Format.PNG)));
        }
        return written;
    }
}
