package org.taagem.datasets.csv;

import org.taagem.data.CellException;
import org.taagem.data.NumericColumn;
import org.taagem.data.Scaling;

/**
 * Smallest, largest, mean and spread of a column of numbers, in one pass (Welford 1962, <a
 * href="https://doi.org/10.1080/00401706.1962.10490022">doi:10.1080/00401706.1962.10490022</a>).
 */
final class NumberFit implements ColumnFit {
    private final String name;
    private final Scaling scaling;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;
    private long count;
    private double mean;
    private double squares; // sum of the squared distances to the mean

    NumberFit(String name, Scaling scaling) {
        this.name = name;
        this.scaling = scaling;
    }

    @Override
    public void add(String cell) throws CellException {
        double number = NumericColumn.parse(cell);
        smallest = Math.min(smallest, number);
        largest = Math.max(largest, number);
        count++;
        double distance = number - mean;
        mean += distance / count;
        squares += distance * (number - mean);
    }

    @Override
    public NumericColumn fitted() throws CellException {
        return switch (scaling) {
            case NONE -> new NumericColumn(name, 0, 1);
            case MIN_MAX -> scaled(smallest, largest - smallest);
            case Z_SCORE -> scaled(mean, Math.sqrt(squares / count));
        };
    }

    /** A column that never changes becomes zeros, whatever it is divided by. */
    private NumericColumn scaled(double offset, double spread) throws CellException {
        if (!Double.isFinite(offset) || !Double.isFinite(spread)) {
            throw new CellException(
                    "has numbers from " + smallest + " to " + largest + ", which cannot be scaled",
                    "Mend them, or set 'scaling' to none");
        }
        return new NumericColumn(name, offset, spread > 0 ? spread : 1);
    }
}
