package org.taagem.datasets.csv;

import java.util.HashSet;
import java.util.Set;

import org.taagem.data.CategoricalColumn;
import org.taagem.data.CellException;
import org.taagem.data.Column;
import org.taagem.data.NumberText;
import org.taagem.datasets.TextOrder;

/** The vocabulary of a column of categories. */
final class CategoryFit implements ColumnFit {
    private static final int MOST_CATEGORIES = 10_000;

    private final String name;
    private final boolean mayBeNumbers;
    private final Set<String> categories = new HashSet<>();

    /** Makes a fit; where nobody said that these are categories, a number among them is more likely a mistake. */
    CategoryFit(String name, boolean mayBeNumbers) {
        this.name = name;
        this.mayBeNumbers = mayBeNumbers;
    }

    @Override
    public void add(String cell) throws CellException {
        String text = Column.text(cell);
        if (categories.add(text)) {
            if (!mayBeNumbers && NumberText.isNumber(text)) {
                throw new CellException(
                        "is " + CellException.shown(text) + ", a number, where the first row has a text",
                        "Mend either, or name the column in 'categorical'");
            }
            if (categories.size() > MOST_CATEGORIES) {
                throw new CellException(
                        "is the " + (MOST_CATEGORIES + 1) + "th category of its column; expected at most "
                                + MOST_CATEGORIES,
                        "Take the column out, for each category becomes a feature");
            }
        }
    }

    @Override
    public CategoricalColumn fitted() {
        return new CategoricalColumn(name, TextOrder.sorted(categories));
    }
}
