package org.taagem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.taagem.experiment.OnlineLearner;
import org.taagem.experiment.SampleSpace;
import org.taagem.metrics.PrequentialAccuracy;
import org.taagem.nn.Kernels;

/** What to tell at the beginning and at the end of learning from a stream. */
final class LearnText {
    private LearnText() {}

    /** The configuration, and what the stream looks like. */
    static List<String> header(Map<String, String> config, SampleSpace samples, Kernels.Selection kernel) {
        List<String> lines = new ArrayList<>();
        BuildInfo build = BuildInfo.read();
        lines.add("taagem " + build.version() + " (" + build.commit() + ")");
        lines.add("");
        config.forEach((key, value) -> lines.add(field(28, key, value)));
        lines.add("");
        lines.add(field(12, "features", String.valueOf(samples.features())));
        ClassNames classes = new ClassNames(samples.classes(), samples.room());
        String known = samples.classes().isEmpty() ? "none yet" : classes.shortened();
        lines.add(field(12, "classes", samples.room() + ": " + known));
        String reason = kernel.reason();
        lines.add(field(12, "kernel", kernel.kernel().description() + (reason.isEmpty() ? "" : ": " + reason)));
        return lines;
    }

    static String field(int width, String name, String value) {
        return String.format(Locale.ROOT, "  %-" + width + "s %s", name, value);
    }

    /** How good the learner has become. */
    static List<String> summary(OnlineLearner learner, long skipped) {
        PrequentialAccuracy accuracy = learner.accuracy();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(field(24, "samples", String.valueOf(learner.samples())));
        lines.add(field(24, "lines left out", String.valueOf(skipped)));
        lines.add(field(24, "steps", String.valueOf(learner.steps())));
        if (accuracy.tested() > 0) {
            lines.add(
                    field(24, "accuracy", decimal(accuracy.overall()) + " (each sample a test before it was learned)"));
            lines.add(field(
                    24,
                    "accuracy of the last",
                    decimal(accuracy.inWindow()) + " (" + accuracy.windowSize() + " samples)"));
        }
        lines.add(field(24, "memory", learner.memorySize() + " samples"));
        lines.add(field(24, "projection rate", decimal(learner.projectionRate())));
        return lines;
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
