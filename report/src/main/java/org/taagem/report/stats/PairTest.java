package org.taagem.report.stats;

import org.taagem.metrics.Figure;

/**
 * A test of one contender against another.
 *
 * @param first the one
 * @param second the other
 * @param test the test of first minus second
 * @param correctedP its p value, corrected for the number of tests (Holm), 0..1
 */
public record PairTest(Contender first, Contender second, MeanTest test, Figure correctedP) {}
