/**
 * Reads and writes Python's pickles, as far as they are plain data.
 *
 * <p>A pickle is a program that may construct anything; here it can construct containers, numbers, texts, and numbers and
 * arrays of numpy, and everything else is refused by name.
 */
@NullMarked
package org.taagem.pickle;

import org.jspecify.annotations.NullMarked;
