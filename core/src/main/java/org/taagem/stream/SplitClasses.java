package org.taagem.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.taagem.data.Dataset;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

/**
 * Every task shows a group of the data's classes, and asks only which of the group: task k has the k-th group of n
 * classes, nk..nk+n-1, and the label is the position in the group (split MNIST in the domain-incremental setting; van de
 * Ven et al. 2022, <a href="https://doi.org/10.1038/s42256-022-00568-3">doi:10.1038/s42256-022-00568-3</a>).
 *
 * @param classesPerTask how many classes each task has; if empty, the classes are shared out equally to all tasks
 */
public record SplitClasses(OptionalInt classesPerTask) implements Scenario {
    /** The key of the size of a group in a configuration. */
    public static final String CLASSES_PER_TASK = "classes_per_task";

    /** Checks the range. */
    public SplitClasses {
        if (classesPerTask.isPresent() && classesPerTask.getAsInt() < 1) {
            throw new ScenarioException(
                    CLASSES_PER_TASK + " is " + classesPerTask.getAsInt() + "; expected at least 1");
        }
    }

    /** Shares the classes out equally to all tasks. */
    public SplitClasses() {
        this(OptionalInt.empty());
    }

    @Override
    public String name() {
        return "class_split";
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(CLASSES_PER_TASK, classesPerTask.isPresent() ? (Object) classesPerTask.getAsInt() : "auto");
    }

    @Override
    public int labels(int classes, int tasks) {
        return classesPerTask.orElse(Math.max(1, classes / tasks));
    }

    @Override
    public List<Task> tasks(TrainTest data, int count, Seeds seeds) {
        check(data, count);
        int size = labels(data.train().classes(), count);
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Group group = new Group(k * size, size, data.name());
            tasks.add(new Task(k, group.toString(), group.of(data.train()), group.of(data.test())));
        }
        return tasks;
    }

    private void check(TrainTest data, int count) {
        int classes = data.train().classes();
        String found = "num_tasks is " + count + ", but the " + classes + " classes of " + data.name();
        if (classesPerTask.isPresent()) {
            int most = classes / classesPerTask.getAsInt();
            if (count > most) {
                throw new ScenarioException(found + " make only " + most + " groups of " + classesPerTask.getAsInt()
                        + " (" + CLASSES_PER_TASK + "); make one of the two smaller");
            }
        } else if (classes % count != 0) {
            String divisors = IntStream.rangeClosed(1, classes)
                    .filter(n -> classes % n == 0)
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(", "));
            throw new ScenarioException(found + " do not make " + count + " equal groups; set num_tasks to one of "
                    + divisors + ", or " + CLASSES_PER_TASK + ", which may leave classes out");
        }
    }

    /**
     * Some classes in a row.
     *
     * @param first the first of them
     * @param size how many, at least 1
     * @param data name of the data set, for the error
     */
    private record Group(int first, int size, String data) {
        Dataset of(Dataset whole) {
            List<Sample> samples = new ArrayList<>();
            for (Sample sample : whole.samples()) {
                if (sample.label() >= first && sample.label() < first + size) {
                    samples.add(new Sample(sample.id(), sample.features(), sample.label() - first));
                }
            }
            if (samples.isEmpty()) {
                throw new ScenarioException(data + " has no samples of " + this + ", which make no task then");
            }
            return new Dataset(whole.features(), size, whole.shape(), samples);
        }

        @Override
        public String toString() {
            return switch (size) {
                case 1 -> "class " + first;
                case 2 -> "class " + first + " or " + (first + 1);
                default -> "classes " + first + " to " + (first + size - 1);
            };
        }
    }
}
