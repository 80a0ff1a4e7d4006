/** Running a learner on a task stream and recording what happened. */
@NullMarked
package org.taagem.experiment;

import org.jspecify.annotations.NullMarked;
