package org.taagem.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.taagem.data.ImageShape;
import org.taagem.experiment.MemoryContents;
import org.taagem.experiment.MemoryContents.Kept;
import org.taagem.experiment.RunRecord;
import org.taagem.report.KeptSamples;
import org.taagem.report.TaskSamples;
import org.taagem.report.html.PointCloud.Legend;
import org.taagem.report.html.PointCloud.Point;
import org.taagem.report.html.PointCloud.View;

/** The samples in memory as points in space, a view for each label. */
final class MemoryCloud {
    /** Of all labels together. A page is to stay small, and a cloud of more is a fog. */
    private static final int MOST_POINTS = 1500;

    private static final int MOST_POINTS_OF_A_LABEL = 300;
    private static final int LEAST_POINTS_OF_A_LABEL = 20;
    private static final int MOST_LABELS = 50;
    private static final int MOST_BYTES_OF_IMAGES = 1_000_000;

    private final RunRecord record;
    private final boolean clustered;
    private final Optional<ImageShape> shape;
    private final Map<Integer, List<Kept>> byLabel = new TreeMap<>();

    MemoryCloud(RunRecord record, KeptSamples kept) {
        this.record = record;
        clustered = kept.memory().map(MemoryContents::clustered).orElse(false);
        shape = kept.tasks().map(TaskSamples::shape);
        kept.memory().map(MemoryContents::samples).orElse(List.of()).forEach(each -> byLabel.computeIfAbsent(
                        each.sample().label(), label -> new ArrayList<>())
                .add(each));
    }

    /** Returns the figure; absent if the memory is empty. */
    Optional<Content> figure() {
        if (byLabel.isEmpty()) {
            return Optional.empty();
        }
        List<View> views = new ArrayList<>();
        byLabel.entrySet().stream().limit(MOST_LABELS).forEach(pool -> views.add(view(pool.getKey(), pool.getValue())));
        List<String> tasks = IntStream.range(0, record.stream().tasks().size())
                .mapToObj(task -> RunTimeline.task(record, task))
                .toList();
        PointCloud cloud = new PointCloud(new Legend(clustered ? "cluster" : "group", tasks, "age"), views);
        return Optional.of(new ChartFigure("memory-clusters", "What is in memory", cloud, caption()));
    }

    private String caption() {
        String labels = byLabel.size() > MOST_LABELS
                ? " Only the first " + MOST_LABELS + " of " + byLabel.size() + " labels can be chosen."
                : "";
        return "The samples of a label at the end of the run, in the three directions in which they differ most (PCA of their"
                + " features). Drag, or use the arrow keys, to turn; point at a sample to see it. "
                + (clustered
                        ? "Colour: cluster. Symbol: task of origin. Size: larger ones have been in their cluster longer."
                        : "Symbol: task of origin. This memory has no clusters, and does not tell which sample is older.")
                + labels;
    }

    private int mostPerLabel() {
        int labels = Math.min(MOST_LABELS, byLabel.size());
        return Math.max(LEAST_POINTS_OF_A_LABEL, Math.min(MOST_POINTS_OF_A_LABEL, MOST_POINTS / labels));
    }

    private View view(int label, List<Kept> all) {
        List<Kept> kept = all.subList(0, Math.min(all.size(), mostPerLabel()));
        PrincipalComponents components = PrincipalComponents.of(
                kept.stream().map(each -> each.sample().features().toArray()).toArray(float[][]::new));
        int oldest = kept.stream().mapToInt(Kept::age).max().orElse(0);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            points.add(point(kept.get(i), components.places().get(i), oldest));
        }
        return new View("label " + label, note(kept, all.size(), components), points, images(kept));
    }

    private Point point(Kept kept, List<Double> place, int oldest) {
        int symbol = kept.origin() < record.stream().tasks().size() ? kept.origin() : -1;
        double size = oldest == 0 ? 0 : (double) kept.age() / oldest;
        return new Point(
                place, kept.group(), symbol, size, "sample " + kept.sample().id());
    }

    private String note(List<Kept> shown, int all, PrincipalComponents components) {
        String many = shown.size() < all ? shown.size() + " of " + all + " samples" : all + " samples";
        String groups = clustered
                ? " in " + shown.stream().mapToInt(Kept::group).distinct().count() + " clusters"
                : "";
        return String.format(
                Locale.ROOT, "%s%s; %.0f %% of their variance is seen", many, groups, 100 * components.explained());
    }

    private Optional<Images> images(List<Kept> kept) {
        int labels = Math.min(MOST_LABELS, byLabel.size());
        return shape.map(s -> Images.of(
                s, kept.stream().map(each -> each.sample().features()).toList(), MOST_BYTES_OF_IMAGES / labels));
    }
}
