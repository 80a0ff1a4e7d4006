/** Streams of samples from outside: lines of CSV or JSON, from a file that may grow or from standard input. */
@NullMarked
package org.taagem.datasets.rows;

import org.jspecify.annotations.NullMarked;
