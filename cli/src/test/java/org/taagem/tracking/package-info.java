/** Runs that an MLflow server is told of, with real servers. */
@NullMarked
package org.taagem.tracking;

import org.jspecify.annotations.NullMarked;
