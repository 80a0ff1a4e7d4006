package org.taagem.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.taagem.data.CategoricalColumn;
import org.taagem.data.Column;
import org.taagem.data.Encoding;
import org.taagem.data.NumericColumn;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;

/** The encoding of a table as a state. */
final class EncodingState {
    private EncodingState() {}

    static void save(Encoding encoding, StateWriter out) throws IOException {
        out.writeText("label_column", encoding.labelColumn());
        SampleSpace.writeTexts(out, "classes", encoding.classes());
        out.writeInt("columns", encoding.columns().size());
        for (Column column : encoding.columns()) {
            out.writeText("name", column.name());
            out.writeFlag("numeric", column instanceof NumericColumn);
            if (column instanceof NumericColumn numeric) {
                out.writeDouble("offset", numeric.offset());
                out.writeDouble("divisor", numeric.divisor());
            } else if (column instanceof CategoricalColumn categorical) {
                SampleSpace.writeTexts(out, "categories", categorical.categories());
            }
        }
    }

    static Encoding restore(StateReader in) throws IOException {
        String label = in.readText("label_column");
        List<String> classes = SampleSpace.readTexts(in, "classes");
        int count = in.readInt("columns", 1, Integer.MAX_VALUE);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            columns.add(readColumn(in));
        }
        return new Encoding(columns, label, classes);
    }

    private static Column readColumn(StateReader in) throws IOException {
        String name = in.readText("name");
        if (!in.readFlag("numeric")) {
            List<String> categories = SampleSpace.readTexts(in, "categories");
            if (categories.isEmpty() || new HashSet<>(categories).size() < categories.size()) {
                throw in.wrong("categories", categories.size() + " texts", "at least one, and none twice");
            }
            return new CategoricalColumn(name, categories);
        }
        double offset = in.readDouble("offset");
        double divisor = in.readDouble("divisor");
        if (!Double.isFinite(offset) || !(divisor > 0 && divisor <= Double.MAX_VALUE)) {
            throw in.wrong("divisor", divisor + " with offset " + offset, "finite numbers, the divisor above 0");
        }
        return new NumericColumn(name, offset, divisor);
    }
}
