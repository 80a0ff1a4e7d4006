package org.taagem.report.html;

import java.util.Locale;

/** Text of a page, put together so that what comes from elsewhere stays text. */
final class Html {
    private final StringBuilder html = new StringBuilder();

    /** Returns a text as it stands in HTML, between tags or in an attribute's quotation marks. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Adds markup of our own; each {@code %s} is a text that is escaped. */
    Html add(String markup, Object... texts) {
        Object[] escaped = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            escaped[i] = escaped(String.valueOf(texts[i]));
        }
        html.append(String.format(Locale.ROOT, markup, escaped));
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
