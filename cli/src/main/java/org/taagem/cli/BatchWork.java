package org.taagem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.taagem.data.TrainTest;
import org.taagem.experiment.ConfigException;
import org.taagem.experiment.DataFacts;

/** What the runs of a {@link BatchRunner} are made of. */
interface BatchWork {
    /**
     * Returns the configuration of a run.
     *
     * @throws ConfigException if a key is not allowed for the data
     */
    TrainSettings settings(BatchSlot slot, DataFacts data);

    /**
     * Returns what a run learns, which others may learn at the same time.
     *
     * @throws IOException if it is not to be had, or damaged
     */
    TrainTest data(BatchSlot slot) throws IOException, InterruptedException;

    /** Returns what a run is called on an MLflow server; if empty, like its folder. */
    Optional<String> trackedName(BatchSlot slot);

    /** Returns the folder that the runs have in common. */
    Path folder();

    /** Says whether a run is to leave nothing but its record. */
    boolean onlyRecords();
}
