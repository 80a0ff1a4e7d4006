package org.taagem.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.taagem.data.FeatureVector;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

/**
 * Every task shows its slice of the data while the distribution moves on, batch by batch, from where the task before has
 * left it: images that are turned ever further (as in rotating MNIST, Kumar et al. 2020,
 * <a href="https://arxiv.org/abs/2002.11361">arXiv:2002.11361</a>), or features that change places pair by pair.
 *
 * <p>At the end of task k, the distribution is that of task k of {@link RotatedImages} or {@link PermutedPixels}, and so
 * are the test samples: accuracy is measured where each drift ends. The first task stays as it is.
 *
 * @param kind what changes
 * @param degreesPerTask how far images are turned in the course of a task, counter-clockwise; unused if they are not
 * @param share share of each task after which the change is complete, 0 (at once, as without drift) to 1
 */
public record GradualDrift(Kind kind, double degreesPerTask, double share) implements Scenario {
    /** The key of the kind in a configuration. */
    public static final String KIND = "drift_of";

    /** The key of the share in a configuration. */
    public static final String SHARE = "drift_share";

    /** Checks the range. */
    public GradualDrift {
        if (!(share >= 0 && share <= 1)) {
            throw new ScenarioException(SHARE + " is " + share + "; expected 0 to 1");
        }
    }

    /** What changes. */
    public enum Kind {
        /** The angle by which images are turned. */
        ROTATION,
        /** The places of features. */
        PERMUTATION
    }

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(KIND, kind.name().toLowerCase(Locale.ROOT));
        settings.put(SHARE, share);
        settings.put(RotatedImages.DEGREES, degreesPerTask);
        return settings;
    }

    @Override
    public List<Task> tasks(TrainTest data, int count, Seeds seeds) {
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            UnaryOperator<FeatureVector> end = change(data, k, seeds).at(1);
            tasks.add(new Task(
                    k,
                    kind == Kind.ROTATION ? RotatedImages.taskName(k * degreesPerTask) : PermutedPixels.taskName(k),
                    Slices.slice(data.train(), k, count, k == 0 ? end : UnaryOperator.identity()),
                    Slices.slice(data.test(), k, count, end),
                    k == 0 ? Optional.empty() : Optional.of(timed(change(data, k, seeds)))));
        }
        return tasks;
    }

    /** Returns the way from the end of the task before to the end of this one. */
    private Drift change(TrainTest data, int task, Seeds seeds) {
        if (kind == Kind.ROTATION) {
            Rotation rotation = new Rotation(RotatedImages.shape(data, name()), 0);
            return way -> {
                rotation.turnTo((task - 1 + way) * degreesPerTask);
                return rotation::apply;
            };
        }
        int[] end = PermutedPixels.destinations(data, task, seeds);
        int[] start = task == 0 ? end : PermutedPixels.destinations(data, task - 1, seeds);
        PlaceChanges changes = new PlaceChanges(start, end, seeds.named("drift", task));
        return way -> {
            int[] destinations = changes.after(way);
            return vector -> vector.permuted(destinations);
        };
    }

    private Drift timed(Drift change) {
        return progress -> change.at(progress < share ? progress / share : 1);
    }
}
