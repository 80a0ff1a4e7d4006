/** Statistics over runs: means with their intervals, tests between groups of runs, and their tables. */
@NullMarked
package org.taagem.report.stats;

import org.jspecify.annotations.NullMarked;
