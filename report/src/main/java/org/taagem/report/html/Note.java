package org.taagem.report.html;

/**
 * A paragraph that stands out: something is missing, or to be kept in mind.
 *
 * @param text what it says; any characters
 */
public record Note(String text) implements Content {}
