/**
 * Tables in CSV files. {@link org.taagem.datasets.csv.CsvLoader} goes over a file three times and never holds more of it
 * than a row: to see how many rows and which tasks there are, to fit scaling and vocabulary, and to make samples.
 */
@NullMarked
package org.taagem.datasets.csv;

import org.jspecify.annotations.NullMarked;
