package org.taagem.report.html;

/** What a chart shows; how it is drawn is the page's own business. */
public sealed interface Chart permits LineChart, HeatMap, BarChart, PointCloud {}
