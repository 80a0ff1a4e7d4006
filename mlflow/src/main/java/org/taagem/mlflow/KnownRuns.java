package org.taagem.mlflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.taagem.experiment.RunRecord;
import org.taagem.mlflow.MlflowClient.RunPage;

/** The runs of an experiment, as far as one request tells, so that many can be looked up without asking for each. */
final class KnownRuns {
    private final Map<String, KnownRun> byKey = new HashMap<>();
    private final Map<String, String> pages = new HashMap<>();
    private final boolean all;

    private KnownRuns(RunPage page) {
        all = page.next().isEmpty();
        for (KnownRun run : page.runs()) {
            Optional.ofNullable(run.tags().get(RunContent.KEY_TAG)).ifPresent(key -> byKey.put(key, run));
        }
    }

    /** Of an experiment that is not there. */
    static KnownRuns none() {
        return new KnownRuns(new RunPage(List.of(), Optional.empty()));
    }

    /**
     * Asks for the newest runs of an experiment.
     *
     * @param experiment its id
     * @param wanted how many will be looked up: to tell of two runs takes a server as long as to search for one
     */
    static KnownRuns of(MlflowClient client, String experiment, int wanted)
            throws MlflowException, InterruptedException {
        int most = Math.max(1, Math.min(MlflowClient.MOST_RUNS / 2, wanted)) * 2;
        return new KnownRuns(client.runs(experiment, "", most));
    }

    /** Says whether there are no others. */
    boolean isAll() {
        return all;
    }

    Optional<KnownRun> run(RunRecord record) {
        return Optional.ofNullable(byKey.get(RunContent.key(record)));
    }

    /** Returns where a run can be looked at, below the server's address, if the server is known to have all of it. */
    Optional<String> pageOfDelivered(RunRecord record) {
        String key = RunContent.key(record);
        Optional<String> told = Optional.ofNullable(byKey.get(key))
                .filter(run -> RunContent.isDelivered(run, record))
                .map(RunDelivery::page);
        return told.isPresent() ? told : Optional.ofNullable(pages.get(key));
    }

    /** Takes note that the server has got all of a run: the same one may lie in another folder, too. */
    void delivered(RunRecord record, String page) {
        pages.put(RunContent.key(record), page);
    }
}
