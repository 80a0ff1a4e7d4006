package org.taagem.report.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.taagem.report.html.ChartFigure;
import org.taagem.report.html.Page;
import org.taagem.report.plot.ChartPicture.Format;
import org.taagem.state.AtomicFile;
import org.taagem.state.FileReason;

/** Pictures of all charts of a page, in a folder. */
public final class PictureFolder {
    private PictureFolder() {}

    /**
     * Draws every chart of a page that can be drawn on paper, and names its files after it.
     *
     * @param folder where to; made if it is not there
     * @param page the page
     * @param formats what the pictures are to be
     * @return the files, in the order of the page
     * @throws IOException if one cannot be written; the message is one line
     */
    public static List<Path> write(Path folder, Page page, Set<Format> formats) throws IOException {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException("cannot make folder '" + folder + "': " + FileReason.of(folder, e), e);
        }
        for (ChartFigure figure : page.figures()) {
            for (Format format : formats) {
                Optional<byte[]> picture = ChartPicture.of(figure.chart(), format);
                if (picture.isPresent()) {
                    Path file = folder.resolve(figure.id() + "." + format.name().toLowerCase(Locale.ROOT));
                    write(file, picture.get());
                    written.add(file);
                }
            }
        }
        return written;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try {
            AtomicFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new IOException("cannot write '" + file + "': " + FileReason.of(file, e), e);
        }
    }
}
