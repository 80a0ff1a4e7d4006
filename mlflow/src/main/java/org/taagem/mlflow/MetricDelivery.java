package org.taagem.mlflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.taagem.mlflow.MlflowException.Kind;

/**
 * Brings the points and parameters of one run to a server: whatever happened to the answers, each is there once in the end.
 *
 * <p>MLflow appends a metric that is logged again, and may keep a part of a request that failed. So once it is not certain
 * what the server has, it is asked for the steps that it has of a metric, and only the others are sent.
 */
final class MetricDelivery {
    private static final int MOST_AT_ONCE = 1000;
    private static final int MOST_TEXTS = 100;

    private final MlflowClient client;
    private final String run;
    /** Parameters that have not been sent. */
    private final List<Map<String, String>> params;
    /** Whether the server may have more than it has confirmed. */
    private boolean uncertain;
    /** Steps that the server has, by metric, as far as it was asked. */
    private final Map<String, Set<Long>> there = new HashMap<>();

    private long lastPoint;

    /**
     * Makes a delivery that has not begun.
     *
     * @param client the server
     * @param run the run there
     * @param params its parameters; those that are there stay as they are, for MLflow lets nobody change one
     * @param mayHavePoints whether it may have points already
     */
    MetricDelivery(MlflowClient client, KnownRun run, Map<String, String> params, boolean mayHavePoints) {
        this.client = client;
        this.run = run.id();
        Map<String, String> missing = new LinkedHashMap<>(params);
        missing.keySet().removeAll(run.params().keySet());
        this.params = parts(missing);
        uncertain = mayHavePoints;
        lastPoint = run.lastPoint();
    }

    private static List<Map<String, String>> parts(Map<String, String> texts) {
        List<Map<String, String>> parts = new ArrayList<>();
        texts.forEach((key, value) -> {
            if (parts.isEmpty() || parts.get(parts.size() - 1).size() == MOST_TEXTS) {
                parts.add(new LinkedHashMap<>());
            }
            parts.get(parts.size() - 1).put(key, value);
        });
        return parts;
    }

    /** Returns the latest time of a point that the server has or was to get, in milliseconds since 1970; 0 if there is none. */
    long lastPoint() {
        return lastPoint;
    }

    /**
     * Sends the parameters, if they have not been sent, and points, but for those that are there.
     *
     * @throws MlflowException if the server fails, in which case it may be done again; or for what it refused, when it has got
     *     all the rest
     */
    void send(List<MetricPoint> points) throws MlflowException, InterruptedException {
        Optional<MlflowException> refused = Optional.empty();
        int from = 0;
        while (from < points.size() || !params.isEmpty()) {
            Map<String, String> texts = params.isEmpty() ? Map.of() : params.get(0);
            int to = Math.min(points.size(), from + MOST_AT_ONCE - texts.size());
            Optional<MlflowException> now = sendPart(points.subList(from, to), texts);
            refused = refused.isPresent() ? refused : now;
            params.remove(texts);
            from = to;
        }
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    /** Returns what the server refused, if anything: where it does not take both together, it may take one alone. */
    private Optional<MlflowException> sendPart(List<MetricPoint> points, Map<String, String> texts)
            throws MlflowException, InterruptedException {
        try {
            log(points, texts);
            return Optional.empty();
        } catch (MlflowException e) {
            if (e.kind() != Kind.INVALID) {
                throw e;
            }
            if (!points.isEmpty() && !texts.isEmpty()) {
                sendPart(List.of(), texts);
                sendPart(points, Map.of());
            }
            return Optional.of(e);
        }
    }

    private void log(List<MetricPoint> points, Map<String, String> texts) throws MlflowException, InterruptedException {
        lastPoint = points.stream().mapToLong(MetricPoint::timestamp).reduce(lastPoint, Math::max);
        List<MetricPoint> missing = uncertain ? missing(points) : points;
        if (missing.isEmpty() && texts.isEmpty()) {
            return;
        }
        boolean confirmed = false;
        try {
            client.log(run, missing, texts);
            confirmed = true;
        } finally {
            if (!confirmed) { // even if it was not done: parts before it were, and may be sent again with it
                uncertain = true;
                there.clear();
            }
        }
        if (uncertain) {
            missing.forEach(point ->
                    there.computeIfAbsent(point.key(), key -> new HashSet<>()).add(point.step()));
        }
    }

    private List<MetricPoint> missing(List<MetricPoint> points) throws MlflowException, InterruptedException {
        List<MetricPoint> missing = new ArrayList<>();
        for (MetricPoint point : points) {
            Set<Long> steps = there.get(point.key());
            if (steps == null) {
                steps = client.steps(run, point.key());
                there.put(point.key(), steps);
            }
            if (!steps.contains(point.step())) {
                missing.add(point);
            }
        }
        return missing;
    }
}
