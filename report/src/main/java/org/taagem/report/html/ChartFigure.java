package org.taagem.report.html;

/**
 * A chart with its title and caption. Below it are buttons for its numbers (CSV, or a table on the page) and for an image.
 *
 * @param id names it within the page, and the files that are saved from it: letters, digits and {@code -}
 * @param title what it shows
 * @param chart the chart
 * @param caption how to read it; also read out to those who cannot see it
 */
public record ChartFigure(String id, String title, Chart chart, String caption) implements Content {
    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if it has other characters
     */
    public ChartFigure {
        Section.checkId(id);
    }
}
