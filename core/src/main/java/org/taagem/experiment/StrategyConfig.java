package org.taagem.experiment;

import java.util.Map;

import org.taagem.learn.BayesianGradientDescent;
import org.taagem.learn.DarkExperienceReplay;
import org.taagem.learn.OnlineEwc;

/**
 * Settings that mean something to one strategy each.
 *
 * @param memoryWeight for {@link Strategy#ER}: how much a sample of the memory counts, one of the batch being 1
 * @param der for {@link Strategy#DER}: what counts how much
 * @param bgd for {@link Strategy#BGD}: how it learns
 * @param ewc for {@link Strategy#EWC_ONLINE}: how strong the springs are
 * @param ewcSamples for {@link Strategy#EWC_ONLINE}: samples of a task that its Fisher information is computed on
 */
public record StrategyConfig(
        double memoryWeight,
        DarkExperienceReplay.Weights der,
        BayesianGradientDescent.Settings bgd,
        OnlineEwc.Strength ewc,
        int ewcSamples) {
    /** The settings of the papers, where they give any; the same as the defaults of the command. */
    public static final StrategyConfig USUAL = new StrategyConfig(
            1,
            new DarkExperienceReplay.Weights(0.5, 0.5),
            new BayesianGradientDescent.Settings(0.06, 1, 10),
            new OnlineEwc.Strength(100, 1),
            200);

    private static final int MOST = 1_000_000;

    static StrategyConfig read(ConfigReader reader) {
        return new StrategyConfig(
                reader.number("memory_weight", 0, MOST),
                new DarkExperienceReplay.Weights(
                        reader.number("der_alpha", 0, MOST), reader.number("der_beta", 0, MOST)),
                new BayesianGradientDescent.Settings(
                        reader.positiveNumber("bgd_sigma"),
                        reader.positiveNumber("bgd_eta"),
                        reader.integer("bgd_draws", 1, MOST)),
                new OnlineEwc.Strength(reader.number("ewc_lambda", 0, MOST), reader.number("ewc_gamma", 0, 1)),
                reader.integer("ewc_samples", 1, MOST));
    }

    /** The reverse of {@link #read}. */
    void putInto(Map<String, Object> map) {
        map.put("memory_weight", memoryWeight);
        map.put("der_alpha", der.alpha());
        map.put("der_beta", der.beta());
        map.put("bgd_sigma", bgd.sigma());
        map.put("bgd_eta", bgd.eta());
        map.put("bgd_draws", bgd.draws());
        map.put("ewc_lambda", ewc.lambda());
        map.put("ewc_gamma", ewc.gamma());
        map.put("ewc_samples", ewcSamples);
    }
}
