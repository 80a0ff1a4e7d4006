package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.taagem.data.TrainTest;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;
import org.taagem.experiment.RunRecord;
import org.taagem.experiment.RunStatus;
import org.taagem.report.RunRecordFile;

/**
 * A run that did not come to its end.
 *
 * @param folder its folder
 * @param record what it recorded
 * @param changes keys that are to have other values from now on; they must not change its numbers
 */
record CutOffRun(Path folder, RunRecord record, Map<String, Object> changes) {
    /**
     * Looks at a run.
     *
     * @throws ConfigException if there is nothing left to do
     * @throws IOException if there is none
     */
    static CutOffRun read(Path folder, Map<String, Object> changes) throws IOException {
        return new CutOffRun(folder, unfinished(folder), changes);
    }

    private static RunRecord unfinished(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(RunRecordFile.NAME))) {
            throw new ConfigException("RUN is '" + folder + "', where there is no " + RunRecordFile.NAME
                    + "; expected the folder of a run, such as test_results/ta_agem_..., which it told when it began");
        }
        RunRecord record = RunRecordFile.read(folder);
        if (record.status() == RunStatus.FINISHED) {
            throw new ConfigException(
                    "the run in '" + folder + "' is finished; there is nothing to resume (taagem train" + " --config "
                            + folder + " runs it again)");
        }
        if (record.status() == RunStatus.DIVERGED) {
            throw new ConfigException("the run in '" + folder
                    + "' diverged, and would again; there is nothing to resume (taagem train --config " + folder
                    + " --set learning_rate=... runs it with another rate)");
        }
        return record;
    }

    /**
     * Makes sure, once nobody else can be at the run, that nobody has finished it since it was looked at.
     *
     * @throws ConfigException if there is nothing left to do
     */
    void checkStillUnfinished() throws IOException {
        unfinished(folder);
    }

    /** Returns the configuration, before the data is there. */
    TrainSettings settings() {
        return TrainSettings.read(keys());
    }

    /** Returns the configuration for the data at hand. */
    TrainSettings settings(TrainTest data) {
        return TrainSettings.read(keys(), DataFacts.of(data));
    }

    private Map<String, Object> keys() {
        return ConfigLayers.merge(ConfigFiles.defaults(), record.config(), changes);
    }
}
