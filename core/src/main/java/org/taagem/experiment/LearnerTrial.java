package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.taagem.data.Batch;
import org.taagem.data.Sample;
import org.taagem.learn.ContinualLearner;
import org.taagem.learn.ReferenceBatch;
import org.taagem.learn.TaskAware;
import org.taagem.memory.EpisodicMemory;
import org.taagem.nn.Kernels;
import org.taagem.nn.Mlp;
import org.taagem.state.StateFile;

/** A learner in training, as its contract looks at it. */
final class LearnerTrial {
    private static final int BATCHES_PER_TASK = 20;
    private static final String KIND = "learner";

    final Mlp network;
    final ContinualLearner learner;
    private final List<EpisodicMemory> memory;
    private final List<Double> losses = new ArrayList<>();

    LearnerTrial(Strategy strategy, MemoryKind kind, ReferenceBatch reference, long seed) {
        MemoryConfig remembered = new MemoryConfig(kind, ContractStream.LIMITS, 1, MemoryFill.BATCH, reference);
        LearnerConfig config = new LearnerConfig(strategy, seed, new ModelConfig(7, 1, 0.1, true), remembered);
        LearnerFactory factory = new LearnerFactory(config, Kernels.plain());
        network = factory.network(ContractStream.FEATURES, ContractStream.CLASSES);
        Learner made = factory.create(network, ContractStream.BATCHES / BATCHES_PER_TASK);
        learner = made.learner();
        memory = made.memory().stream().toList();
    }

    /** Learns a batch; a learner that is told when a task ends is told so after every {@value #BATCHES_PER_TASK}. */
    void learn(Batch batch) {
        losses.add(learner.observe(batch));
        if (learner instanceof TaskAware taskAware && losses.size() % BATCHES_PER_TASK == 0) {
            taskAware.endTask();
        }
    }

    LearnerTrial learn(List<Batch> batches) {
        batches.forEach(this::learn);
        return this;
    }

    boolean fits() {
        return memory.stream().allMatch(kept -> kept.size() <= ContractStream.LIMITS.capacity());
    }

    /** Says whether both have come to the same, bit for bit, over as many of the last batches as this has learned. */
    boolean endsLike(LearnerTrial other) {
        return learnedLike(other) && kept().equals(other.kept());
    }

    /** The same, whatever they remember. */
    boolean learnedLike(LearnerTrial other) {
        int learned = losses.size();
        int from = other.losses.size() - learned;
        return from >= 0
                && losses.equals(other.losses.subList(from, from + learned))
                && Arrays.equals(network.parameters(), other.network.parameters());
    }

    private List<List<Sample>> kept() {
        return memory.stream().map(EpisodicMemory::samples).toList();
    }

    void save(Path file) throws IOException {
        StateFile.write(file, KIND, out -> out.writePart(KIND, learner));
    }

    void restore(Path file) throws IOException {
        StateFile.read(file, List.of(KIND), in -> {
            in.readPart(KIND, learner);
            return learner;
        });
    }
}
