/** What is measured: accuracy matrices and the numbers drawn from them. Uses nothing else. */
@NullMarked
package org.taagem.metrics;

import org.jspecify.annotations.NullMarked;
