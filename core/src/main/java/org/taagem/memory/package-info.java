/** Episodic memories: the few samples of the past that a learner keeps. */
@NullMarked
package org.taagem.memory;

import org.jspecify.annotations.NullMarked;
