package org.taagem.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.data.Sample;
import org.taagem.learn.ContinualLearner;
import org.taagem.learn.RehearsingLearner;
import org.taagem.memory.Draw;
import org.taagem.memory.EpisodicMemory;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Ring;
import org.taagem.nn.Gradient;
import org.taagem.random.SeededRandom;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The contracts tell who does not keep them. */
class BrokenPromiseTest {
    private static String broken(LearnerType.Memory memory, Function<LearnerParts, ContinualLearner> maker) {
        Strategy strategy = Strategy.usual(BrokenLearner.type("broken", memory, maker));
        String message = String.valueOf(assertThrows(ContractException.class, () -> LearnerContract.check(strategy))
                .getMessage());
        String where = "strategy broken with memory clustered and reference_batch batch: ";
        assertTrue(message.startsWith(where), message);
        return message.substring(where.length());
    }

    @Test
    void check_soundLearner_finds() throws IOException {
        Strategy sound = Strategy.usual(BrokenLearner.type("sound", LearnerType.Memory.NONE, BrokenLearner::new));

        assertEquals(1, LearnerContract.check(sound));
    }

    @Test
    void check_drawsFromElsewhere_isTold() {
        RandomGenerator elsewhere = new SeededRandom(1);

        assertEquals(
                "the same seed gives other numbers; draw from given generators only",
                broken(LearnerType.Memory.NONE, parts -> new BrokenLearner(parts) {
                    @Override
                    public double observe(Batch batch) {
                        double loss = super.observe(batch);
                        float[] noise = new float[parts.network().parameterCount()];
                        noise[0] = elsewhere.nextFloat();
                        parts.network().add(1, noise);
                        return loss;
                    }
                }));
    }

    @Test
    void check_lossAfterTheStep_isTold() {
        String problem = broken(LearnerType.Memory.NONE, parts -> new BrokenLearner(parts) {
            @Override
            public double observe(Batch batch) {
                super.observe(batch);
                return parts.network().newGradient().compute(batch);
            }
        });

        assertTrue(problem.startsWith("the loss of the first batch is "), problem);
    }

    @Test
    void check_learnsWhenAsked_isTold() {
        assertEquals(
                "predictions between two steps change what it learns",
                broken(LearnerType.Memory.NONE, parts -> new BrokenLearner(parts) {
                    @Override
                    public int[] predict(List<FeatureVector> inputs) {
                        float[] drift = new float[parts.network().parameterCount()];
                        drift[0] = 0.1f;
                        parts.network().add(1, drift);
                        return super.predict(inputs);
                    }
                }));
    }

    @Test
    void check_classThatThereIsNot_isTold() {
        assertEquals("it predicts a class 3", broken(LearnerType.Memory.NONE, parts -> new BrokenLearner(parts) {
            @Override
            public int[] predict(List<FeatureVector> inputs) {
                int[] classes = super.predict(inputs);
                classes[0] = 3;
                return classes;
            }
        }));
    }

    @Test
    void check_savesOnlyTheNetwork_isTold() {
        assertEquals(
                "after its state was written and read back it goes on otherwise; save all that changes",
                broken(LearnerType.Memory.NONE, parts -> new BrokenLearner(parts) {
                    @Override
                    public void save(StateWriter out) throws IOException {
                        out.writePart("network", parts.network());
                    }

                    @Override
                    public void restore(StateReader in) throws IOException {
                        in.readPart("network", parts.network());
                    }
                }));
    }

    /** Hides what goes wrong in its memory, as the Python original did. */
    private static final class Hiding extends RehearsingLearner {
        private final Gradient g = network.newGradient();

        Hiding(LearnerParts parts) {
            super(parts.network(), parts.optimizer(), parts.rehearsal());
        }

        @Override
        public double observe(Batch batch) {
            double loss = g.compute(batch);
            optimizer.step(g, loss);
            try {
                rehearsal.offer(batch);
            } catch (BrokenMemory.Failure e) {
                return loss;
            }
            return loss;
        }
    }

    @Test
    void check_hidesAnErrorOfTheMemory_isTold() {
        assertEquals(
                "it hides an error of the memory; let every exception pass",
                broken(LearnerType.Memory.REHEARSED, Hiding::new));
    }

    @Test
    void check_learnsOtherwiseWithoutAMemory_isTold() {
        assertEquals(
                "with a memory that keeps nothing it learns otherwise than by fine-tuning; let it take the plain step",
                broken(LearnerType.Memory.REHEARSED, parts -> new BrokenLearner(parts) {
                    @Override
                    public double observe(Batch batch) {
                        double loss = super.observe(batch);
                        super.observe(batch);
                        return loss;
                    }
                }));
    }

    /** A ring buffer, but for one thing. */
    private static class BrokenRing implements EpisodicMemory, Stateful {
        private final PooledMemory ring;

        BrokenRing(MemoryType.Parts parts) {
            ring = new PooledMemory(parts.pools(), new Ring(parts.pools()), Draw.EVEN, parts.random());
        }

        @Override
        public void add(Sample sample) {
            ring.add(sample);
        }

        @Override
        public Batch sample(int count) {
            return ring.sample(count);
        }

        @Override
        public int size() {
            return ring.size();
        }

        @Override
        public int capacity() {
            return ring.capacity();
        }

        @Override
        public List<Sample> samples() {
            return ring.samples();
        }

        @Override
        public void save(StateWriter out) throws IOException {
            ring.save(out);
        }

        @Override
        public void restore(StateReader in) throws IOException {
            ring.restore(in);
        }
    }

    private static MemoryKind kind(Function<MemoryType.Parts, EpisodicMemory> maker) {
        MemoryType type = new MemoryType() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public String description() {
                return "broken";
            }

            @Override
            public Function<Parts, EpisodicMemory> maker(ConfigReader settings) {
                return maker;
            }
        };
        return MemoryKind.of(type, Map.of());
    }

    private static String brokenMemory(Function<MemoryType.Parts, EpisodicMemory> maker) {
        String message = String.valueOf(assertThrows(ContractException.class, () -> MemoryContract.check(kind(maker)))
                .getMessage());
        assertTrue(message.startsWith("memory broken: "), message);
        return message.substring("memory broken: ".length());
    }

    @Test
    void checkMemory_keepsNothing_isTold() {
        assertEquals("it keeps nothing of a whole stream", brokenMemory(parts -> new BrokenRing(parts) {
            @Override
            public void add(Sample sample) {}
        }));
    }

    @Test
    void checkMemory_wrongSize_isTold() {
        assertEquals("its size is not that of its samples", brokenMemory(parts -> new BrokenRing(parts) {
            @Override
            public int size() {
                return Math.max(0, super.size() - 1);
            }
        }));
    }

    @Test
    void checkMemory_drawsTooFew_isTold() {
        assertEquals("it draws 0, asked for 1", brokenMemory(parts -> new BrokenRing(parts) {
            @Override
            public Batch sample(int count) {
                return super.sample(count - 1);
            }
        }));
    }

    @Test
    void checkMemory_handsOutItself_isTold() {
        assertEquals("what it handed out changes later; hand out a copy", brokenMemory(parts -> new BrokenRing(parts) {
            private final List<Sample> view = new ArrayList<>();

            @Override
            public List<Sample> samples() {
                view.clear();
                view.addAll(super.samples());
                return view;
            }

            @Override
            public void add(Sample sample) {
                super.add(sample);
                samples();
            }
        }));
    }

    @Test
    void checkMemory_drawsFromElsewhere_isTold() {
        SeededRandom elsewhere = new SeededRandom(1);

        assertEquals(
                "the same seed gives other samples; draw from the given generator only",
                brokenMemory(parts -> new BrokenRing(new MemoryType.Parts(parts.limits(), elsewhere))));
    }

    @Test
    void checkMemory_largerThanItMay_isRefused() {
        MemoryKind greedy = kind(parts -> new BrokenRing(parts) {
            @Override
            public int capacity() {
                return 1000;
            }
        });

        assertEquals(
                "memory is broken, which has room for 1000 samples; expected at most num_pools x memory_size_q x"
                        + " memory_size_p, which is 18: let it heed the limits that it is given",
                assertThrows(ConfigException.class, () -> MemoryContract.check(greedy))
                        .getMessage());
    }
}
