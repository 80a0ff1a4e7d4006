package org.taagem.mlflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.taagem.mlflow.MlflowException.Kind;

/**
 * The part of MLflow's REST interface (version 2.0, <a href="https://mlflow.org/docs/latest/rest-api.html">documentation</a>)
 * that runs need. Each method is one request, unless it says otherwise.
 */
final class MlflowClient {
    static final String API = "/api/2.0/mlflow/";
    private static final String PAGE = "10000";

    /** The most that a server tells at once, of runs and of experiments. */
    static final int MOST_RUNS = 1000;

    /** What the server calls a run that goes on. */
    static final String RUNNING = "RUNNING";

    private final RestCalls calls;
    /** Ids of experiments that are surely there. */
    private final Map<String, String> experiments = new HashMap<>();
    /** Ids of runs that hold others, by key, as far as they were told that they are over. */
    private final Map<String, String> parents = new HashMap<>();

    MlflowClient(RestCalls calls) {
        this.calls = calls;
    }

    /** Returns what sends and fetches the files of runs. */
    ArtifactCalls files() {
        return new ArtifactCalls(calls);
    }

    /** Makes sure that there is a server that can be talked to, and shows us an experiment, if it is there; two requests. */
    void check(String experiment) throws MlflowException, InterruptedException {
        ServerVersion.check(calls);
        experimentByName(experiment);
    }

    /** Returns the ids of runs that hold others and need no more telling, by key. */
    Map<String, String> parents() {
        return parents;
    }

    /** Returns the id of an experiment, which is made if it is not there; up to three requests, the first time. */
    String experiment(String name) throws MlflowException, InterruptedException {
        String id = experiments.containsKey(name) ? experiments.get(name) : findOrCreate(name);
        experiments.put(name, id);
        return id;
    }

    private String findOrCreate(String name) throws MlflowException, InterruptedException {
        Optional<String> there = experimentByName(name);
        if (there.isPresent()) {
            return there.get();
        }
        try {
            ObjectNode body = RestCalls.object().put("name", name);
            return calls.post(API + "experiments/create", body)
                    .path("experiment_id")
                    .asText();
        } catch (MlflowException e) {
            if (e.kind() != Kind.PRESENT) {
                throw e;
            }
            return experimentByName(name).orElseThrow(() -> e); // somebody else was faster
        }
    }

    /** Returns the id of an experiment. */
    Optional<String> experimentByName(String name) throws MlflowException, InterruptedException {
        try {
            JsonNode found = calls.get(API + "experiments/get-by-name", Map.of("experiment_name", name))
                    .path("experiment");
            if (found.path("lifecycle_stage").asText().equals("deleted")) {
                throw new MlflowException(
                        Kind.REFUSED,
                        "the experiment '" + name + "' was deleted on the MLflow server; restore it there, or set"
                                + " experiment_name to another name");
            }
            return Optional.of(found.path("experiment_id").asText());
        } catch (MlflowException e) {
            if (e.kind() == Kind.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns the names of all experiments; a request for every 1,000. */
    List<String> experiments() throws MlflowException, InterruptedException {
        List<String> names = new ArrayList<>();
        String page = "";
        do {
            ObjectNode body = RestCalls.object().put("max_results", MOST_RUNS).put("page_token", page);
            JsonNode answer = calls.post(API + "experiments/search", body);
            answer.path("experiments")
                    .forEach(experiment -> names.add(experiment.path("name").asText()));
            page = answer.path("next_page_token").asText("");
        } while (!page.isEmpty());
        return names;
    }

    /** Makes a run that is running. */
    KnownRun createRun(String experiment, String name, long start, Map<String, String> tags)
            throws MlflowException, InterruptedException {
        ObjectNode body = RestCalls.object()
                .put("experiment_id", experiment)
                .put("run_name", name)
                .put("start_time", start);
        pairs(body.putArray("tags"), tags);
        return KnownRun.of(calls.post(API + "runs/create", body).path("run"));
    }

    /** Returns what is known of a run, unless it is not there or was deleted. */
    Optional<KnownRun> run(String id) throws MlflowException, InterruptedException {
        try {
            JsonNode run = calls.get(API + "runs/get", Map.of("run_id", id)).path("run");
            return run.path("info").path("lifecycle_stage").asText().equals("deleted")
                    ? Optional.empty()
                    : Optional.of(KnownRun.of(run));
        } catch (MlflowException e) {
            if (e.kind() == Kind.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns the run of an experiment that has a tag; its data sets may not be told. */
    Optional<KnownRun> runWithTag(String experiment, String key, String value)
            throws MlflowException, InterruptedException {
        ObjectNode body = RestCalls.object()
                .put("filter", "tags.`" + key + "` = '" + value + "'")
                .put("max_results", 1);
        body.putArray("experiment_ids").add(experiment);
        JsonNode runs = calls.post(API + "runs/search", body).path("runs");
        return runs.isEmpty() ? Optional.empty() : Optional.of(KnownRun.of(runs.get(0)));
    }

    /** Returns all runs of an experiment, newest first; a request for every 1,000. */
    List<KnownRun> runs(String experiment) throws MlflowException, InterruptedException {
        List<KnownRun> runs = new ArrayList<>();
        Optional<String> page = Optional.of("");
        while (page.isPresent()) {
            RunPage next = runs(experiment, page.get(), MOST_RUNS);
            runs.addAll(next.runs());
            page = next.next();
        }
        return runs;
    }

    /** Some runs, and where there are more, if there are. */
    record RunPage(List<KnownRun> runs, Optional<String> next) {}

    /** Returns some runs of an experiment, 1 to 1,000, newest first; from the beginning, if the page is empty. */
    RunPage runs(String experiment, String page, int most) throws MlflowException, InterruptedException {
        ObjectNode body = RestCalls.object().put("max_results", most).put("page_token", page);
        body.putArray("experiment_ids").add(experiment);
        JsonNode answer = calls.post(API + "runs/search", body);
        List<KnownRun> runs = new ArrayList<>();
        answer.path("runs").forEach(run -> runs.add(KnownRun.of(run)));
        String next = answer.path("next_page_token").asText("");
        return new RunPage(runs, next.isEmpty() ? Optional.empty() : Optional.of(next));
    }

    /** Logs at most 1,000 points and parameters, of which at most 100 parameters; those that are there stay as they are. */
    void log(String run, List<MetricPoint> points, Map<String, String> params)
            throws MlflowException, InterruptedException {
        ObjectNode body = RestCalls.object().put("run_id", run);
        pairs(body.putArray("params"), params);
        ArrayNode metrics = body.putArray("metrics");
        points.forEach(point -> metrics.addObject()
                .put("key", point.key())
                .put("value", point.value())
                .put("timestamp", point.timestamp())
                .put("step", point.step()));
        calls.post(API + "runs/log-batch", body);
    }

    /** Sets at most 100 tags. */
    void logTags(String run, Map<String, String> tags) throws MlflowException, InterruptedException {
        ObjectNode body = RestCalls.object().put("run_id", run);
        pairs(body.putArray("tags"), tags);
        calls.post(API + "runs/log-batch", body);
    }

    private static void pairs(ArrayNode array, Map<String, String> texts) {
        texts.forEach((key, value) -> array.addObject().put("key", key).put("value", value));
    }

    /** Logs what a run has learned from. */
    void logInputs(String run, List<DatasetInput> inputs) throws MlflowException, InterruptedException {
        ObjectNode body = RestCalls.object().put("run_id", run);
        ArrayNode datasets = body.putArray("datasets");
        for (DatasetInput input : inputs) {
            ObjectNode entry = datasets.addObject();
            pairs(entry.putArray("tags"), Map.of("mlflow.data.context", input.context()));
            entry.putObject("dataset")
                    .put("name", input.name())
                    .put("digest", input.digest())
                    .put("source_type", "local")
                    .put("source", input.source())
                    .put("profile", input.profile());
        }
        calls.post(API + "runs/log-inputs", body);
    }

    /** Sets how a run stands: {@value #RUNNING}, {@code FINISHED}, {@code FAILED} or {@code KILLED}. */
    void setStatus(String run, String status, Optional<Long> end) throws MlflowException, InterruptedException {
        ObjectNode body = RestCalls.object().put("run_id", run).put("status", status);
        end.ifPresent(millis -> body.put("end_time", millis));
        calls.post(API + "runs/update", body);
    }

    /** Returns the steps at which a run has a value of a metric; a request for every 10,000. */
    Set<Long> steps(String run, String key) throws MlflowException, InterruptedException {
        Set<Long> steps = new HashSet<>();
        String page = "";
        do {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("run_id", run);
            query.put("metric_key", key);
            query.put("max_results", PAGE);
            if (!page.isEmpty()) {
                query.put("page_token", page);
            }
            JsonNode answer = calls.get(API + "metrics/get-history", query);
            answer.path("metrics")
                    .forEach(metric -> steps.add(metric.path("step").asLong()));
            page = answer.path("next_page_token").asText("");
        } while (!page.isEmpty());
        return steps;
    }
}
