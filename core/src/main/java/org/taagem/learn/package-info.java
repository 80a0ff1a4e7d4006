/** Continual learners and the gradient rules they are made of. */
@NullMarked
package org.taagem.learn;

import org.jspecify.annotations.NullMarked;
