package org.taagem.ui;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.taagem.report.StoredRun;

/** What there is to be asked for. */
final class Routes {
    private static final int MOST_COMPARED = 200;

    private final Map<String, Answer> assets = Assets.read();
    private final RunIndex index;

    Routes(RunIndex index) {
        this.index = index;
    }

    /**
     * Answers a request.
     *
     * @param address what is asked for
     * @return the answer, which may be that there is none
     * @throws IOException if what is asked for is there but cannot be read
     */
    Answer answer(URI address) throws IOException {
        String path = String.valueOf(address.getRawPath());
        Answer asset = assets.get(path);
        if (asset != null) {
            return asset;
        }
        return switch (path) {
            case "/api/runs" -> Answer.json(RunsJson.of(index.folder().toString(), index.listing()));
            case "/api/run" -> live(address);
            case "/report" -> report(address);
            case "/compare" -> comparison(address);
            default -> Answer.refusal(Answer.NOT_FOUND, "there is no such page; the list of runs is at /");
        };
    }

    private Answer live(URI address) throws IOException {
        Optional<String> id = onlyRun(address);
        if (id.isEmpty()) {
            return notOneRun();
        }
        return index.readLive(id.get()).map(run -> Answer.json(run.toJson())).orElseGet(this::noSuchRun);
    }

    private Answer report(URI address) throws IOException {
        Optional<String> id = onlyRun(address);
        if (id.isEmpty()) {
            return notOneRun();
        }
        Optional<StoredRun> run = index.read(id.get());
        return run.isPresent() ? Pages.report(run.get()) : noSuchRun();
    }

    private Answer comparison(URI address) throws IOException {
        List<String> ids = Query.of(address).map(Query::runs).orElse(List.of());
        if (ids.size() < 2 || ids.size() > MOST_COMPARED) {
            return Answer.refusal(
                    Answer.BAD_REQUEST,
                    "the address names " + ids.size() + " runs as ?run=PATH&run=PATH; expected 2 to " + MOST_COMPARED);
        }
        List<StoredRun> runs = new ArrayList<>();
        for (String id : ids) {
            Optional<StoredRun> run = index.read(id);
            if (run.isEmpty()) {
                return noSuchRun();
            }
            runs.add(run.get());
        }
        return Pages.comparison(runs);
    }

    private static Optional<String> onlyRun(URI address) {
        return Query.of(address)
                .map(Query::runs)
                .filter(runs -> runs.size() == 1)
                .map(runs -> runs.get(0));
    }

    private static Answer notOneRun() {
        return Answer.refusal(Answer.BAD_REQUEST, "the address must end with ?run= and the path of one run");
    }

    private Answer noSuchRun() {
        return Answer.refusal(Answer.NOT_FOUND, "there is no such run in " + index.folder());
    }
}
