package org.taagem.datasets.csv;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order of classes and categories: as numbers if all are whole numbers, else as texts. */
final class TextOrder {
    private TextOrder() {}

    static List<String> sorted(Collection<String> texts) {
        Comparator<String> byText = Comparator.naturalOrder();
        Comparator<String> byNumber = Comparator.comparingLong(Long::parseLong);
        return texts.stream()
                .sorted(areWholeNumbers(texts) ? byNumber.thenComparing(byText) : byText)
                .toList();
    }

    static boolean areWholeNumbers(Collection<String> texts) {
        return texts.stream().allMatch(text -> text.matches("-?\\d{1,18}"));
    }
}
