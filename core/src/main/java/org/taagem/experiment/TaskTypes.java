package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

import org.taagem.stream.GradualDrift;
import org.taagem.stream.NativeTasks;
import org.taagem.stream.PermutedPixels;
import org.taagem.stream.RotatedImages;
import org.taagem.stream.Scenario;
import org.taagem.stream.SplitClasses;
import org.taagem.stream.TaskPortion;

/** The task types that there are: those of taagem and those on the class path. */
public final class TaskTypes {
    private static final double USUAL_DEGREES = 20;
    private static final double MOST_DEGREES = 360;

    private static final List<TaskType> OWN = List.of(
            new OwnType(
                    "permutation",
                    "each task has its features in an order of its own",
                    Map.of(TaskPortion.KEY, new TaskPortion.Slice().value()),
                    reader -> new PermutedPixels(portion(reader))),
            new OwnType(
                    "rotation",
                    "each task has its images turned rotation_degrees further",
                    Map.of(RotatedImages.DEGREES, USUAL_DEGREES, TaskPortion.KEY, new TaskPortion.Slice().value()),
                    reader -> new RotatedImages(degrees(reader), portion(reader))),
            new OwnType(
                    "class_split",
                    "each task has classes of its own, with labels from 0 on",
                    Map.of(SplitClasses.CLASSES_PER_TASK, StreamKeys.AUTO),
                    reader -> new SplitClasses(reader.integerOr(SplitClasses.CLASSES_PER_TASK, 1, StreamKeys.AUTO)
                            .map(OptionalInt::of)
                            .orElse(OptionalInt.empty()))),
            new OwnType(
                    "drift",
                    "each task changes little by little from how the one before was",
                    Map.of(GradualDrift.KIND, "rotation", GradualDrift.SHARE, 1, RotatedImages.DEGREES, USUAL_DEGREES),
                    TaskTypes::drift),
            new NativeType());

    private static final Choices<TaskType> CHOICES = new Choices<>(TaskType.class, "task_type", "task type", OWN);

    private TaskTypes() {}

    private static double degrees(ConfigReader reader) {
        return reader.number(RotatedImages.DEGREES, -MOST_DEGREES, MOST_DEGREES);
    }

    private static TaskPortion portion(ConfigReader reader) {
        Object value = reader.value(TaskPortion.KEY);
        for (TaskPortion portion : List.of(new TaskPortion.Slice(), new TaskPortion.All())) {
            if (portion.value().equals(value)) {
                return portion;
            }
        }
        if (value instanceof Integer samples && samples >= 1) {
            return new TaskPortion.Drawn(samples);
        }
        throw reader.wrong(TaskPortion.KEY, value, "slice, all or a whole number of at least 1");
    }

    private static Scenario drift(ConfigReader reader) {
        return new GradualDrift(
                reader.choice(GradualDrift.KIND, GradualDrift.Kind.class),
                degrees(reader),
                reader.number(GradualDrift.SHARE, 0, 1));
    }

    /**
     * Finds all task types.
     *
     * @return those of taagem, then those on the class path by name
     * @throws ConfigException if one on the class path cannot be made, or has the name of another
     */
    public static List<TaskType> all() {
        return CHOICES.all();
    }

    /**
     * Finds the type that {@code task_type} names.
     *
     * @param reader the configuration
     * @return the type
     * @throws ConfigException if there is no such type; it names the nearest one
     */
    static TaskType chosen(ConfigReader reader) {
        return CHOICES.chosen(reader);
    }

    /** A type of taagem's own. */
    private record OwnType(
            String name, String description, Map<String, Object> keys, Function<ConfigReader, Scenario> maker)
            implements TaskType {
        @Override
        public Scenario scenario(ConfigReader reader) {
            return maker.apply(reader);
        }
    }

    /** The type whose number of tasks is that of the data. */
    private record NativeType() implements TaskType {
        @Override
        public String name() {
            return "native";
        }

        @Override
        public String description() {
            return "the tasks are the data's own: of a task_column, or several data sets";
        }

        @Override
        public int usualTasks(DataFacts data) {
            return Math.max(1, data.nativeTasks());
        }

        @Override
        public Scenario scenario(ConfigReader reader) {
            return new NativeTasks();
        }
    }
}
