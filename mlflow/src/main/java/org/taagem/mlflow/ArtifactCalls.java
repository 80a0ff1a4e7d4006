package org.taagem.mlflow;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import org.taagem.mlflow.MlflowException.Kind;

/** The part of MLflow's REST interface that files of runs need. Each method is one request, unless it says otherwise. */
final class ArtifactCalls {
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";
    private static final String PROXIED = "mlflow-artifacts:";

    private final RestCalls calls;

    ArtifactCalls(RestCalls calls) {
        this.calls = calls;
    }

    /**
     * Sends a file to where the files of a run are; one that is there is replaced.
     *
     * @param artifacts the place, as the server names it
     */
    void upload(String artifacts, Path file) throws MlflowException, InterruptedException {
        calls.put(ARTIFACTS, place(artifacts) + "/" + file.getFileName(), file);
    }

    /** Sends a text as a file. */
    void upload(String artifacts, String name, String text) throws MlflowException, InterruptedException {
        calls.put(ARTIFACTS, place(artifacts) + "/" + name, text);
    }

    /** Returns a file of a run, if it is there; two requests, if it is not. */
    Optional<byte[]> download(KnownRun run, String name) throws MlflowException, InterruptedException {
        try {
            return Optional.of(calls.bytes(ARTIFACTS, place(run.artifacts()) + "/" + name));
        } catch (MlflowException e) {
            // MLflow 2 says that it is broken
            if (e.kind() == Kind.MISSING || (e.kind() == Kind.BROKEN && !hasFile(run.id(), name))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean hasFile(String run, String name) throws MlflowException, InterruptedException {
        for (JsonNode file : calls.get(MlflowClient.API + "artifacts/list", Map.of("run_id", run))
                .path("files")) {
            if (file.path("path").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String place(String artifacts) throws MlflowException {
        if (!artifacts.startsWith(PROXIED)) {
            throw new MlflowException(
                    Kind.INVALID,
                    "the MLflow server keeps files at '" + artifacts + "' and passes none on itself; start it with"
                            + " --serve-artifacts");
        }
        return artifacts
                .substring(PROXIED.length())
                .replaceFirst("^//[^/]*", "")
                .replaceFirst("^/+", "");
    }
}
