package org.taagem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.taagem.data.FeatureVector;
import org.taagem.data.ImageShape;
import org.taagem.data.Sample;
import org.taagem.stream.Task;

/**
 * Sample images of every task, to be drawn: a row for each task, and a column for each label.
 *
 * @param title what the tasks are of, such as {@code mnist, task_type rotation}
 * @param shape shape of the images
 * @param labels the labels, or the names of their classes, in the order of the columns
 * @param rows the tasks, or several moments of one that drifts
 */
public record TaskSamples(String title, ImageShape shape, List<String> labels, List<Row> rows) {
    /** More tasks or labels than this are left out. */
    public static final int MOST = 30;

    /** What stands under the title. */
    static final String SUBTITLE = "the first training sample of every label, as the stream shows it";

    private static final double HALF_WAY = 0.5;

    /** Copies the lists. */
    public TaskSamples {
        labels = List.copyOf(labels);
        rows = List.copyOf(rows);
    }

    /**
     * A row of the picture.
     *
     * @param heading such as {@code Task 3}
     * @param name what sets the task apart
     * @param detail how many samples it has, or which moment of it is shown
     * @param images {@code [labels]}: an image of each label, if the task has one
     */
    public record Row(String heading, String name, String detail, List<Optional<FeatureVector>> images) {
        /** Copies the list. */
        public Row {
            images = List.copyOf(images);
        }
    }

    /**
     * Takes the first training sample of every label and task, as the stream shows it. Of a task that drifts, it takes the
     * same samples twice: half-way and at the end. A label that no task has gets no column.
     *
     * @param title what the tasks are of
     * @param tasks the tasks, at least one
     * @param classes the classes' names by label; empty if they have none
     * @return what is to be drawn, or nothing if the tasks are not made of images
     */
    public static Optional<TaskSamples> of(String title, List<Task> tasks, List<String> classes) {
        List<Task> shown = tasks.subList(0, Math.min(MOST, tasks.size()));
        List<Integer> labels = shown.stream()
                .flatMap(task -> task.train().samples().stream())
                .map(Sample::label)
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
        List<Row> rows = new ArrayList<>();
        shown.forEach(task -> addRows(rows, task, labels));
        List<String> columns = labels.stream()
                .map(label -> classes.isEmpty() ? String.valueOf(label) : classes.get(label))
                .toList();
        return tasks.get(0).train().shape().map(shape -> new TaskSamples(title, shape, columns, rows));
    }

    /** Leaves out all labels but the first. */
    TaskSamples first(int most) {
        int count = Math.min(most, labels.size());
        return new TaskSamples(
                title,
                shape,
                labels.subList(0, count),
                rows.stream()
                        .map(row -> new Row(row.heading, row.name, row.detail, row.images.subList(0, count)))
                        .toList());
    }

    private static void addRows(List<Row> rows, Task task, List<Integer> labels) {
        String heading = "Task " + (task.id() + 1);
        String size = String.format(
                Locale.ROOT,
                "%,d train, %,d test",
                task.train().size(),
                task.test().size());
        if (task.drift().isEmpty()) {
            rows.add(new Row(heading, task.name(), size, images(task, labels, UnaryOperator.identity())));
            return;
        }
        rows.add(new Row(
                heading,
                "on the way",
                "half of the task",
                images(task, labels, task.drift().get().at(HALF_WAY))));
        rows.add(new Row(
                heading,
                task.name(),
                size,
                images(task, labels, task.drift().get().at(1))));
    }

    private static List<Optional<FeatureVector>> images(
            Task task, List<Integer> labels, UnaryOperator<FeatureVector> now) {
        List<Optional<FeatureVector>> images = new ArrayList<>();
        for (int wanted : labels) {
            images.add(task.train().samples().stream()
                    .filter(sample -> sample.label() == wanted)
                    .findFirst()
                    .map(Sample::features)
                    .map(now));
        }
        return images;
    }
}
