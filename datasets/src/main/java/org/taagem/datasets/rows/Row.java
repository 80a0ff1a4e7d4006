package org.taagem.datasets.rows;

import java.util.List;

/**
 * What stands in a line.
 *
 * @param names the names that the line gives its cells; empty if it gives none
 * @param cells the cells as text
 */
record Row(List<String> names, List<String> cells) {}
