package org.taagem.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.taagem.memory.Assignment;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.Removal;
import org.taagem.state.Stateful;

/**
 * A memory and its own settings, as a configuration describes it. Two are equal if their types have the same name and their
 * settings are equal.
 *
 * @param type what kind of memory
 * @param settings its own keys ({@link MemoryType#keys}) with their values
 */
public record MemoryKind(MemoryType type, Map<String, Object> settings) {
    /**
     * Checks the settings.
     *
     * @throws ConfigException if one is missing or not allowed
     */
    public MemoryKind {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        Objects.requireNonNull(type.maker(new ConfigReader(settings)), type.name());
    }

    /**
     * Describes a memory of one's choice.
     *
     * @param type what kind of memory
     * @param settings some or all of its own keys with their values; the others have their defaults
     * @return the memory's description
     * @throws ConfigException if a value is not allowed
     */
    public static MemoryKind of(MemoryType type, Map<String, Object> settings) {
        return checked(type, new ConfigReader(settings));
    }

    /**
     * Describes a clustered memory.
     *
     * @param assignment which cluster a sample joins
     * @param removal which sample an overfull cluster gives up
     * @return the memory's description
     */
    public static MemoryKind clustered(Assignment assignment, Removal removal) {
        return of(
                OwnMemories.CLUSTERED,
                Map.of(
                        OwnMemories.ASSIGNMENT, ConfigReader.nameOf(assignment),
                        OwnMemories.REMOVAL, ConfigReader.nameOf(removal)));
    }

    /**
     * Reads what the key {@code memory} names, and its own keys.
     *
     * @param reader the configuration
     * @return the memory's description
     * @throws ConfigException if there is no such memory or a value is not allowed
     */
    static MemoryKind read(ConfigReader reader) {
        MemoryType type = MemoryTypes.CHOICES.chosen(reader);
        MemoryKind kind = checked(type, reader);
        MemoryTypes.CHOICES.allowKeys(reader);
        return kind;
    }

    /** Lets the type see the values as they were written, so that its errors show them so. */
    private static MemoryKind checked(MemoryType type, ConfigReader reader) {
        reader.assume(type.keys());
        Objects.requireNonNull(type.maker(reader), type.name());
        return new MemoryKind(type, Choices.settings(type, reader));
    }

    /**
     * Returns the name in a configuration.
     *
     * @return such as {@code clustered}
     */
    public String name() {
        return type.name();
    }

    /**
     * Makes an empty memory.
     *
     * @throws ConfigException if it could hold more samples than others, or has no state that could be kept
     */
    EpisodicMemory memory(MemoryType.Parts parts) {
        EpisodicMemory memory = type.maker(new ConfigReader(settings)).apply(parts);
        if (memory.capacity() > parts.limits().capacity()) {
            throw new ConfigException("memory is " + name() + ", which has room for " + memory.capacity()
                    + " samples; expected at most num_pools x memory_size_q x memory_size_p, which is "
                    + parts.limits().capacity() + ": let it heed the limits that it is given");
        }
        if (!(memory instanceof Stateful)) {
            throw new ConfigException("memory is " + name() + ", whose "
                    + memory.getClass().getName() + " keeps no state; let it implement org.taagem.state.Stateful");
        }
        return memory;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemoryKind kind && kind.name().equals(name()) && kind.settings.equals(settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name(), settings);
    }

    /** Returns the name, to be read by people. */
    @Override
    public String toString() {
        return name();
    }
}
