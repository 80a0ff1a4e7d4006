package org.taagem.report.html;

/**
 * A paragraph.
 *
 * @param text what it says; any characters
 */
public record Text(String text) implements Content {}
