package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.taagem.data.Sample;
import org.taagem.memory.EpisodicMemory;
import org.taagem.random.SeededRandom;
import org.taagem.state.StateFile;

/**
 * What every memory promises, put to the test; taagem's own tests use it, and so can those of a memory of one's own
 * (docs/custom-learners.md).
 *
 * <p>It begins empty; holds no more than it may, only what it was offered and nothing twice; draws what it keeps, none twice,
 * and keeps what it draws; hands out a copy of what it keeps; does the same for the same seed; and a state that is written
 * and read back goes on bit for bit.
 */
public final class MemoryContract {
    private static final int DRAWN = 4;
    private static final String KIND = "memory";

    private final MemoryKind kind;

    private MemoryContract(MemoryKind kind) {
        this.kind = kind;
    }

    /**
     * Tests a memory.
     *
     * @param kind the memory, such as {@code MemoryKind.of(new MyType(), Map.of())}
     * @throws ContractException if a promise is broken; it says which one
     * @throws IOException if no temporary file can be written
     */
    public static void check(MemoryKind kind) throws IOException {
        MemoryContract contract = new MemoryContract(kind);
        contract.beginsEmpty();
        contract.holdsWhatItMay();
        contract.drawsWhatItKeeps();
        contract.isRepeatable();
        contract.goesOnFromItsState();
    }

    private EpisodicMemory memory(long seed) {
        return kind.memory(new MemoryType.Parts(ContractStream.LIMITS, new SeededRandom(seed)));
    }

    private static List<Sample> stream() {
        return ContractStream.samples(ContractStream.batches());
    }

    private EpisodicMemory filled() {
        EpisodicMemory memory = memory(1);
        stream().forEach(memory::add);
        return memory;
    }

    private void require(boolean kept, String problem) {
        if (!kept) {
            throw new ContractException("memory " + kind.name() + ": " + problem);
        }
    }

    private void beginsEmpty() {
        EpisodicMemory memory = memory(1);
        require(memory.size() == 0 && memory.samples().isEmpty(), "it is not empty at first");
        require(memory.sample(DRAWN).size() == 0, "it draws something although it is empty");
    }

    private void holdsWhatItMay() {
        EpisodicMemory memory = memory(1);
        Set<Sample> offered = new HashSet<>();
        for (Sample sample : stream()) {
            offered.add(sample);
            memory.add(sample);
            List<Sample> kept = memory.samples();
            require(kept.size() == memory.size(), "its size is not that of its samples");
            require(memory.size() <= memory.capacity(), "it holds more than its capacity");
            require(new HashSet<>(kept).size() == kept.size(), "it keeps a sample twice");
            require(offered.containsAll(kept), "it keeps a sample that it was not offered");
        }
        require(memory.size() > 0, "it keeps nothing of a whole stream");
    }

    private void drawsWhatItKeeps() {
        EpisodicMemory memory = filled();
        List<Sample> kept = memory.samples();
        for (int count = 0; count <= kept.size() + 2; count++) {
            List<Sample> drawn = ContractStream.samples(memory.sample(count));
            require(drawn.size() == Math.min(count, kept.size()), "it draws " + drawn.size() + ", asked for " + count);
            require(new HashSet<>(drawn).size() == drawn.size(), "it draws a sample twice");
            require(kept.containsAll(drawn), "it draws a sample that it does not keep");
        }
        require(Set.copyOf(kept).equals(Set.copyOf(memory.samples())), "drawing changes what it keeps");
        List<Sample> copy = List.copyOf(kept);
        stream().forEach(memory::add);
        require(copy.equals(kept), "what it handed out changes later; hand out a copy");
    }

    private void isRepeatable() {
        EpisodicMemory one = memory(7);
        EpisodicMemory other = memory(7);
        require(isSame(one, other), "the same seed gives other samples; draw from the given generator only");
    }

    /** Offers both the stream, and compares what they draw and keep. */
    private static boolean isSame(EpisodicMemory one, EpisodicMemory other) {
        boolean same = true;
        for (Sample sample : stream()) {
            one.add(sample);
            other.add(sample);
            same &= ContractStream.samples(one.sample(DRAWN)).equals(ContractStream.samples(other.sample(DRAWN)));
        }
        return same && one.samples().equals(other.samples());
    }

    private void goesOnFromItsState() throws IOException {
        EpisodicMemory unbroken = filled();
        unbroken.sample(DRAWN);
        EpisodicMemory restored = memory(99); // what the seed decides is part of the state
        restored.add(stream().get(0)); // what was there before is forgotten
        Path file = Files.createTempFile("contract", ".taagem");
        try {
            StateFile.write(file, KIND, out -> out.writePart(KIND, unbroken));
            StateFile.read(file, List.of(KIND), in -> {
                in.readPart(KIND, restored);
                return restored;
            });
        } finally {
            Files.delete(file);
        }
        require(unbroken.samples().equals(restored.samples()), "what was read back is not what it kept");
        require(
                isSame(unbroken, restored),
                "after its state was read back it goes on otherwise; save all that changes");
    }
}
