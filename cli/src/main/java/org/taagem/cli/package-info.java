/** The {@code taagem} command: configuration, progress, wiring and exit codes. */
@NullMarked
package org.taagem.cli;

import org.jspecify.annotations.NullMarked;
