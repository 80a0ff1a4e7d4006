package org.taagem.report.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.batik.svggen.SVGGraphics2D;
import org.taagem.report.html.Chart;
import org.w3c.dom.Document;

/** Pictures of charts, 16.5 cm wide, for papers. No screen and no browser is needed. */
public final class ChartPicture {
    private static final int DOTS_PER_UNIT = 3;
    /** 300 to an inch. */
    private static final String DOTS_PER_METRE = "11811";

    private static final String NATIVE_METADATA = "javax_imageio_png_1.0";

    private ChartPicture() {}

    /** What a picture can be. */
    public enum Format {
        /** Pixels: 300 to an inch. */
        PNG,
        /** Lines, areas and text, which can be scaled and searched. */
        SVG
    }

    /**
     * Draws a chart.
     *
     * @param chart the chart
     * @param format what the picture is to be
     * @return the bytes of its file, the same at every call on one machine (fonts differ between machines); absent if the
     *     chart has nothing to show, or is a cloud of points, which needs to be turned
     */
    public static Optional<byte[]> of(Chart chart, Format format) {
        return Plot.of(chart).map(plot -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                if (format == Format.PNG) {
                    writePng(plot, bytes);
                } else {
                    writeSvg(plot, bytes);
                }
            } catch (IOException e) {
                throw new IllegalStateException("an array takes all bytes", e);
            }
            return bytes.toByteArray();
        });
    }

    private static void writePng(Plot plot, OutputStream out) throws IOException {
        BufferedImage image =
                new BufferedImage(Plot.WIDTH * DOTS_PER_UNIT, Plot.HEIGHT * DOTS_PER_UNIT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(DOTS_PER_UNIT, DOTS_PER_UNIT);
        plot.paint(graphics);
        graphics.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        metadata.mergeTree(NATIVE_METADATA, resolution());
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode resolution() {
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", DOTS_PER_METRE);
        size.setAttribute("pixelsPerUnitYAxis", DOTS_PER_METRE);
        size.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(NATIVE_METADATA);
        root.appendChild(size);
        return root;
    }

    private static void writeSvg(Plot plot, OutputStream out) throws IOException {
        SVGGraphics2D graphics = new SVGGraphics2D(document());
        graphics.setSVGCanvasSize(new Dimension(Plot.WIDTH, Plot.HEIGHT));
        plot.paint(graphics);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        graphics.stream(writer, true);
        writer.flush();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new AssertionError("every Java makes documents", e);
        }
    }
}
