/** The same training steps in taagem and in PyTorch, side by side ({@code benchmarks/compare.sh}). */
@NullMarked
package org.taagem.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
