package org.taagem.report.stats;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.taagem.experiment.LearnerType;
import org.taagem.experiment.LearnerTypes;
import org.taagem.experiment.MemoryTypes;

/**
 * Keys of a configuration that mean nothing beside its others, such as those of the memory to a learner without one. Runs that
 * differ in them alone have the same numbers.
 */
final class IdleKeys {
    private static final Set<String> OF_MEMORY = Set.of(
            "memory", "num_pools", "memory_size_q", "memory_size_p", "sampling_rate", "memory_fill", "reference_batch");

    private IdleKeys() {}

    /**
     * Finds them.
     *
     * @param config a configuration, by key; of a learner that is not known here, every key of the memory counts
     * @return the keys, some of which it may not have
     */
    static Set<String> of(Map<String, ?> config) {
        Set<String> idle = new HashSet<>();
        if (LearnerTypes.all().stream().anyMatch(type -> isWithoutMemory(type, config))) {
            idle.addAll(OF_MEMORY);
            MemoryTypes.all().forEach(type -> idle.addAll(type.keys().keySet()));
        }
        if (isOther(config, "schedule", "continuous")) {
            idle.add("num_transition_epochs");
        }
        if (isOther(config, "schedule", "blurry")) {
            idle.add("blurry_share");
        }
        if (isOther(config, "optimizer", "momentum")) {
            idle.add("momentum");
        }
        return idle;
    }

    private static boolean isWithoutMemory(LearnerType type, Map<String, ?> config) {
        return type.memory() == LearnerType.Memory.NONE && type.name().equals(config.get(RunSettings.STRATEGY));
    }

    private static boolean isOther(Map<String, ?> config, String key, String value) {
        return config.containsKey(key) && !value.equals(config.get(key));
    }
}
