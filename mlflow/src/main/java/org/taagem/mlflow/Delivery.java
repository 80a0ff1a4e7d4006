package org.taagem.mlflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.taagem.state.AtomicFile;
import org.taagem.state.FileReason;

/**
 * What a run's folder knows of the server that was told of the run: {@value #NAME}.
 *
 * @param schema name and version of this layout
 * @param trackingUri where the server is
 * @param experimentName the run's experiment there
 * @param runId the run there; empty if the server was never reached
 * @param runName what it is called there
 * @param ended whether the server knows how the run ended
 * @param delivered whether everything has arrived
 * @param problem why not, or empty
 * @param pending what has not arrived and is nowhere else: figures of the system
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Delivery(
        String schema,
        String trackingUri,
        String experimentName,
        String runId,
        String runName,
        boolean ended,
        boolean delivered,
        String problem,
        List<MetricPoint> pending) {
    /** Name of the file in the run's folder. */
    static final String NAME = "mlflow.json";

    private static final String SCHEMA = "taagem-mlflow/1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    Delivery {
        schema = Objects.requireNonNullElse(schema, "");
        trackingUri = Objects.requireNonNullElse(trackingUri, "");
        experimentName = Objects.requireNonNullElse(experimentName, "");
        runId = Objects.requireNonNullElse(runId, "");
        runName = Objects.requireNonNullElse(runName, ""); // notes of before have none
        problem = Objects.requireNonNullElse(problem, "");
        pending = Objects.requireNonNullElse(pending, List.of());
    }

    private boolean isWhole() {
        return schema.equals(SCHEMA) && !trackingUri.isEmpty() && !experimentName.isEmpty();
    }

    /** Notes that a run is being delivered. */
    static Delivery begun(TrackingServer server, RunDelivery delivery) {
        return new Delivery(
                SCHEMA,
                server.address().toString(),
                delivery.target().experiment(),
                delivery.runId().orElse(""),
                delivery.target().runName(),
                delivery.hasEnded(),
                false,
                "",
                List.of());
    }

    Delivery done() {
        return new Delivery(schema, trackingUri, experimentName, runId, runName, true, true, "", List.of());
    }

    Delivery stuck(String why, List<MetricPoint> left) {
        return new Delivery(schema, trackingUri, experimentName, runId, runName, ended, false, why, List.copyOf(left));
    }

    /** Says whether it is about a server. */
    boolean isOf(TrackingServer server) {
        return trackingUri.equals(server.address().toString());
    }

    /** Says whether the run is known to have been made on the server. */
    boolean isMade() {
        return !runId.isEmpty();
    }

    /** Returns the run on the server, if it was made. */
    Optional<String> run() {
        return isMade() ? Optional.of(runId) : Optional.empty();
    }

    /** Returns what is in a run's folder, if anything. */
    static Optional<Delivery> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Optional<Delivery> read = Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), Delivery.class))
                    .filter(Delivery::isWhole);
            if (read.isEmpty()) {
                throw new JsonParseException(SCHEMA + " and what belongs to it is not all there");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "'" + file
                            + "' is damaged, or of another version of taagem; remove it, and taagem mlflow push finds"
                            + " the run on the server by its tag " + RunContent.KEY_TAG,
                    e);
        } catch (IOException e) {
            throw new IOException("cannot read '" + file + "': " + FileReason.of(file, e), e);
        }
    }

    void write(Path folder) throws IOException {
        byte[] json = JSON.writeValueAsBytes(this);
        AtomicFile.write(folder.resolve(NAME), out -> out.write(json));
    }
}
