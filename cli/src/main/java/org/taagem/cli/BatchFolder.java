package org.taagem.cli;

import java.nio.file.Path;
import java.util.Map;

import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;

/** A folder for runs that belong together, and which these are. */
interface BatchFolder {
    /** Returns where the folders of the runs are made. */
    Path folder();

    /** Returns the place of a run, by the keys and values of its record. */
    BatchSlot slot(Map<String, Object> config);

    /**
     * Returns the configuration of a run.
     *
     * @throws ConfigException if a key is not allowed for its place or the data
     */
    TrainSettings settings(BatchSlot slot, DataFacts data);

    /** Returns what a run of another configuration is not of, such as {@code batch}. */
    String kind();

    /** Returns what can be done about such a run. */
    String remedy();
}
