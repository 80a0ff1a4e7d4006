package org.taagem.examples;

import java.util.function.Function;

import org.taagem.experiment.ConfigReader;
import org.taagem.experiment.MemoryType;
import org.taagem.memory.Draw;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Retention;

/**
 * A memory of one's own: {@code memory: first-comers}. It keeps the first samples of each class, as many of each, and never
 * gives one up.
 */
public final class FirstComers implements MemoryType {
    /** Makes the type, as the program does that finds it on its class path. */
    public FirstComers() {}

    @Override
    public String name() {
        return "first-comers";
    }

    @Override
    public String description() {
        return "the first of each class";
    }

    @Override
    public Function<Parts, EpisodicMemory> maker(ConfigReader settings) {
        return parts -> new PooledMemory(parts.pools(), keepFirst(parts.pools().perLabel()), Draw.EVEN, parts.random());
    }

    private static Retention keepFirst(int perLabel) {
        return (sample, kept) -> {
            if (kept.size(kept.poolOf(sample.label())) < perLabel) {
                kept.add(sample);
            }
        };
    }
}
