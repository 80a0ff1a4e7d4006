/** Data sets: samples, batches, and the readers that make them. */
@NullMarked
package org.taagem.data;

import org.jspecify.annotations.NullMarked;
