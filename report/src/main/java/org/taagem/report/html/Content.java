package org.taagem.report.html;

/** Something that stands in a section of a {@link Page}. */
public sealed interface Content permits Text, Note, Cards, Table, ChartFigure, ImageTable {}
