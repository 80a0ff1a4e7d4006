/**
 * Finds data sets: in a folder of the user, in the cache, or at a source that they are fetched from.
 *
 * <p>{@link org.taagem.datasets.DatasetFinder} is the way in. A new data set is a line in {@code KnownDatasets}; a new
 * place to fetch from is a {@link org.taagem.datasets.DataSource}.
 */
@NullMarked
package org.taagem.datasets;

import org.jspecify.annotations.NullMarked;
