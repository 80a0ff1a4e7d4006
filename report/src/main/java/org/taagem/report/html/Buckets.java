package org.taagem.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import org.taagem.report.html.LineChart.Band;
import org.taagem.report.html.LineChart.Line;

/**
 * A long series as a short line: the mean of as many numbers in a row as it takes, and around it a band from the smallest to
 * the largest of them, so that no spike is lost.
 */
final class Buckets {
    /** More points than a screen has columns show nothing more. */
    static final int MOST = 1000;

    private final int size;
    private final int perBucket;

    Buckets(int size) {
        this.size = size;
        perBucket = Math.max(1, (size + MOST - 1) / MOST);
    }

    /** How many numbers each point stands for; the last one may stand for fewer. */
    int perBucket() {
        return perBucket;
    }

    /** Makes a line over steps, which count from 1; a point lies at the last step that it stands for. */
    Line line(String name, IntToDoubleFunction series) {
        List<Double> steps = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<Double> lows = new ArrayList<>();
        List<Double> highs = new ArrayList<>();
        for (int from = 0; from < size; from += perBucket) {
            int to = Math.min(size, from + perBucket);
            double sum = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double value = series.applyAsDouble(i);
                sum += value;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            steps.add((double) to);
            means.add(low == high ? low : sum / (to - from));
            lows.add(low);
            highs.add(high);
        }
        Optional<Band> band =
                perBucket == 1 ? Optional.empty() : Optional.of(new Band("lowest to highest", lows, highs));
        return new Line(name, steps, means, band);
    }
}
