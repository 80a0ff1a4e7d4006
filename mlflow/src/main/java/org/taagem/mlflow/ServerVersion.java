package org.taagem.mlflow;

import org.taagem.mlflow.MlflowException.Kind;

/** Whether what listens at an address is a server that can be talked to. */
final class ServerVersion {
    private static final int OLDEST = 2;
    private static final int LONGEST_START = 60;

    private ServerVersion() {}

    /** Makes sure that it is MLflow, and new enough; one request. */
    static void check(RestCalls calls) throws MlflowException, InterruptedException {
        String version = calls.text("/version").strip();
        if (!version.matches("\\d{1,9}\\.\\d.{0,50}")) {
            String start = version.lines().findFirst().orElse("");
            throw calls.stranger("asked for its version, it says '"
                    + start.substring(0, Math.min(LONGEST_START, start.length())) + "'");
        }
        if (Integer.parseInt(version.replaceAll("\\..*", "")) < OLDEST) {
            throw new MlflowException(
                    Kind.REFUSED,
                    "the MLflow server says that its version is '" + version + "'; expected 2.0 or newer");
        }
    }
}
