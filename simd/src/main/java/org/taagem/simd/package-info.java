/** The kernel of the training step in vector instructions. */
@NullMarked
package org.taagem.simd;

import org.jspecify.annotations.NullMarked;
