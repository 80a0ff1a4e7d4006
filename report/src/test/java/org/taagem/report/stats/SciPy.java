package org.taagem.report.stats;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import org.jspecify.annotations.Nullable;

/**
 * What SciPy and statsmodels make of fixed samples, as {@code scipy_vectors.py} beside the file has written it.
 *
 * @param scipy the version of SciPy
 * @param statsmodels the version of statsmodels
 * @param samples the samples by name
 * @param intervals of each sample its mean and the like
 * @param welch tests of independent samples
 * @param paired tests of pairs: of samples of unequal size, the first of the longer
 * @param holm families of p values
 */
record SciPy(
        String scipy,
        String statsmodels,
        Map<String, List<Double>> samples,
        List<Interval> intervals,
        List<Test> welch,
        List<Test> paired,
        List<Family> holm) {
    /** Of one sample; the ends are absent where it does not vary. */
    record Interval(
            String sample,
            double mean,
            double standardDeviation,
            Map<Double, Double> margins,
            @Nullable Double low99,
            @Nullable Double high99) {}

    /** One test, with the interval of the difference at 99 %. */
    record Test(String a, String b, double t, double df, double p, double low99, double high99, double effect) {}

    /** Several p values, and Holm's for them. */
    record Family(List<Double> p, List<Double> adjusted) {}

    static SciPy read() {
        try (InputStream in = Objects.requireNonNull(SciPy.class.getResourceAsStream("scipy_vectors.json"))) {
            return new ObjectMapper()
                    .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .readValue(in, SciPy.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Sample sample(String name) {
        return new Sample(Objects.requireNonNull(samples.get(name)));
    }
}
