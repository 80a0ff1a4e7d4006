package org.taagem.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.random.SeededRandom;
import org.taagem.state.StateFile;
import org.taagem.testing.ProductionClasses;
import org.taagem.testing.Samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every memory promises. */
class MemoryContractTest {
    private static final int SAMPLES = 200;

    static List<Memories.Kind> kinds() {
        return Memories.all();
    }

    private static List<Sample> stream() {
        return Samples.list(
                Samples.randomBatch(0, SAMPLES, new Samples.Shape(6, Memories.LABELS), new SeededRandom(8)));
    }

    private static EpisodicMemory filled(Memories.Kind kind) {
        EpisodicMemory memory = kind.factory().make(new SeededRandom(1));
        stream().forEach(memory::add);
        return memory;
    }

    @Test
    void kinds_all_coverEveryMemory() {
        Set<String> covered = new TreeSet<>();
        for (Memories.Kind kind : kinds()) {
            covered.add(kind.factory().make(new SeededRandom(1)).getClass().getName());
        }

        Set<String> all = ProductionClasses.implementing(EpisodicMemory.class);
        all.remove("org.taagem.experiment.BrokenMemory"); // with which the contract of learners tries them
        assertEquals(all, covered);
        System.out.println("memory contract: " + kinds().size() + " kinds of " + covered.size() + " classes");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void new_nothingAdded_isEmptyAndDrawsNothing(Memories.Kind kind) {
        EpisodicMemory memory = kind.factory().make(new SeededRandom(1));

        assertEquals(0, memory.size());
        assertEquals(List.of(), memory.samples());
        assertEquals(0, memory.sample(5).size());
        assertTrue(memory.capacity() > 0);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void add_moreThanFit_neverExceedsTheCapacity(Memories.Kind kind) {
        EpisodicMemory memory = kind.factory().make(new SeededRandom(1));
        Set<Sample> offered = new HashSet<>();
        for (Sample sample : stream()) {
            offered.add(sample);
            memory.add(sample);

            assertTrue(memory.size() <= memory.capacity());
            Set<Sample> kept = new HashSet<>(memory.samples());
            assertEquals(memory.size(), kept.size(), "a sample is kept twice");
            assertTrue(offered.containsAll(kept));
        }
        assertTrue(memory.size() > 0);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void sample_anyCount_drawsKeptSamplesNoneTwice(Memories.Kind kind) {
        EpisodicMemory memory = filled(kind);
        List<Sample> kept = memory.samples();
        for (int count = 0; count <= kept.size() + 2; count++) {
            Set<Sample> drawn = new HashSet<>(Samples.list(memory.sample(count)));

            assertEquals(Math.min(count, kept.size()), drawn.size());
            assertTrue(kept.containsAll(drawn));
        }
        assertEquals(kept, memory.samples(), "drawing changed what is kept");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void addAndSample_sameSeed_giveTheSame(Memories.Kind kind) {
        EpisodicMemory one = kind.factory().make(new SeededRandom(7));
        EpisodicMemory other = kind.factory().make(new SeededRandom(7));
        for (Sample sample : stream()) {
            one.add(sample);
            other.add(sample);

            assertEquals(Samples.list(one.sample(4)), Samples.list(other.sample(4)));
        }
        assertEquals(one.samples(), other.samples());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void samples_handedOut_areACopyThatCannotBeChanged(Memories.Kind kind) {
        EpisodicMemory memory = filled(kind);
        List<Sample> before = memory.samples();
        List<Sample> copy = List.copyOf(before);

        stream().forEach(memory::add);

        assertEquals(copy, before);
        assertThrows(UnsupportedOperationException.class, () -> before.remove(0));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void addAndSample_anySamples_leaveThemAsTheyWere(Memories.Kind kind) {
        List<Sample> samples = stream();
        EpisodicMemory memory = kind.factory().make(new SeededRandom(1));
        for (Sample sample : samples) {
            memory.add(sample);
            Batch drawn = memory.sample(5);
            assertTrue(drawn.size() <= 5);
        }

        assertEquals(stream(), samples);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void restore_memoryInUse_goesOnBitForBit(Memories.Kind kind, @TempDir Path folder) throws IOException {
        EpisodicMemory unbroken = filled(kind);
        assertEquals(4, unbroken.sample(4).size());
        EpisodicMemory restored = kind.factory().make(new SeededRandom(99));
        restored.add(Samples.sample(5, 0, 1, 2, 3, 4, 5, 6)); // what was there before is forgotten
        copy(unbroken, restored, folder.resolve("memory.taagem"));

        assertEquals(unbroken.samples(), restored.samples());
        for (Sample sample : stream()) {
            unbroken.add(sample);
            restored.add(sample);

            assertEquals(Samples.list(unbroken.sample(4)), Samples.list(restored.sample(4)));
        }
        assertEquals(unbroken.samples(), restored.samples());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void restore_emptyMemory_isEmpty(Memories.Kind kind, @TempDir Path folder) throws IOException {
        EpisodicMemory restored = filled(kind);
        copy(kind.factory().make(new SeededRandom(1)), restored, folder.resolve("memory.taagem"));

        assertEquals(0, restored.size());
        assertEquals(0, restored.sample(3).size());
    }

    private static void copy(EpisodicMemory from, EpisodicMemory to, Path file) throws IOException {
        StateFile.write(file, "memory", out -> out.writePart("memory", from));
        StateFile.read(file, List.of("memory"), in -> {
            in.readPart("memory", to);
            return to;
        });
    }
}
