package org.taagem.experiment;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

import org.taagem.data.Batch;
import org.taagem.data.FeatureVector;
import org.taagem.learn.ContinualLearner;
import org.taagem.learn.FineTuning;
import org.taagem.state.StateReader;
import org.taagem.state.StateWriter;
import org.taagem.state.Stateful;

/** Fine-tuning, for tests that break one thing about it. */
class BrokenLearner implements ContinualLearner, Stateful {
    final FineTuning plain;
    final LearnerParts parts;

    BrokenLearner(LearnerParts parts) {
        this.parts = parts;
        plain = new FineTuning(parts.network(), parts.optimizer());
    }

    static LearnerType type(String name, LearnerType.Memory memory, Function<LearnerParts, ContinualLearner> maker) {
        return new LearnerType() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String description() {
                return "broken";
            }

            @Override
            public Memory memory() {
                return memory;
            }

            @Override
            public Function<LearnerParts, ContinualLearner> maker(ConfigReader settings) {
                return maker;
            }
        };
    }

    @Override
    public double observe(Batch batch) {
        return plain.observe(batch);
    }

    @Override
    public int[] predict(List<FeatureVector> inputs) {
        return plain.predict(inputs);
    }

    @Override
    public void save(StateWriter out) throws IOException {
        plain.save(out);
    }

    @Override
    public void restore(StateReader in) throws IOException {
        plain.restore(in);
    }
}
