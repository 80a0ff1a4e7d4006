/**
 * Finds data sets: in a folder of the user, in the cache, or at a source that they are fetched from.
 */
@NullMarked
package org.taagem.datasets;

import org.jspecify.annotations.NullMarked;
