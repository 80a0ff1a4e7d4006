package org.taagem.mlflow;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a server knows of a run.
 *
 * @param id the run
 * @param experiment its experiment
 * @param status how it stands, such as {@code RUNNING}
 * @param artifacts where its files go
 * @param tags its tags
 * @param params its parameters
 * @param lastPoint the latest time of any metric, in milliseconds since 1970; 0 if there is none
 * @param inputs number of data sets
 */
record KnownRun(
        String id,
        String experiment,
        String status,
        String artifacts,
        Map<String, String> tags,
        Map<String, String> params,
        long lastPoint,
        int inputs) {

    /** Reads a run as the server tells it. */
    static KnownRun of(JsonNode run) {
        JsonNode info = run.path("info");
        JsonNode data = run.path("data");
        long lastPoint = 0;
        for (JsonNode metric : data.path("metrics")) {
            lastPoint = Math.max(lastPoint, metric.path("timestamp").asLong());
        }
        return new KnownRun(
                info.path("run_id").asText(),
                info.path("experiment_id").asText(),
                info.path("status").asText(),
                info.path("artifact_uri").asText(),
                texts(data.path("tags")),
                texts(data.path("params")),
                lastPoint,
                run.path("inputs").path("dataset_inputs").size());
    }

    private static Map<String, String> texts(JsonNode pairs) {
        Map<String, String> texts = new HashMap<>();
        for (JsonNode pair : pairs) {
            texts.put(pair.path("key").asText(), pair.path("value").asText());
        }
        return texts;
    }

    boolean isRunning() {
        return status.equals(MlflowClient.RUNNING);
    }
}
