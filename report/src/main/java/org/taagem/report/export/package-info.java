/** Writes runs in other formats, and converts results of the Python original. */
@NullMarked
package org.taagem.report.export;

import org.jspecify.annotations.NullMarked;
