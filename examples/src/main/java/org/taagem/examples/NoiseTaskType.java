package org.taagem.examples;

import java.util.Map;

import org.taagem.experiment.ConfigReader;
import org.taagem.experiment.TaskType;
import org.taagem.stream.Scenario;

/** Lets a configuration say {@code task_type: noise}; named in META-INF/services, where taagem finds it. */
public final class NoiseTaskType implements TaskType {
    /** The type's own key. */
    static final String NOISE_PER_TASK = "noise_per_task";

    private static final double MOST_NOISE = 10;

    /** Makes the type, as the service loader does. */
    public NoiseTaskType() {}

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public String description() {
        return "each task has more noise on its pixels than the one before";
    }

    @Override
    public Map<String, Object> keys() {
        return Map.of(NOISE_PER_TASK, 0.2);
    }

    @Override
    public Scenario scenario(ConfigReader reader) {
        return new NoisyPixels(reader.number(NOISE_PER_TASK, 0, MOST_NOISE));
    }
}
