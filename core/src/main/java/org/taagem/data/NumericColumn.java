package org.taagem.data;

/**
 * A column of numbers. A cell x becomes the one feature (x - offset) / divisor.
 *
 * @param name the column's name
 * @param offset what is taken away first: the smallest number or the mean of the training data, or 0
 * @param divisor what is divided by then: the range or the standard deviation of the training data, or 1; above 0
 */
public record NumericColumn(String name, double offset, double divisor) implements Column {
    private static final String REMEDY = "Mend it, or name its column in 'categorical' if these are no numbers";

    public NumericColumn {
        if (!Double.isFinite(offset) || !(divisor > 0 && divisor <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("column '" + name + "' has offset " + offset + " and divisor " + divisor
                    + "; expected finite numbers, the divisor above 0");
        }
    }

    @Override
    public int features() {
        return 1;
    }

    @Override
    public void encode(String cell, float[] features, int at) throws CellException {
        double number = parse(cell);
        float feature = (float) ((number - offset) / divisor);
        if (!Float.isFinite(feature)) {
            throw new CellException(
                    "is " + CellException.shown(cell.strip()) + ", which scaling turns into " + feature,
                    "Mend it, or set 'scaling' to another value");
        }
        features[at] = feature;
    }

    /**
     * Reads a cell as a number.
     *
     * @param cell the cell's text, such as {@code -1.5e3}
     * @return a finite number
     * @throws CellException if it is none
     */
    public static double parse(String cell) throws CellException {
        String text = Column.text(cell);
        double number = NumberText.isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(number)) {
            String expected = NumberText.isNumber(text) ? "a finite number" : "a number";
            throw new CellException("is " + CellException.shown(text) + "; expected " + expected, REMEDY);
        }
        return number;
    }
}
