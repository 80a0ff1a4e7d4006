package org.taagem.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

import org.taagem.data.FeatureVector;
import org.taagem.report.TaskSamples.Row;

/** Draws sample images of every task: a row for each task, with its name beside it, and a column for each label. */
public final class TaskPicture {
    /** Drawn at twice the size at which it is looked at, for screens with fine pixels. */
    private static final int UNIT = 2;

    private static final int MARGIN = 24 * UNIT;
    private static final int GAP = 6 * UNIT;
    private static final int LEAST_CELL = 44 * UNIT;
    private static final int MOST_CELL = 96 * UNIT;
    private static final int LINE = 17 * UNIT;
    private static final int BESIDE = 20 * UNIT;
    private static final int NAME_COLUMN_LEAST = 90 * UNIT;

    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x1d2430);
    private static final Color QUIET = new Color(0x6b7686);
    private static final Color RULE = new Color(0xe3e7ed);
    private static final Color NOTHING = new Color(0xf2f4f7);

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18 * UNIT);
    private static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 13 * UNIT);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12 * UNIT);

    private final TaskSamples samples;
    private final SampleImage images;
    private final int cellWidth;
    private final int cellHeight;
    private final int names;

    private record Pen(Font font, Color colour) {}

    /** Where something begins; for text, the left end of its base line. */
    private record Place(int x, int y) {}

    private TaskPicture(TaskSamples samples) {
        this.samples = samples;
        images = new SampleImage(samples);
        int width = samples.shape().width();
        int height = samples.shape().height();
        double scale = Math.max(1, Math.ceil((double) LEAST_CELL / Math.max(width, height)));
        scale = Math.min(scale, (double) MOST_CELL / Math.max(width, height));
        cellWidth = Math.max(1, (int) Math.round(width * scale));
        cellHeight = Math.max(1, (int) Math.round(height * scale));
        names = nameColumn();
    }

    /**
     * Draws a picture.
     *
     * @param samples what is shown
     * @return the bytes of a PNG file; the same on every call
     */
    public static byte[] png(TaskSamples samples) {
        return SampleImage.png(new TaskPicture(samples).draw());
    }

    private int nameColumn() {
        Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        int widest = NAME_COLUMN_LEAST;
        for (Row row : samples.rows()) {
            widest = Math.max(widest, measure.getFontMetrics(HEADING).stringWidth(row.heading()));
            for (String line : List.of(row.name(), row.detail())) {
                widest = Math.max(widest, measure.getFontMetrics(TEXT).stringWidth(line));
            }
        }
        measure.dispose();
        return widest;
    }

    private int rowHeight() {
        return Math.max(cellHeight, 3 * LINE);
    }

    private int left(int column) {
        return MARGIN + names + BESIDE + column * (cellWidth + GAP);
    }

    private int top(int row) {
        return MARGIN + 4 * LINE + GAP + row * (rowHeight() + 2 * GAP);
    }

    private BufferedImage draw() {
        int width = left(samples.labels().size()) - GAP + MARGIN;
        int height = top(samples.rows().size()) - 2 * GAP + MARGIN;
        BufferedImage picture = new BufferedImage(Math.max(width, titleWidth()), height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.setColor(PAPER);
        g.fillRect(0, 0, picture.getWidth(), height);
        text(g, new Pen(TITLE, INK), samples.title(), new Place(MARGIN, MARGIN + LINE));
        text(g, new Pen(TEXT, QUIET), TaskSamples.SUBTITLE, new Place(MARGIN, MARGIN + 2 * LINE + 2 * UNIT));
        labels(g);
        for (int row = 0; row < samples.rows().size(); row++) {
            row(g, row);
        }
        g.dispose();
        return picture;
    }

    private int titleWidth() {
        Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        int width = 2 * MARGIN
                + Math.max(
                        measure.getFontMetrics(TITLE).stringWidth(samples.title()),
                        measure.getFontMetrics(TEXT).stringWidth(TaskSamples.SUBTITLE));
        measure.dispose();
        return width;
    }

    private void labels(Graphics2D g) {
        int base = top(0) - GAP;
        for (int column = 0; column < samples.labels().size(); column++) {
            String label = fitting(g, samples.labels().get(column));
            int width = g.getFontMetrics(HEADING).stringWidth(label);
            text(g, new Pen(HEADING, QUIET), label, new Place(left(column) + (cellWidth - width) / 2, base));
        }
        text(
                g,
                new Pen(TEXT, QUIET),
                "label",
                new Place(left(0) - BESIDE - g.getFontMetrics(TEXT).stringWidth("label"), base));
    }

    /** A name that is wider than its column would run into the next. */
    private String fitting(Graphics2D g, String label) {
        String fitting = label;
        for (int length = label.length(); length > 1; length--) {
            if (g.getFontMetrics(HEADING).stringWidth(fitting) <= cellWidth) {
                return fitting;
            }
            fitting = label.substring(0, length - 1) + "\u2026";
        }
        return fitting;
    }

    private void row(Graphics2D g, int index) {
        Row row = samples.rows().get(index);
        int top = top(index);
        if (index > 0) {
            g.setColor(RULE);
            g.fillRect(MARGIN, top - GAP - UNIT / 2, left(samples.labels().size()) - GAP - MARGIN, UNIT);
        }
        int middle = top + rowHeight() / 2;
        text(g, new Pen(HEADING, INK), row.heading(), new Place(MARGIN, middle - LINE / 2 - 2 * UNIT));
        text(g, new Pen(TEXT, INK), row.name(), new Place(MARGIN, middle + LINE / 2 - 2 * UNIT));
        text(g, new Pen(TEXT, QUIET), row.detail(), new Place(MARGIN, middle + 3 * LINE / 2 - 2 * UNIT));
        for (int column = 0; column < row.images().size(); column++) {
            cell(g, row.images().get(column), new Place(left(column), top + (rowHeight() - cellHeight) / 2));
        }
    }

    private void cell(Graphics2D g, Optional<FeatureVector> image, Place at) {
        if (image.isPresent()) {
            g.drawImage(images.draw(image.get()), at.x(), at.y(), cellWidth, cellHeight, null);
        } else {
            g.setColor(NOTHING);
            g.fillRect(at.x(), at.y(), cellWidth, cellHeight);
        }
    }

    private static void text(Graphics2D g, Pen pen, String text, Place at) {
        g.setFont(pen.font());
        g.setColor(pen.colour());
        g.drawString(text, at.x(), at.y());
    }
}
