/**
 * Reads and writes the results of the Python original.
 *
 * <p>They are pickles: programs that may construct anything. Here they construct plain data and nothing else.
 */
@NullMarked
package org.taagem.report.legacy;

import org.jspecify.annotations.NullMarked;
