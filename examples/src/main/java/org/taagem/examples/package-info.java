/** Short programs that show taagem as a library. Begin with {@link org.taagem.examples.StreamLearning}. */
@NullMarked
package org.taagem.examples;

import org.jspecify.annotations.NullMarked;
