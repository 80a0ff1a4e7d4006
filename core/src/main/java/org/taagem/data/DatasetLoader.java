package org.taagem.data;

import java.io.IOException;
import java.util.Set;

/**
 * Loads data sets of one kind, such as tables in CSV files; where users plug in their own.
 *
 * <p>A loader is found by {@link java.util.ServiceLoader}: its class is public, has a public constructor without
 * parameters, and is named in {@code META-INF/services/org.taagem.data.DatasetLoader} of its jar. A configuration asks
 * for it by {@code dataset_name: name:argument}, or by its name alone.
 *
 * <p>The same request on the same files gives the same data: whatever is drawn comes from the seeds of the request.
 */
public interface DatasetLoader {
    /**
     * Returns the name that a configuration asks for.
     *
     * @return letters, digits, {@code -} and {@code _}, such as {@code csv}
     */
    String name();

    /**
     * Says what it loads and what its argument is.
     *
     * @return half a line, such as {@code a table: csv:FILE}
     */
    String description();

    /**
     * Returns the keys of {@link DataSettings} that it heeds. A key that is given, but heeded by no data set of a run, is
     * refused before anything is loaded.
     *
     * @return names as in a configuration, such as {@code test_share}
     */
    Set<String> keys();

    /**
     * Loads a data set.
     *
     * @param request what is wanted
     * @return the data; ids of samples are unique within each part
     * @throws DatasetRequestException if this cannot be asked for
     * @throws DataFileException if a file is missing or damaged; the message is one line
     * @throws IOException if reading fails
     * @throws InterruptedException if the thread is interrupted while the data is fetched
     */
    TrainTest load(DatasetRequest request) throws IOException, InterruptedException;
}
