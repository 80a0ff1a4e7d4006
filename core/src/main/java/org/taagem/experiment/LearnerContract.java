package org.taagem.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.taagem.data.Batch;
import org.taagem.learn.ReferenceBatch;
import org.taagem.learn.Snapshotting;

/**
 * What every learner promises, put to the test with every memory that there is; taagem's own tests use it, and so can those of
 * a learner of one's own (docs/custom-learners.md).
 *
 * <p>Same seed, same numbers; batches stay as they are; the memory holds no more than it may; the first loss is that before
 * the first step; asking changes nothing; a state that is written and read back goes on bit for bit; an error in the memory
 * is an error of the learner; and a memory that keeps nothing makes it plain fine-tuning.
 */
public final class LearnerContract {
    private static final List<ReferenceBatch> REFERENCES =
            List.of(ReferenceBatch.BATCH, ReferenceBatch.ALL, ReferenceBatch.of(7));
    private static final long SEED = 5;
    private static final long OTHER_SEED = 77;

    private final Strategy strategy;
    private final MemoryKind memory;
    private final ReferenceBatch reference;

    private LearnerContract(Strategy strategy, MemoryKind memory, ReferenceBatch reference) {
        this.strategy = strategy;
        this.memory = memory;
        this.reference = reference;
    }

    /**
     * Tests a learner; one that rehearses with every memory of taagem and of the class path, and with reference batches of
     * several sizes.
     *
     * @param strategy the learner, such as {@code Strategy.usual(new MyType())}
     * @return how many combinations were tested
     * @throws ContractException if a promise is broken; it says which one, and with what memory
     * @throws IOException if no temporary file can be written
     */
    public static int check(Strategy strategy) throws IOException {
        if (!strategy.rehearses()) { // whatever the memory, it gets none
            new LearnerContract(strategy, MemoryKind.of(OwnMemories.CLUSTERED, Map.of()), ReferenceBatch.BATCH).check();
            return 1;
        }
        int tested = 0;
        for (MemoryType type : MemoryTypes.all()) {
            for (ReferenceBatch reference : REFERENCES) {
                new LearnerContract(strategy, MemoryKind.of(type, Map.of()), reference).check();
                tested++;
            }
        }
        return tested;
    }

    private void check() throws IOException {
        LearnerTrial unbroken = trial(memory, SEED);
        for (Batch batch : ContractStream.batches()) {
            unbroken.learn(batch);
            require(unbroken.fits(), "the memory holds more than it may");
        }
        isRepeatable(unbroken);
        firstLossIsThatBeforeTheStep();
        askingChangesNothing(unbroken);
        goesOnFromItsState();
        if (strategy.rehearses()) {
            tellsOfErrorsInTheMemory();
            isFineTuningWithoutAMemory();
        }
    }

    private LearnerTrial trial(MemoryKind kind, long seed) {
        return new LearnerTrial(strategy, kind, reference, seed);
    }

    private void require(boolean kept, String problem) {
        if (!kept) {
            throw new ContractException("strategy " + strategy.name() + " with memory " + memory.name()
                    + " and reference_batch " + reference + ": " + problem);
        }
    }

    private void isRepeatable(LearnerTrial unbroken) {
        List<Batch> batches = ContractStream.batches();
        require(
                trial(memory, SEED).learn(batches).endsLike(unbroken),
                "the same seed gives other numbers; draw from given generators only");
        require(
                ContractStream.samples(batches).equals(ContractStream.samples(ContractStream.batches())),
                "it changed a batch");
    }

    private void firstLossIsThatBeforeTheStep() {
        LearnerTrial trial = trial(memory, SEED);
        Batch batch = ContractStream.batches().get(0);
        double before = trial.network.newGradient().compute(batch);
        double told = trial.learner.observe(batch);
        require(
                told == before,
                "the loss of the first batch is " + told + "; expected " + before + ", before the step");
    }

    private void askingChangesNothing(LearnerTrial undisturbed) {
        LearnerTrial asked = trial(memory, SEED);
        for (Batch batch : ContractStream.batches()) {
            int[] classes = asked.learner.predict(ContractStream.inputs(batch));
            require(
                    classes.length == batch.size(),
                    "it predicts " + classes.length + " of " + batch.size() + " inputs");
            for (int predicted : classes) {
                require(predicted >= 0 && predicted < ContractStream.CLASSES, "it predicts a class " + predicted);
            }
            if (asked.learner instanceof Snapshotting snapshotting) {
                snapshotting.snapshot().predict(ContractStream.inputs(batch));
            }
            asked.learn(batch);
        }
        require(asked.endsLike(undisturbed), "predictions between two steps change what it learns");
    }

    private void goesOnFromItsState() throws IOException {
        List<Batch> batches = ContractStream.batches();
        LearnerTrial unbroken = trial(memory, SEED).learn(batches);
        Path file = Files.createTempFile("contract", ".taagem");
        try {
            unbroken.save(file);
            LearnerTrial restored = trial(memory, OTHER_SEED); // what the seed decides is part of the state
            restored.restore(file);
            unbroken.learn(batches);
            require(
                    restored.learn(batches).endsLike(unbroken),
                    "after its state was written and read back it goes on otherwise; save all that changes");
        } finally {
            Files.delete(file);
        }
    }

    private void tellsOfErrorsInTheMemory() {
        for (BrokenMemory.Fault fault : BrokenMemory.Fault.values()) {
            BrokenMemory sound = new BrokenMemory(fault, false);
            trial(sound.kind(), SEED).learn(ContractStream.batches());
            if (sound.wasAsked()) {
                BrokenMemory broken = new BrokenMemory(fault, true);
                require(fails(broken), "it hides an error of the memory; let every exception pass");
            }
        }
    }

    private boolean fails(BrokenMemory broken) {
        try {
            trial(broken.kind(), SEED).learn(ContractStream.batches());
            return false;
        } catch (BrokenMemory.Failure e) {
            return true;
        }
    }

    private void isFineTuningWithoutAMemory() {
        MemoryKind none = new BrokenMemory(BrokenMemory.Fault.ADD, false).kind();
        LearnerTrial without = trial(none, SEED).learn(ContractStream.batches());
        LearnerTrial fineTuned = new LearnerTrial(Strategy.SGD, none, reference, SEED).learn(ContractStream.batches());
        require(
                without.learnedLike(fineTuned),
                "with a memory that keeps nothing it learns otherwise than by fine-tuning; let it take the plain step");
    }
}
