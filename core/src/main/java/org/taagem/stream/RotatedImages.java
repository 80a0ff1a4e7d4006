package org.taagem.stream;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.taagem.data.ImageShape;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

/**
 * Every task shows its portion of the images turned a little further: task k by k times the step (rotated MNIST; Lopez-Paz
 * and Ranzato 2017, <a href="https://arxiv.org/abs/1706.08840">arXiv:1706.08840</a>).
 *
 * @param degreesPerTask how far each task is turned beyond the one before, counter-clockwise
 * @param portion how much of the data each task shows
 */
public record RotatedImages(double degreesPerTask, TaskPortion portion) implements Scenario {
    /** The key of the angle in a configuration. */
    public static final String DEGREES = "rotation_degrees";

    /**
     * Describes tasks that show disjoint slices of the data.
     *
     * @param degreesPerTask how far each task is turned beyond the one before, counter-clockwise
     */
    public RotatedImages(double degreesPerTask) {
        this(degreesPerTask, new TaskPortion.Slice());
    }

    @Override
    public String name() {
        return "rotation";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(DEGREES, degreesPerTask);
        settings.put(TaskPortion.KEY, portion.value());
        return settings;
    }

    @Override
    public List<Task> tasks(TrainTest data, int count, Seeds seeds) {
        ImageShape shape = shape(data, name());
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double degrees = k * degreesPerTask;
            Rotation rotation = new Rotation(shape, degrees);
            TaskPortion.Place place = new TaskPortion.Place(k, count, seeds);
            tasks.add(new Task(
                    k,
                    taskName(degrees),
                    portion.train(data.train(), place, rotation::apply),
                    portion.test(data.test(), place, rotation::apply)));
        }
        return tasks;
    }

    static ImageShape shape(TrainTest data, String taskType) {
        return data.train()
                .shape()
                .orElseThrow(() -> new ScenarioException("task_type is " + taskType + ", but " + data.name()
                        + " is not made of images, which alone can be turned; choose another task_type"));
    }

    static String taskName(double degrees) {
        return "rotated by " + BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString() + " degrees";
    }
}
