/** Run records on disk. */
@NullMarked
package org.taagem.report;

import org.jspecify.annotations.NullMarked;
