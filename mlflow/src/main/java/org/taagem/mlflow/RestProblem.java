package org.taagem.mlflow;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.taagem.mlflow.MlflowException.Kind;

/** What an answer that is no good means, in one line. */
final class RestProblem {
    private static final int LONGEST = 300;
    private static final String PASSWORD = "MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD";
    private static final int LONGEST_CHAIN = 20;
    /**
     * What databases (SQLite, PostgreSQL and SQL Server, MySQL) say of a row that somebody else has made since it was looked
     * for. A server that is told by two runs at once of the same new data set says so to one of them, and answers with 400
     * although nothing was wrong with the request: it has undone it, and finds the data set if it is asked once more.
     */
    private static final Pattern RACE = Pattern.compile("UNIQUE constraint failed|duplicate key|Duplicate entry");
    /** Where a server that says what its database says goes on with the statement, and with where to read about it. */
    private static final Pattern STATEMENT = Pattern.compile("(?s)\\s*(\\[SQL: |\\(Background on this error at: ).*");
    /** What Java says of an end in place of an answer. */
    private static final String SILENT = "received no bytes";
    /** What Java says of an answer in plain text. */
    private static final String NO_TLS = "nrecognized SSL message";

    private RestProblem() {}

    /** There was no answer. */
    static MlflowException unanswered(TrackingServer server, IOException cause) {
        Kind kind = isUntrusted(cause) || speaksNoTls(cause) ? Kind.REFUSED : Kind.UNANSWERED;
        return new MlflowException(kind, "the MLflow server at " + server + " " + reason(server, cause), cause);
    }

    private static boolean isUntrusted(IOException cause) {
        return has(cause, CertificateException.class);
    }

    private static boolean has(IOException cause, Class<? extends Exception> kind) {
        return Stream.iterate((Throwable) cause, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .anyMatch(kind::isInstance);
    }

    private static boolean speaksNoTls(IOException cause) {
        return cause instanceof SSLException
                && String.valueOf(cause.getMessage()).contains(NO_TLS);
    }

    private static String reason(TrackingServer server, IOException cause) {
        if (has(cause, UnresolvedAddressException.class)) {
            return "cannot be found: its host name is unknown";
        }
        if (cause instanceof ConnectException) {
            return "does not listen: is it running?";
        }
        if (cause instanceof HttpTimeoutException) {
            return "does not answer in time";
        }
        if (speaksNoTls(cause)) {
            return "does not speak TLS: is it http:// in place of https://?";
        }
        if (isUntrusted(cause)) {
            return "has a certificate that is not trusted (" + cause.getMessage()
                    + "); set MLFLOW_TRACKING_SERVER_CERT_PATH to a file with that of its authority";
        }
        boolean silent = String.valueOf(cause.getMessage()).contains(SILENT) && !server.isSecure();
        return silent
                ? "broke off without an answer; if it always does: is it https:// in place of http://?"
                : "broke off (" + cause.getMessage() + ")";
    }

    /** Says of a server that it is none of MLflow, in view of something. */
    static MlflowException stranger(TrackingServer server, String reason) {
        String line = "what listens at " + server + " is no MLflow server: " + reason + "; set the right address";
        return new MlflowException(Kind.REFUSED, line);
    }

    /** The answer has a status other than 2xx. */
    static MlflowException of(TrackingServer server, int status, String body) {
        JsonNode json = parse(body);
        String code = json.path("error_code").asText("");
        String whole = server.hideSecrets(json.path("message").asText(body));
        String says = shorten(STATEMENT.matcher(whole).replaceFirst(""));
        String line = "the MLflow server at " + server + " " + meaning(server, status, says, !code.isEmpty());
        return new MlflowException(kind(status, code, says), line);
    }

    private static Kind kind(int status, String code, String says) {
        if (status == 429) {
            return Kind.BUSY;
        }
        if (status >= 500 || status == 408) {
            return Kind.BROKEN;
        }
        return switch (code) {
            case "RESOURCE_DOES_NOT_EXIST" -> Kind.MISSING;
            case "RESOURCE_ALREADY_EXISTS" -> Kind.PRESENT;
            case "BAD_REQUEST" -> RACE.matcher(says).find() ? Kind.RACED : Kind.INVALID;
            default -> status == 400 || status == 413 ? Kind.INVALID : Kind.REFUSED;
        };
    }

    private static String meaning(TrackingServer server, int status, String says, boolean isOfMlflow) {
        return switch (status) {
            case 301, 302, 303, 307, 308 ->
                "sends one to another address (HTTP " + status + "): " + says
                        + "; set that one, if it is an MLflow server";
            case 401 ->
                server.authorization().isPresent()
                        ? "does not let you in (HTTP 401); are " + PASSWORD + ", or MLFLOW_TRACKING_TOKEN, right?"
                        : "wants to know who you are (HTTP 401); set " + PASSWORD + ", or MLFLOW_TRACKING_TOKEN";
            case 403 ->
                says.contains("Invalid Host header")
                        ? "does not know itself by the name " + server.address().getAuthority()
                                + " (HTTP 403, Invalid Host header); start it with --allowed-hosts "
                                + server.address().getAuthority()
                        : "does not allow this to you (HTTP 403): " + says;
            case 404 ->
                isOfMlflow
                        ? "knows nothing of it (HTTP 404): " + says
                        : "answers with HTTP 404 and in no words of MLflow's; is it one, and is the address right?";
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
