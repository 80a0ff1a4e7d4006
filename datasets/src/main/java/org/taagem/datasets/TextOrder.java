package org.taagem.datasets;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order of classes and categories: as numbers if all are whole numbers, else as texts. */
public final class TextOrder {
    private TextOrder() {}

    /**
     * Sorts texts.
     *
     * @param texts the texts
     * @return the texts in their order
     */
    public static List<String> sorted(Collection<String> texts) {
        Comparator<String> byText = Comparator.naturalOrder();
        Comparator<String> byNumber = Comparator.comparingLong(Long::parseLong);
        return texts.stream()
                .sorted(areWholeNumbers(texts) ? byNumber.thenComparing(byText) : byText)
                .toList();
    }

    /**
     * Says whether texts are ordered as numbers.
     *
     * @param texts the texts
     * @return whether all are whole numbers of up to 18 digits
     */
    public static boolean areWholeNumbers(Collection<String> texts) {
        return texts.stream().allMatch(text -> text.matches("-?\\d{1,18}"));
    }
}
