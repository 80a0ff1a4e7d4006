/** Benchmarks of single parts, to be run by JMH ({@code benchmarks/run.sh}). */
@NullMarked
package org.taagem.benchmarks;

import org.jspecify.annotations.NullMarked;
