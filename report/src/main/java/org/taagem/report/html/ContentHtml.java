package org.taagem.report.html;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What stands in a section, as HTML. */
final class ContentHtml {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9][0-9,]*(\\.[0-9]+)?([eE][-+]?[0-9]+)?( s| ms)?|-|–");

    private final Html html;

    ContentHtml(Html html) {
        this.html = html;
    }

    void add(Content content) {
        if (content instanceof Text text) {
            html.add("<p>%s</p>\n", text.text());
        } else if (content instanceof Note note) {
            html.add("<p class=\"note\">%s</p>\n", note.text());
        } else if (content instanceof Cards cards) {
            add(cards);
        } else if (content instanceof Table table) {
            add(table);
        } else if (content instanceof ChartFigure figure) {
            add(figure);
        } else if (content instanceof ImageTable images) {
            add(images);
        }
    }

    private void add(Cards cards) {
        html.add("<dl class=\"cards\">\n");
        for (Cards.Card card : cards.cards()) {
            String absent = Character.isLetter(card.value().charAt(0)) ? " absent" : "";
            html.add("<div class=\"card\"><dt>%s</dt><dd class=\"value%s\">%s</dd>", card.name(), absent, card.value());
            html.add("<dd class=\"meaning\">%s</dd></div>\n", card.note());
        }
        html.add("</dl>\n");
    }

    private void add(Table table) {
        html.add("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n", table.caption());
        html.add("<table><caption>%s</caption>\n<thead><tr>", table.caption());
        for (int c = 0; c < table.header().size(); c++) {
            html.add(
                    "<th scope=\"col\" class=\"%s\">%s</th>",
                    isNumbers(table, c) ? "number" : "", table.header().get(c));
        }
        html.add("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.add("<tr><th scope=\"row\">%s</th>", row.get(0));
            for (int c = 1; c < row.size(); c++) {
                html.add("<td class=\"%s\">%s</td>", isNumbers(table, c) ? "number" : "", row.get(c));
            }
            html.add("</tr>\n");
        }
        html.add("</tbody></table></div>\n");
    }

    private static boolean isNumbers(Table table, int column) {
        return column > 0
                && !table.rows().isEmpty()
                && table.rows().stream()
                        .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }

    private void add(ChartFigure figure) {
        boolean tall = figure.chart() instanceof HeatMap || figure.chart() instanceof PointCloud;
        html.add("<figure data-chart=\"%s\" aria-label=\"%s\">\n", figure.id(), figure.title());
        html.add("<div class=\"head\"><h3>%s</h3></div>\n", figure.title());
        html.add(
                "<div class=\"chart%s\" tabindex=\"0\" role=\"img\" aria-label=\"%s\"></div>\n",
                tall ? " tall" : "", figure.title() + ". " + figure.caption());
        html.add("<figcaption class=\"caption\">%s</figcaption>\n</figure>\n", figure.caption());
    }

    private void add(ImageTable images) {
        html.add("<div class=\"scroll images\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n", images.caption());
        html.add(
                "<table><caption>%s</caption>\n<thead><tr><th scope=\"col\">%s</th>",
                images.caption(), images.columns().name());
        images.columns().labels().forEach(label -> html.add("<th scope=\"col\">%s</th>", label));
        html.add("</tr></thead>\n<tbody>\n");
        for (ImageTable.Row row : images.rows()) {
            html.add("<tr><th scope=\"row\">%s<span>%s</span></th>", row.heading(), row.detail());
            for (int c = 0; c < row.cells().size(); c++) {
                cell(images, row, c);
            }
            html.add("</tr>\n");
        }
        html.add("</tbody></table></div>\n");
    }

    private void cell(ImageTable images, ImageTable.Row row, int column) {
        OptionalInt image = row.cells().get(column);
        if (image.isEmpty()) {
            html.add("<td></td>");
            return;
        }
        html.add(
                "<td><canvas role=\"img\" data-images=\"%s\" data-index=\"%s\" aria-label=\"%s\"></canvas></td>",
                images.id(),
                image.getAsInt(),
                row.heading() + ", " + images.columns().name() + " "
                        + images.columns().labels().get(column));
    }
}
