package org.taagem.datasets.rows;

import java.util.List;
import java.util.Optional;

import org.taagem.experiment.SampleSpace;

/**
 * What is known of a stream's columns before its first line.
 *
 * @param labelColumn the label's column: its name, its position from 1 on, {@code first} or {@code last}; a name that the
 *     stream has goes first
 * @param header whether the first line of CSV holds names; absent if that is to be told by looking at it: it does if not
 *     all features in it are numbers
 * @param known what samples have to look like, if something has been learned already
 * @param labelNeeded whether a stream without labels is of no use
 */
public record ColumnSettings(
        String labelColumn, Optional<Boolean> header, Optional<SampleSpace> known, boolean labelNeeded) {
    /** Returns the label's place among columns, or -1 if that can be no column of them. */
    int labelIndex(List<String> names, int columns) {
        int named = names.indexOf(labelColumn);
        if (named >= 0) {
            return named;
        }
        if (labelColumn.equals("last")) {
            return columns - 1;
        }
        if (labelColumn.equals("first")) {
            return 0;
        }
        return isNumber() && Integer.parseInt(labelColumn) <= columns ? Integer.parseInt(labelColumn) - 1 : -1;
    }

    /** Says whether the label is told by its place, so that no names are needed to find it. */
    boolean isPosition() {
        return isNumber() || labelColumn.equals("first") || labelColumn.equals("last");
    }

    private boolean isNumber() {
        return labelColumn.matches("[1-9]\\d{0,8}");
    }
}
