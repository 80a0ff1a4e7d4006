package org.taagem.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.report.TaskSamples.Row;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TaskPictureTest {
    private static final TaskSamples SAMPLES = new TaskSamples(
            "a <title>",
            new ImageShape(1, 2),
            List.of("0", "1"),
            List.of(
                    new Row("Task 1", "grey & white", "2 + 1 samples", List.of(image(0.2f, 1), Optional.empty())),
                    new Row("Task 2", "greys", "2 + 1 samples", List.of(image(0.4f, 0.6f), image(0.8f, 0)))));

    private static Optional<FeatureVector> image(float left, float right) {
        return Optional.of(FeatureVector.of(left, right));
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Map<Integer, Integer> colours(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        return counts;
    }

    @Test
    void png_twoTasks_showsEveryPixelInItsColour() throws IOException {
        Map<Integer, Integer> colours = colours(read(TaskPicture.png(SAMPLES)));

        int cell = 44 * 44; // each of the two pixels of an image, drawn at twice the size
        for (int grey : List.of(0x333333, 0x666666, 0x999999, 0xcccccc)) {
            assertTrue(
                    colours.getOrDefault(grey, 0) >= cell,
                    () -> Integer.toHexString(grey) + " " + colours.get(grey) + " times, not " + cell);
        }
        assertTrue(colours.getOrDefault(0xf2f4f7, 0) >= cell, "and a place for what is not there");
    }

    @Test
    void png_again_isTheSame() {
        assertArrayEquals(TaskPicture.png(SAMPLES), TaskPicture.png(SAMPLES));
    }

    @Test
    void png_valuesBeyondOne_areShownOnTheirScale() throws IOException {
        TaskSamples beyond = new TaskSamples(
                "beyond",
                new ImageShape(1, 2),
                List.of("0"),
                List.of(new Row("Task 1", "wide", "", List.of(image(-1, 3)))));

        Map<Integer, Integer> colours = colours(read(TaskPicture.png(beyond)));

        assertTrue(colours.getOrDefault(0, 0) >= 44 * 44, "the least is black");
    }

    @Test
    void png_threeChannels_areRedGreenAndBlue() throws IOException {
        FeatureVector pixels = FeatureVector.of(0.2f, 1, 0.4f, 0, 0.6f, 0); // red of both, then green, then blue
        Map<Integer, Integer> colours = colours(read(TaskPicture.png(coloured(3, pixels))));

        assertTrue(colours.getOrDefault(0x336699, 0) >= 44 * 44, colours::toString);
        assertTrue(colours.getOrDefault(0xff0000, 0) >= 44 * 44, colours::toString);
    }

    @Test
    void png_twoChannels_areTheirMean() throws IOException {
        Map<Integer, Integer> colours =
                colours(read(TaskPicture.png(coloured(2, FeatureVector.of(0.2f, 1, 0.6f, 0.2f)))));

        assertTrue(colours.getOrDefault(0x666666, 0) >= 44 * 44, colours::toString);
        assertTrue(colours.getOrDefault(0x999999, 0) >= 44 * 44, colours::toString);
    }

    private static TaskSamples coloured(int channels, FeatureVector pixels) {
        return new TaskSamples(
                "coloured",
                new ImageShape(1, 2, channels),
                List.of("a class whose name is wider than its pictures"),
                List.of(new Row("Task 1", "colours", "", List.of(Optional.of(pixels)))));
    }

    @Test
    void html_twoTasks_hasNamesAndImagesOfTheirSize() throws IOException {
        String html = TaskPage.html(SAMPLES);

        assertTrue(html.contains("<h1>a &lt;title&gt;</h1>"), html);
        assertTrue(html.contains("<b>Task 1</b><br>grey &amp; white<br><small>2 + 1 samples</small>"), html);
        Matcher data = Pattern.compile("base64,([^\"]+)").matcher(html);
        assertTrue(data.find());
        BufferedImage first = read(Base64.getDecoder().decode(data.group(1)));
        assertEquals(List.of(2, 1), List.of(first.getWidth(), first.getHeight()));
        assertEquals(0x333333, first.getRGB(0, 0) & 0xffffff);
        assertEquals(0xffffff, first.getRGB(1, 0) & 0xffffff);
        assertEquals(3, Pattern.compile("<img ").matcher(html).results().count());
        assertEquals(html, TaskPage.html(SAMPLES));
    }
}
