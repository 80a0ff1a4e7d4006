package org.taagem.report.html;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A page of text, tables and charts that needs nothing but itself: no request leaves the machine of whoever looks at it, and
 * its Content-Security-Policy forbids all. Every text is shown as it is, whatever characters are in it.
 *
 * @param title what the page is of
 * @param subtitle a line below it
 * @param sections its parts, in order
 * @param back the way back to where it was opened from; a page that stands alone has none
 */
public record Page(String title, String subtitle, List<Section> sections, Optional<Link> back) {
    /** Copies the list. */
    public Page {
        sections = List.copyOf(sections);
    }

    /**
     * Makes a page that stands alone.
     *
     * @param title what the page is of
     * @param subtitle a line below it
     * @param sections its parts, in order
     */
    public Page(String title, String subtitle, List<Section> sections) {
        this(title, subtitle, sections, Optional.empty());
    }

    /**
     * A way to another page.
     *
     * @param address where that is, relative to this page; never from a file
     * @param text what it is called
     */
    public record Link(String address, String text) {}

    /**
     * Makes this page one of several.
     *
     * @param link the way back to where it was opened from
     * @return a page with that link
     */
    public Page with(Link link) {
        return new Page(title, subtitle, sections, Optional.of(link));
    }

    /**
     * Writes the page.
     *
     * @param out where to, in UTF-8; the same bytes at every call
     * @throws IOException if writing fails
     */
    public void writeTo(OutputStream out) throws IOException {
        new PageWriter(this).write(out);
    }

    /**
     * Returns all charts.
     *
     * @return in the order in which they stand on the page
     */
    public List<ChartFigure> figures() {
        return all(ChartFigure.class);
    }

    /** Returns everything of one kind that stands on the page, in order. */
    <T extends Content> List<T> all(Class<T> kind) {
        return sections.stream()
                .flatMap(section -> section.contents().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
