package org.taagem.stream;

import java.util.ArrayList;
import java.util.List;

import org.taagem.data.Dataset;
import org.taagem.data.Sample;
import org.taagem.data.TrainTest;
import org.taagem.random.Seeds;

/**
 * Every task shows two classes of the data, and asks only which of the two: task k has classes 2k and 2k+1, with labels
 * 0 and 1 (split MNIST in the domain-incremental setting; van de Ven et al. 2022,
 * <a href="https://doi.org/10.1038/s42256-022-00568-3">doi:10.1038/s42256-022-00568-3</a>).
 */
public final class SplitClasses implements Scenario {
    private static final int CLASSES_PER_TASK = 2;

    /** Makes the scenario. */
    public SplitClasses() {}

    @Override
    public List<Task> tasks(TrainTest data, int count, Seeds seeds) {
        int most = data.train().classes() / CLASSES_PER_TASK;
        if (count > most) {
            throw new ScenarioException(
                    "num_tasks is " + count + ", but the " + data.train().classes()
                            + " classes of " + data.name() + " make only " + most
                            + " pairs; set num_tasks to at most " + most);
        }
        List<Task> tasks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int first = k * CLASSES_PER_TASK;
            tasks.add(new Task(
                    k,
                    "class " + first + " or " + (first + 1),
                    only(data.train(), first, data.name()),
                    only(data.test(), first, data.name())));
        }
        return tasks;
    }

    private static Dataset only(Dataset data, int first, String name) {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : data.samples()) {
            if (sample.label() >= first && sample.label() < first + CLASSES_PER_TASK) {
                samples.add(new Sample(sample.id(), sample.features(), sample.label() % CLASSES_PER_TASK));
            }
        }
        if (samples.isEmpty()) {
            throw new ScenarioException(
                    name + " has no samples of class " + first + " or " + (first + 1) + ", so they make no task");
        }
        return new Dataset(data.features(), CLASSES_PER_TASK, data.shape(), samples);
    }
}
