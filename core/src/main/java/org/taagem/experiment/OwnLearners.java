package org.taagem.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.taagem.learn.Agem;
import org.taagem.learn.AgemProjection;
import org.taagem.learn.BayesianGradientDescent;
import org.taagem.learn.Consolidation;
import org.taagem.learn.ContinualLearner;
import org.taagem.learn.DarkExperienceReplay;
import org.taagem.learn.ExperienceReplay;
import org.taagem.learn.FineTuning;
import org.taagem.learn.LossBalance;
import org.taagem.learn.Mega;
import org.taagem.learn.OnlineEwc;
import org.taagem.learn.OrthogonalGradientDescent;
import org.taagem.learn.Slate;
import org.taagem.learn.TaskSamples;
import org.taagem.learn.TaskwiseAgem;
import org.taagem.memory.Draw;
import org.taagem.memory.PoolLimits;
import org.taagem.memory.PooledMemory;
import org.taagem.memory.Reservoir;

/** The learners of taagem itself. */
final class OwnLearners {
    private static final int MOST = 1_000_000;

    static final LearnerType TA_A_GEM = rehearsing(
            "ta-a-gem",
            "projects gradients so that what is remembered is not hurt (Lamers et al. 2023)",
            parts -> new Agem(parts.network(), parts.optimizer(), parts.rehearsal(), new AgemProjection()));
    static final LearnerType SGD = new OwnType(
            "sgd",
            "fine-tuning on whatever comes, without a memory: the lower bound",
            Map.of(),
            LearnerType.Tasks.NOTHING,
            LearnerType.Memory.NONE,
            settings -> OwnLearners::fineTuning);
    static final LearnerType JOINT = new OwnType(
            "joint",
            "fine-tuning on an even mix of all tasks, for as many steps: the upper bound",
            Map.of(),
            LearnerType.Tasks.ALL_AT_ONCE,
            LearnerType.Memory.NONE,
            settings -> OwnLearners::fineTuning);
    static final LearnerType A_GEM = new OwnType(
            "a-gem",
            "the same as ta-a-gem, but rehearses a task once it has ended (Chaudhry et al. 2019)",
            Map.of(),
            LearnerType.Tasks.ENDS,
            LearnerType.Memory.REHEARSED_AS_IT_CAME,
            settings -> parts -> new TaskwiseAgem(
                    parts.network(),
                    parts.optimizer(),
                    parts.rehearsal(),
                    parts.taskSamples().get()));
    static final LearnerType ER = new OwnType(
            "er",
            "one step on batch and memory together (Chaudhry et al. 2019)",
            Map.of("memory_weight", 1.0),
            LearnerType.Tasks.NOTHING,
            LearnerType.Memory.REHEARSED,
            OwnLearners::er);
    static final LearnerType MEGA_1 = rehearsing(
            "mega-1",
            "balances both gradients by their losses (Guo et al. 2020, MEGA-I)",
            parts -> new Mega(parts.network(), parts.optimizer(), parts.rehearsal(), LossBalance.MEGA_1));
    static final LearnerType MEGA_2 = rehearsing(
            "mega-2",
            "turns the gradient to where both losses fall (Guo et al. 2020, MEGA-II)",
            parts -> new Mega(parts.network(), parts.optimizer(), parts.rehearsal(), LossBalance.MEGA_2));
    static final LearnerType DER = new OwnType(
            "der++",
            "rehearses labels and what the network once said (Buzzega et al. 2020)",
            Map.of("der_alpha", 0.5, "der_beta", 0.5),
            LearnerType.Tasks.NOTHING,
            LearnerType.Memory.REHEARSED_AS_IT_CAME,
            OwnLearners::der);
    static final LearnerType BGD = new OwnType(
            "bgd",
            "moves every parameter the less the surer it is (Zeno et al. 2018)",
            Map.of("bgd_sigma", 0.06, "bgd_eta", 1.0, "bgd_draws", 10),
            LearnerType.Tasks.NOTHING,
            LearnerType.Memory.NONE,
            OwnLearners::bgd);
    static final LearnerType TA_OGD = new OwnType(
            "ta-ogd",
            "steps orthogonal to kept gradients (Farajtabar et al. 2019; Lamers et al. 2023)",
            Map.of(),
            LearnerType.Tasks.NOTHING,
            LearnerType.Memory.REHEARSED_AS_IT_CAME,
            settings -> parts -> new OrthogonalGradientDescent(parts.network(), parts.optimizer(), parts.rehearsal()));
    static final LearnerType EWC_ONLINE = new OwnType(
            "ewc-online",
            "springs hold parameters that mattered (Schwarz et al. 2018)",
            Map.of("ewc_lambda", 100.0, "ewc_gamma", 1.0, "ewc_samples", 200),
            LearnerType.Tasks.ENDS,
            LearnerType.Memory.NONE,
            OwnLearners::ewc);

    static final LearnerType SLATE = new OwnType(
            "slate",
            "rehearses with a slow average of itself as its teacher (taagem, docs/learner.md)",
            Map.of(
                    "slate_rehearsal", 0.5,
                    "slate_matching", 4.0,
                    "slate_teaching", 3.0,
                    "slate_tolerance", 1.0,
                    "slate_anchoring", 10.0,
                    "slate_fast", 1000,
                    "slate_slow", 10000,
                    "slate_lasting", 0.4),
            LearnerType.Tasks.NOTHING,
            LearnerType.Memory.REHEARSED_AS_IT_CAME,
            OwnLearners::slate);

    private OwnLearners() {}

    static List<LearnerType> all() {
        return List.of(TA_A_GEM, SGD, JOINT, A_GEM, ER, MEGA_1, MEGA_2, DER, BGD, TA_OGD, EWC_ONLINE, SLATE);
    }

    private static LearnerType rehearsing(
            String name, String description, Function<LearnerParts, ContinualLearner> maker) {
        return new OwnType(
                name,
                description,
                Map.of(),
                LearnerType.Tasks.NOTHING,
                LearnerType.Memory.REHEARSED,
                settings -> maker);
    }

    private static ContinualLearner fineTuning(LearnerParts parts) {
        return new FineTuning(parts.network(), parts.optimizer());
    }

    private static Function<LearnerParts, ContinualLearner> er(ConfigReader settings) {
        double weight = settings.number("memory_weight", 0, MOST);
        return parts -> new ExperienceReplay(parts.network(), parts.optimizer(), parts.rehearsal(), weight);
    }

    private static Function<LearnerParts, ContinualLearner> der(ConfigReader settings) {
        DarkExperienceReplay.Weights weights = new DarkExperienceReplay.Weights(
                settings.number("der_alpha", 0, MOST), settings.number("der_beta", 0, MOST));
        return parts -> new DarkExperienceReplay(parts.network(), parts.optimizer(), parts.rehearsal(), weights);
    }

    private static Function<LearnerParts, ContinualLearner> slate(ConfigReader settings) {
        Slate.Weights weights = new Slate.Weights(
                settings.number("slate_rehearsal", 0, MOST),
                settings.number("slate_matching", 0, MOST),
                settings.number("slate_teaching", 0, MOST),
                settings.positiveNumber("slate_tolerance"));
        Consolidation.Settings how = new Consolidation.Settings(
                settings.integer("slate_fast", 1, Integer.MAX_VALUE),
                settings.integer("slate_slow", 1, Integer.MAX_VALUE),
                settings.number("slate_lasting", 0.01, 1),
                settings.number("slate_anchoring", 0, MOST));
        return parts -> new Slate(
                parts.optimizer(),
                parts.rehearsal(),
                weights,
                new Consolidation(parts.network(), how, parts.seeds().named("consolidation")));
    }

    private static Function<LearnerParts, ContinualLearner> bgd(ConfigReader settings) {
        BayesianGradientDescent.Settings how = new BayesianGradientDescent.Settings(
                settings.positiveNumber("bgd_sigma"),
                settings.positiveNumber("bgd_eta"),
                settings.integer("bgd_draws", 1, MOST));
        return parts ->
                new BayesianGradientDescent(parts.network(), how, parts.seeds().named("noise"));
    }

    private static Function<LearnerParts, ContinualLearner> ewc(ConfigReader settings) {
        OnlineEwc.Strength strength =
                new OnlineEwc.Strength(settings.number("ewc_lambda", 0, MOST), settings.number("ewc_gamma", 0, 1));
        int samples = settings.integer("ewc_samples", 1, MOST);
        return parts -> new OnlineEwc(parts.network(), parts.optimizer(), strength, fisherSamples(parts, samples));
    }

    private static TaskSamples fisherSamples(LearnerParts parts, int samples) {
        RandomGenerator random = parts.seeds().named("fisher");
        int classes = parts.network().outputs();
        PoolLimits limits = new PoolLimits(classes, Math.max(classes, samples));
        return new TaskSamples(() -> new PooledMemory(limits, new Reservoir(limits, random), Draw.UNIFORM, random), 1);
    }

    /** A learner of taagem's own. */
    private record OwnType(
            String name,
            String description,
            Map<String, Object> keys,
            Tasks tasks,
            Memory memory,
            Function<ConfigReader, Function<LearnerParts, ContinualLearner>> making)
            implements LearnerType {
        @Override
        public Function<LearnerParts, ContinualLearner> maker(ConfigReader settings) {
            return making.apply(settings);
        }
    }
}
