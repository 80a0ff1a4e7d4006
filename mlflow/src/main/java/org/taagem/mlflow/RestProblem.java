package org.taagem.mlflow;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

import javax.net.ssl.SSLException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.taagem.mlflow.MlflowException.Kind;

/** What an answer that is no good means, in one line. */
final class RestProblem {
    private static final int LONGEST = 300;

    private RestProblem() {}

    /** There was no answer. */
    static MlflowException unanswered(TrackingServer server, IOException cause) {
        String reason = reason(cause);
        String line = "the MLflow server at " + server + " " + reason;
        return new MlflowException(Kind.UNANSWERED, line, cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof ConnectException || cause.getCause() instanceof UnresolvedAddressException) {
            return cause.getCause() instanceof UnresolvedAddressException
                    ? "cannot be found: its host name is unknown"
                    : "does not listen: is it running?";
        }
        if (cause instanceof HttpTimeoutException) {
            return "does not answer in time";
        }
        if (cause instanceof SSLException) {
            return "has a certificate that is not trusted (" + cause.getMessage()
                    + "); set MLFLOW_TRACKING_SERVER_CERT_PATH to a file with it";
        }
        return "broke off (" + cause.getMessage() + ")";
    }

    /** The answer has a status other than 2xx. */
    static MlflowException of(TrackingServer server, int status, String body) {
        JsonNode json = parse(body);
        String code = json.path("error_code").asText("");
        String says = shorten(json.path("message").asText(body));
        String line = "the MLflow server at " + server + " " + meaning(server, status, says);
        return new MlflowException(kind(status, code), line);
    }

    private static Kind kind(int status, String code) {
        if (status == 429) {
            return Kind.BUSY;
        }
        if (status >= 500 || status == 408) {
            return Kind.BROKEN;
        }
        return switch (code) {
            case "RESOURCE_DOES_NOT_EXIST" -> Kind.MISSING;
            case "RESOURCE_ALREADY_EXISTS" -> Kind.PRESENT;
            default -> Kind.REFUSED;
        };
    }

    private static String meaning(TrackingServer server, int status, String says) {
        return switch (status) {
            case 401 ->
                "wants to know who you are (HTTP 401); set MLFLOW_TRACKING_USERNAME and"
                        + " MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN";
            case 403 ->
                says.contains("Invalid Host header")
                        ? "does not know itself by the name " + server.address().getAuthority()
                                + " (HTTP 403, Invalid Host header); start it with --allowed-hosts "
                                + server.address().getAuthority()
                        : "does not allow this to you (HTTP 403): " + says;
            case 404 -> "knows nothing of it (HTTP 404): " + says;
            case 429 -> "has too much to do (HTTP 429)";
            default -> "answers with HTTP " + status + ": " + says;
        };
    }

    private static JsonNode parse(String body) {
        try {
            return new JsonMapper().readTree(body.startsWith("{") ? body : "{}");
        } catch (JsonProcessingException e) {
            return new JsonMapper().createObjectNode(); // a page for people: its text is told as it is
        }
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }
}
