/** States on disk: learners, memories and models in one explicit, versioned format (docs/state-format.md). */
@NullMarked
package org.taagem.state;

import org.jspecify.annotations.NullMarked;
