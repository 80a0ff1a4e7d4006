package org.taagem.report.html;

import java.util.List;

/**
 * A few figures that are seen first, each on a card.
 *
 * @param cards the figures, in order
 */
public record Cards(List<Card> cards) implements Content {
    /** Copies the list. */
    public Cards {
        cards = List.copyOf(cards);
    }

    /**
     * A figure.
     *
     * @param name what it is, in a word or two
     * @param value the number, or {@code not defined}
     * @param note what it means, or why there is no number
     */
    public record Card(String name, String value, String note) {}
}
