package org.taagem.stream;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.taagem.data.ImageShape;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

/**
 * Every task shows its slice of the images turned a little further: task k by k times the step (rotated MNIST; Lopez-Paz
 * and Ranzato 2017, <a href="https://arxiv.org/abs/1706.08840">arXiv:1706.08840</a>).
 */
public final class RotatedImages implements Scenario {
    private final double degreesPerTask;

    /**
     * Makes the scenario.
     *
     * @param degreesPerTask how far each task is turned beyond the one before, counter-clockwise
     */
    public RotatedImages(double degreesPerTask) {
        this.degreesPerTask = degreesPerTask;
    }

    @Override
    public List<Task> tasks(TrainTest data, int count, Seeds seeds) {
        ImageShape shape = data.train()
                .shape()
                .orElseThrow(() ->
                        new ScenarioException("task_type is rotation, but " + data.name() + " is not made of images"));
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double degrees = k * degreesPerTask;
            Rotation rotation = new Rotation(shape, degrees);
            tasks.add(new Task(
                    k,
                    "rotated by "
                            + BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString() + " degrees",
                    Slices.slice(data.train(), k, count, rotation::apply),
                    Slices.slice(data.test(), k, count, rotation::apply)));
        }
        return tasks;
    }
}
