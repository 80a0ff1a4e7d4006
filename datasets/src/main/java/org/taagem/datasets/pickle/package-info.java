/**
 * Reads Python's pickles, as far as they are plain data.
 *
 * <p>A pickle is a program that may construct anything; here it can construct containers, numbers, texts and arrays of
 * bytes, and everything else is refused by name.
 */
@NullMarked
package org.taagem.datasets.pickle;

import org.jspecify.annotations.NullMarked;
