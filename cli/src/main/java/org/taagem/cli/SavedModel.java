package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.taagem.experiment.Model;
import org.taagem.experiment.OnlineFile;
import org.taagem.experiment.OnlineFile.Saved;
import org.taagem.experiment.OnlineLearner;
import org.taagem.nn.Kernels;
import org.taagem.state.StateFile;

/** Models that trainings and online learners have left behind. */
final class SavedModel {
    /** The name of a model's file in the folder of a run. */
    static final String NAME = "model.taagem";

    private SavedModel() {}

    /**
     * Reads a model.
     *
     * @param runOrFile the folder of a run, a model's file, or that of an online learner
     * @throws IOException if there is none, or it is damaged
     */
    static Model read(Path runOrFile) throws IOException {
        Path file = file(runOrFile);
        return StateFile.kindOf(file).equals(OnlineFile.KIND) ? ofLearner(file) : Model.read(file, Kernels.plain());
    }

    /** Returns the file of a model that is named by itself or by the folder of its run. */
    static Path file(Path runOrFile) {
        return Files.isDirectory(runOrFile) ? runOrFile.resolve(NAME) : runOrFile;
    }

    private static Model ofLearner(Path file) throws IOException {
        Saved saved = OnlineFile.read(file, header -> {
            LearnKeys keys = new LearnKeys(Map.of()).over(header.origin().config());
            int room = header.samples().room();
            return new OnlineLearner(
                    keys.config(room), new OnlineLearner.Stream(header.samples().features(), room), Kernels.plain());
        });
        return new Model(
                saved.header().origin(),
                saved.header().samples(),
                saved.learner().answering());
    }
}
